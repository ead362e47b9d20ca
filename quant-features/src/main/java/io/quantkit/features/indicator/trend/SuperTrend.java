package io.quantkit.features.indicator.trend;

import io.quantkit.features.Convention;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarBlock;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
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
    return new GapKernel(
        GapKernel.PRICES,
        2,
        new Step(
            multiplier, convention == Convention.TRADING_VIEW, ExponentialMean.wilder(period)));
  }

  /** Creates an indicator that begins as TradingView's does. */
  public SuperTrend(int period, double multiplier) {
    this(period, multiplier, Convention.TRADING_VIEW);
  }

  private static final class Step implements BarStep {
    private final double multiplier;
    private final boolean fromFirstBar;
    private final ExponentialMean mean;
    private double[] ranges = {};
    private double lastClose = Double.NaN;
    private double lastUpper;
    private double lastLower;
    private double direction;

    Step(double multiplier, boolean fromFirstBar, ExponentialMean mean) {
      this.multiplier = multiplier;
      this.fromFirstBar = fromFirstBar;
      this.mean = mean;
    }

    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      if (!Double.isNaN(lastClose)) {
        follow(high, low, close, mean.add(TrueRange.of(high, low, lastClose)), out);
      } else if (fromFirstBar) {
        follow(high, low, close, mean.add(high - low), out);
      }
      lastClose = close;
    }

    /** Moves the bands, given the average range, once there is one. */
    private void follow(double high, double low, double close, double range, double[] out) {
      if (Double.isNaN(range)) {
        return;
      }
      double upper = (high + low) / 2 + multiplier * range;
      double lower = (high + low) / 2 - multiplier * range;
      if (direction != 0) {
        upper = lastClose > lastUpper ? upper : Math.min(upper, lastUpper);
        lower = lastClose < lastLower ? lower : Math.max(lower, lastLower);
      }
      direction = direction == 1 ? (close < lower ? -1 : 1) : (close > upper ? 1 : -1);
      lastUpper = upper;
      lastLower = lower;
      out[LINE] = direction == 1 ? lower : upper;
      out[DIRECTION] = direction;
    }

    @Override
    public void steps(BarBlock bars, double[] values, double[][] out, int outFrom) {
      int count = bars.count();
      if (!mean.started() || !average(bars)) {
        BarStep.super.steps(bars, values, out, outFrom);
        return;
      }
      double[] high = bars.high();
      double[] low = bars.low();
      double[] close = bars.close();
      for (int i = 0; i < count; i++) {
        follow(high[i], low[i], close[i], ranges[i], values);
        lastClose = close[i];
        out[LINE][outFrom + i] = values[LINE];
        out[DIRECTION][outFrom + i] = values[DIRECTION];
      }
    }

    /** Averages the true ranges; returns whether they are finite, or nothing happened. */
    private boolean average(BarBlock bars) {
      int count = bars.count();
      if (ranges.length == 0) {
        ranges = new double[BarBlock.SIZE];
      }
      double[] high = bars.high();
      double[] low = bars.low();
      ranges[0] = lastClose;
      System.arraycopy(bars.close(), 0, ranges, 1, count - 1);
      for (int i = 0; i < count; i++) {
        ranges[i] = Math.max(high[i], ranges[i]) - Math.min(low[i], ranges[i]);
      }
      return mean.add(ranges, 0, count, ranges, 0);
    }

    @Override
    public void clear() {
      mean.clear();
      lastClose = Double.NaN;
      direction = 0;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(multiplier, fromFirstBar, mean.copy());
      copy.lastClose = lastClose;
      copy.lastUpper = lastUpper;
      copy.lastLower = lastLower;
      copy.direction = direction;
      return copy;
    }
  }
}
