package io.quantkit.features.indicator.trend;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.TrueRange;
import java.util.List;

/**
 * Wilder's directional movement: the average directional index, the two directional indicators and
 * the directional index that the average is of.
 *
 * <p>With {@code up = high[t] - high[t-1]} and {@code down = low[t-1] - low[t]}, the plus movement
 * is {@code up} where that is positive and greater than {@code down}, the minus movement {@code
 * down} where that is positive and greater than {@code up}, else 0. Both and the true range are
 * smoothed with weight {@code 1 / period}; {@code +DI = 100 plus / range}, {@code -DI = 100 minus /
 * range}, {@code DX = 100 |+DI - -DI| / (+DI + -DI)} and ADX is the smoothed DX. All within [0,
 * 100].
 *
 * <p>Begins as in TA-Lib: the smoothed sums with those of the first {@code period - 1} movements,
 * ADX with the mean of the first {@code period} DX. Warm-up {@code period} for the indicators and
 * DX, {@code 2 period - 1} for ADX. Where the range is 0 the indicators are 0; where neither
 * direction moved DX and ADX keep their value (0 at first). Source: J. Welles Wilder, New Concepts
 * in Technical Trading Systems, 1978.
 *
 * @param period the smoothing, at least 2
 */
public record Adx(int period) implements Feature {

  /** The position of the average directional index among the outputs: 0. */
  public static final int ADX = 0;

  /** The position of the plus directional indicator among the outputs: 1. */
  public static final int PLUS = 1;

  /** The position of the minus directional indicator among the outputs: 2. */
  public static final int MINUS = 2;

  /** The position of the directional index among the outputs: 3. */
  public static final int DX = 3;

  /**
   * Creates an index.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public Adx {
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "adx", period, "raw"),
        FeatureName.of("tech", "adx", period, "plus"),
        FeatureName.of("tech", "adx", period, "minus"),
        FeatureName.of("tech", "adx", period, "dx"));
  }

  @Override
  public int warmup(int output) {
    return output == ADX ? 2 * period - 1 : period;
  }

  @Override
  public int settle(double eps) {
    // DX is a quotient of small differences: leave the movements three digits more to settle.
    return warmup() + 2 * ExponentialMean.memory(1.0 / period, eps / 1000);
  }

  @Override
  public FeatureKernel start() {
    return new State(period);
  }

  private static final class State implements FeatureKernel {
    private final int period;
    private final ExponentialMean plus;
    private final ExponentialMean minus;
    private final ExponentialMean range;
    private final ExponentialMean average;
    private int seen;
    private double lastHigh;
    private double lastLow;
    private double lastClose;
    private double index;
    private double adx = Double.NaN;
    private double plusIndicator = Double.NaN;
    private double minusIndicator = Double.NaN;

    State(int period) {
      this.period = period;
      plus = ExponentialMean.wilderSum(period);
      minus = ExponentialMean.wilderSum(period);
      range = ExponentialMean.wilderSum(period);
      average = ExponentialMean.wilder(period);
    }

    private State(State other) {
      period = other.period;
      plus = other.plus.copy();
      minus = other.minus.copy();
      range = other.range.copy();
      average = other.average.copy();
      seen = other.seen;
      lastHigh = other.lastHigh;
      lastLow = other.lastLow;
      lastClose = other.lastClose;
      index = other.index;
      adx = other.adx;
      plusIndicator = other.plusIndicator;
      minusIndicator = other.minusIndicator;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (!Double.isFinite(high) || !Double.isFinite(low) || !Double.isFinite(close)) {
        clear();
        return;
      }
      if (seen > 0) {
        double up = high - lastHigh;
        double down = lastLow - low;
        double plusMove = up > down ? Math.max(up, 0) : 0;
        double minusMove = down > up ? Math.max(down, 0) : 0;
        double p = plus.add(plusMove);
        double m = minus.add(minusMove);
        double r = range.add(TrueRange.of(high, low, lastClose));
        if (seen >= period) {
          advance(p, m, r);
        }
      }
      seen = Math.min(seen + 1, 2 * period);
      lastHigh = high;
      lastLow = low;
      lastClose = close;
    }

    /** Takes the smoothed movements of a bar. */
    private void advance(double p, double m, double r) {
      plusIndicator = r > 0 ? 100 * (p / r) : 0;
      minusIndicator = r > 0 ? 100 * (m / r) : 0;
      boolean defined = plusIndicator + minusIndicator > 0;
      if (defined) {
        index = 100 * (Math.abs(plusIndicator - minusIndicator) / (plusIndicator + minusIndicator));
      }
      if (seen < 2 * period) {
        double seeded = average.add(defined ? index : 0);
        adx = seen == 2 * period - 1 ? seeded : Double.NaN;
      } else if (defined) {
        adx = average.add(index);
      }
    }

    private void clear() {
      plus.clear();
      minus.clear();
      range.clear();
      average.clear();
      seen = 0;
      index = 0;
      adx = Double.NaN;
      plusIndicator = Double.NaN;
      minusIndicator = Double.NaN;
    }

    @Override
    public double value(int output) {
      return switch (output) {
        case ADX -> adx;
        case PLUS -> plusIndicator;
        case MINUS -> minusIndicator;
        default -> Double.isNaN(plusIndicator) ? Double.NaN : index;
      };
    }

    @Override
    public FeatureKernel copy() {
      return new State(this);
    }
  }
}
