package io.quantkit.features.regime;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.Delay;
import java.util.Arrays;
import java.util.List;

/** A feature now and some bars ago: what {@link Lagged} and {@link Difference} share. */
final class Past implements FeatureKernel {
  private final FeatureKernel kernel;
  private final Delay[] delays;
  private final boolean difference;
  private final double[] values;

  Past(Feature feature, int lag, boolean difference) {
    this(feature.start(), delays(feature.outputs().size(), lag), difference);
    Arrays.fill(values, Double.NaN);
  }

  private Past(FeatureKernel kernel, Delay[] delays, boolean difference) {
    this.kernel = kernel;
    this.delays = delays;
    this.difference = difference;
    this.values = new double[delays.length];
  }

  private static Delay[] delays(int outputs, int lag) {
    Delay[] delays = new Delay[outputs];
    for (int o = 0; o < outputs; o++) {
      delays[o] = new Delay(lag);
    }
    return delays;
  }

  static void check(int lag) {
    if (lag < 1) {
      throw new IllegalArgumentException("lag must be at least 1, was " + lag);
    }
  }

  static List<FeatureName> names(Feature feature, String word, int lag) {
    return feature.outputs().stream()
        .map(
            name ->
                FeatureName.of(
                    name.category(),
                    word + lag + "_of_" + name.indicator(),
                    name.window(),
                    name.aggregation()))
        .toList();
  }

  @Override
  public void update(
      long knownAt, double open, double high, double low, double close, double volume) {
    kernel.update(knownAt, open, high, low, close, volume);
    for (int o = 0; o < values.length; o++) {
      double now = kernel.value(o);
      if (Double.isNaN(now)) {
        delays[o].clear();
        values[o] = Double.NaN;
      } else {
        double before = delays[o].exchange(now);
        values[o] = difference ? now - before : before;
      }
    }
  }

  @Override
  public double value(int output) {
    return values[output];
  }

  @Override
  public FeatureKernel copy() {
    Delay[] copies = new Delay[delays.length];
    for (int o = 0; o < copies.length; o++) {
      copies[o] = delays[o].copy();
    }
    Past copy = new Past(kernel.copy(), copies, difference);
    System.arraycopy(values, 0, copy.values, 0, values.length);
    return copy;
  }
}
