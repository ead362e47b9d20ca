package io.quantkit.features.regime;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * A number computed from the outputs of other features at the same bar.
 *
 * <p>{@code NaN} as long as one of them is; the function is not asked then. Warm-up of the slowest
 * part. Where the parts agree after a restart within {@code eps}, so does the combination only if
 * the function does not magnify differences; one that decides, such as by a sign, asks for {@link
 * #settle} of a small {@code eps}.
 *
 * <p>Equal to another combination if the function is the same object; the name has to tell them
 * apart.
 *
 * @param name the name of the output
 * @param parts the features, at least one
 * @param function turns the outputs of the parts, first those of the first one, into the value;
 *     must depend on them alone and must not keep or modify the array
 */
public record Combination(
    FeatureName name, List<Feature> parts, ToDoubleFunction<double[]> function) implements Feature {

  /**
   * Creates a combination.
   *
   * @throws IllegalArgumentException if there are no parts
   */
  public Combination {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(function, "function");
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts must not be empty");
    }
  }

  /** Returns the combination of some features. */
  public static Combination of(
      FeatureName name, List<? extends Feature> parts, ToDoubleFunction<double[]> function) {
    return new Combination(name, List.copyOf(parts), function);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(name);
  }

  @Override
  public int warmup(int output) {
    return parts.stream().mapToInt(Feature::warmup).max().orElse(0);
  }

  @Override
  public int settle(double eps) {
    return Parts.settle(eps, parts.toArray(new Feature[0]));
  }

  @Override
  public FeatureKernel start() {
    int[] outputs = parts.stream().mapToInt(part -> part.outputs().size()).toArray();
    return new State(function, outputs, new Parts(parts));
  }

  private static final class State implements FeatureKernel {
    private final ToDoubleFunction<double[]> function;
    private final int[] outputs;
    private final Parts parts;
    private final double[] values;
    private double value = Double.NaN;

    State(ToDoubleFunction<double[]> function, int[] outputs, Parts parts) {
      this.function = function;
      this.outputs = outputs;
      this.parts = parts;
      int count = 0;
      for (int of : outputs) {
        count += of;
      }
      values = new double[count];
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      parts.update(knownAt, open, high, low, close, volume);
      boolean missing = false;
      int i = 0;
      for (int part = 0; part < outputs.length; part++) {
        for (int o = 0; o < outputs[part]; o++) {
          values[i] = parts.value(part, o);
          missing |= Double.isNaN(values[i++]);
        }
      }
      value = missing ? Double.NaN : function.applyAsDouble(values);
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(function, outputs, parts.copy());
      copy.value = value;
      return copy;
    }
  }
}
