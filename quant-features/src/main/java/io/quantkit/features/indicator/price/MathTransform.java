package io.quantkit.features.indicator.price;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import java.util.List;
import java.util.Locale;

/**
 * A mathematical function of an indicator's first output: TA-Lib's math transforms ACOS, ASIN,
 * ATAN, CEIL, COS, COSH, EXP, FLOOR, LN, LOG10, SIN, SINH, SQRT, TAN and TANH.
 *
 * <p>{@code NaN} where the function is not defined or its value is not finite, such as the
 * logarithm of 0 (TA-Lib tells minus infinity there); the indicator goes on. Angles are in radians.
 * Computed by {@link StrictMath}, so the bits are the same on every machine.
 *
 * @param function which function
 * @param of the indicator; {@link Price} for a number of the bar itself
 */
public record MathTransform(Function function, Indicator of) implements Indicator {

  /** The functions. */
  public enum Function {
    /** The angle whose cosine is x; of numbers within [-1, 1]. */
    ACOS,
    /** The angle whose sine is x; of numbers within [-1, 1]. */
    ASIN,
    /** The angle whose tangent is x. */
    ATAN,
    /** The next whole number that is not below x. */
    CEIL,
    /** The cosine. */
    COS,
    /** The hyperbolic cosine. */
    COSH,
    /** The exponential. */
    EXP,
    /** The next whole number that is not above x. */
    FLOOR,
    /** The natural logarithm; of positive numbers. */
    LN,
    /** The logarithm to base 10; of positive numbers. */
    LOG10,
    /** The sine. */
    SIN,
    /** The hyperbolic sine. */
    SINH,
    /** The square root; of numbers that are not negative. */
    SQRT,
    /** The tangent. */
    TAN,
    /** The hyperbolic tangent. */
    TANH;

    /** Returns this function of a number. */
    double of(double x) {
      return switch (this) {
        case ACOS -> StrictMath.acos(x);
        case ASIN -> StrictMath.asin(x);
        case ATAN -> StrictMath.atan(x);
        case CEIL -> Math.ceil(x);
        case COS -> StrictMath.cos(x);
        case COSH -> StrictMath.cosh(x);
        case EXP -> StrictMath.exp(x);
        case FLOOR -> Math.floor(x);
        case LN -> StrictMath.log(x);
        case LOG10 -> StrictMath.log10(x);
        case SIN -> StrictMath.sin(x);
        case SINH -> StrictMath.sinh(x);
        case SQRT -> Math.sqrt(x);
        case TAN -> StrictMath.tan(x);
        case TANH -> StrictMath.tanh(x);
      };
    }
  }

  /** Creates a transform of a number of the bar. */
  public MathTransform(Function function, Input input) {
    this(function, new Price(input));
  }

  @Override
  public Input input() {
    return of.input();
  }

  @Override
  public List<FeatureName> outputs() {
    FeatureName inner = of.outputs().get(0);
    return List.of(
        FeatureName.of(
            "tech",
            function.name().toLowerCase(Locale.ROOT)
                + "_of_"
                + inner.category()
                + "_"
                + inner.indicator(),
            inner.window(),
            inner.aggregation()));
  }

  @Override
  public int warmup(int output) {
    return of.warmup(0);
  }

  @Override
  public int settle(double eps) {
    // A function may be steep: leave its argument three digits more to settle.
    return of.settle(Math.max(eps / 1000, 1e-12));
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(function, of.kernel());
  }

  private static final class State implements IndicatorKernel {
    private final Function function;
    private final IndicatorKernel of;
    private double value = Double.NaN;

    State(Function function, IndicatorKernel of) {
      this.function = function;
      this.of = of;
    }

    @Override
    public double update(double x) {
      double y = function.of(of.update(x));
      value = Double.isInfinite(y) ? Double.NaN : y;
      return value;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(function, of.copy());
      copy.value = value;
      return copy;
    }
  }
}
