package io.quantkit.features.indicator.price;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import java.util.List;
import java.util.Locale;

/**
 * The sum, difference, product or quotient of two numbers of a bar: TA-Lib's math operators ADD,
 * SUB, MULT and DIV.
 *
 * <p>No warm-up. {@code NaN} where the divisor is 0.
 *
 * @param operation what is computed
 * @param left the first number
 * @param right the second number
 */
public record MathOperator(Operation operation, Input left, Input right) implements Feature {

  /** The operations. */
  public enum Operation {
    /** {@code left + right}. */
    ADD,
    /** {@code left - right}. */
    SUB,
    /** {@code left * right}. */
    MULT,
    /** {@code left / right}. */
    DIV
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech",
            operation.name().toLowerCase(Locale.ROOT),
            "1",
            left.label() + "-" + right.label()));
  }

  @Override
  public int warmup(int output) {
    return 0;
  }

  @Override
  public int settle(double eps) {
    return 0;
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.needs(left) | GapKernel.needs(right), 1, new Step(operation, left, right));
  }

  private record Step(Operation operation, Input left, Input right) implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      double a = left.of(open, high, low, close, volume);
      double b = right.of(open, high, low, close, volume);
      out[0] =
          switch (operation) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MULT -> a * b;
            case DIV -> b == 0 ? Double.NaN : a / b;
          };
    }

    @Override
    public void clear() {}

    @Override
    public BarStep copy() {
      return this;
    }
  }
}
