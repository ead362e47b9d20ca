package io.quantkit.features.indicator.trend;

import io.quantkit.features.Convention;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Stages;
import io.quantkit.features.kernel.TrueRange;
import java.util.List;

/**
 * SuperTrend: a band around {@code (high + low) / 2} that only closes in, and changes sides when
 * the close breaks through it.
 *
 * <p>The basic bands are {@code (high + low) / 2 +- multiplier atr(period)}. The upper band falls,
 * and begins anew where the close before was above it; the lower one rises, and begins anew where
 * the close before was below it. The line is the lower band in a rising trend, the upper one in a
 * falling trend; the trend turns when the close is beyond its line. The direction is 1 when rising
 * and -1 when falling; it begins falling unless the first close is above the upper band.
 *
 * <p>In the unit of the price. With {@link Convention#TRADING_VIEW} the first bar's true range is
 * {@code high - low} and the warm-up {@code period - 1}, else it has none and the warm-up is {@code
 * period}. What it began with may matter for ever, so it never settles. Source: O. Seban (10, 3).
 *
 * @param period the smoothing of the average true range, at least 1
 * @param multiplier how many average true ranges away the bands are, above 0
 * @param convention what the first bar's true range is
 */
public record SuperTrend(int period, double multiplier, Convention convention) implements Feature {

  /** The position of the line among the outputs: 0. */
  public static final int LINE = 0;

  /** The position of the direction among the outputs: 1. */
  public static final int DIRECTION = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public SuperTrend {
    Parameters.atLeast("period", period, 1);
    Parameters.positive("multiplier", multiplier);
  }

  @Override
  public List<FeatureName> outputs() {
    String lengths = period + "x" + FeatureName.text(multiplier);
    return List.of(
        FeatureName.of("tech", convention.label("supertrend"), lengths, "line"),
        FeatureName.of("tech", convention.label("supertrend"), lengths, "direction"));
  }

  @Override
  public int warmup(int output) {
    return convention == Convention.TRADING_VIEW ? period - 1 : period;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE,
        this::step,
        Stages.lag(1),
        Stages.wilder(period),
        Stages.memory(),
        Stages.memory(),
        Stages.memory());
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double last = stages[0].update(close);
    double first = convention == Convention.TRADING_VIEW ? high - low : Double.NaN;
    double range = stages[1].update(Double.isNaN(last) ? first : TrueRange.of(high, low, last));
    double upper = (high + low) / 2 + multiplier * range;
    double lower = (high + low) / 2 - multiplier * range;
    double lastUpper = stages[2].value(0);
    double lastLower = stages[3].value(0);
    double lastDirection = stages[4].value(0);
    if (!Double.isNaN(lastDirection) && !Double.isNaN(upper)) {
      upper = last > lastUpper ? upper : Math.min(upper, lastUpper);
      lower = last < lastLower ? lower : Math.max(lower, lastLower);
    }
    double direction = lastDirection == 1 ? (close < lower ? -1 : 1) : (close > upper ? 1 : -1);
    direction = Double.isNaN(upper) ? Double.NaN : direction;
    stages[2].update(upper);
    stages[3].update(lower);
    stages[4].update(direction);
    out[LINE] = Double.isNaN(direction) ? Double.NaN : direction == 1 ? lower : upper;
    out[DIRECTION] = direction;
  }

  /** Creates an indicator that begins as TradingView's does. */
  public SuperTrend(int period, double multiplier) {
    this(period, multiplier, Convention.TRADING_VIEW);
  }
}
