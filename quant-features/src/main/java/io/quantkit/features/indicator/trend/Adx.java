package io.quantkit.features.indicator.trend;

import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Convention;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.RowFeature;
import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.BlockFeature;
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
 * <p>By {@link Convention#TA_LIB} the smoothed sums begin with those of the first {@code period -
 * 1} movements, by the others with those of the first {@code period}, unsmoothed; ADX with the mean
 * of the first {@code period} DX. Warm-up {@code period} for the indicators and DX, {@code 2 period
 * - 1} for ADX. Where the range is 0 the indicators are 0. Where neither direction moved DX and ADX
 * keep their value (0 at first); by {@link Convention#TRADING_VIEW} DX is 0 there. Source: J.
 * Welles Wilder, New Concepts in Technical Trading Systems, 1978.
 *
 * @param period the smoothing, at least 2
 * @param convention whose rules it follows
 */
public record Adx(int period, Convention convention) implements RowFeature {

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

  /** Creates an index by TA-Lib's rules. */
  public Adx(int period) {
    this(period, Convention.TA_LIB);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = convention.label("adx");
    return List.of(
        FeatureName.of("tech", indicator, period, "raw"),
        FeatureName.of("tech", indicator, period, "plus"),
        FeatureName.of("tech", indicator, period, "minus"),
        FeatureName.of("tech", indicator, period, "dx"));
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
    return new State(period, convention);
  }

  @Override
  public List<Input> inputs() {
    return List.of(Input.HIGH, Input.LOW, Input.CLOSE);
  }

  @Override
  public RowKernel rows(int symbols) {
    return new AdxRows(period, convention == Convention.TA_LIB ? period - 1 : period, symbols);
  }

  /*
   * The movements, twice as large, and the range are decaying sums in one unit, which cancels in the
   * quotients.
   */
  private static final class State implements BlockFeature {
    private static final double HUGE = 0x1p60;

    private final int period;

    /** How many movements the first sums are of. */
    private final int seedLength;

    /** Whether the index is 0, not what it was, where neither direction moved. */
    private final boolean zero;

    private final DirectionalSums sums;

    /** As it was, in case that a block cannot be had. */
    private final DirectionalSums sumsBefore;

    private final ExponentialMean average;
    private double[][] scratch = {};
    private int seen;
    private double seedPlus;
    private double seedMinus;
    private double seedRange;
    private double lastHigh;
    private double lastLow;
    private double lastClose;
    private double index;
    private double adx = Double.NaN;
    private double plusIndicator = Double.NaN;
    private double minusIndicator = Double.NaN;

    State(int period, Convention convention) {
      this.period = period;
      seedLength = convention == Convention.TA_LIB ? period - 1 : period;
      zero = convention == Convention.TRADING_VIEW;
      sums = new DirectionalSums(1 - 1.0 / period);
      sumsBefore = new DirectionalSums(sums);
      average = ExponentialMean.wilder(period);
    }

    private State(State other) {
      period = other.period;
      seedLength = other.seedLength;
      zero = other.zero;
      sums = new DirectionalSums(other.sums);
      sumsBefore = new DirectionalSums(sums);
      average = other.average.copy();
      seen = other.seen;
      seedPlus = other.seedPlus;
      seedMinus = other.seedMinus;
      seedRange = other.seedRange;
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
        double p = 2 * movement(up, down);
        double m = 2 * movement(down, up);
        double r = TrueRange.of(high, low, lastClose);
        if (seen > seedLength) {
          sums.add(p, m, r);
          advance(sums.plus(), sums.minus(), sums.range());
        } else {
          seed(p, m, r);
        }
      }
      seen = Math.min(seen + 1, 2 * period);
      lastHigh = high;
      lastLow = low;
      lastClose = close;
    }

    /**
     * Returns the movement in one direction: positive and greater than the other one, or 0. Without
     * a branch, which would be taken at random.
     */
    private static double movement(double up, double down) {
      return Math.max(up, 0) * (0.5 - Math.copySign(0.5, down - up));
    }

    private void seed(double p, double m, double r) {
      seedPlus += p;
      seedMinus += m;
      seedRange += r;
      if (seen == seedLength) {
        sums.start(seedPlus, seedMinus, seedRange);
      }
      if (seen == period) {
        advance(seedPlus, seedMinus, seedRange);
      }
    }

    /** Takes the smoothed movements of a bar. */
    private void advance(double p, double m, double r) {
      plusIndicator = indicator(p, r);
      minusIndicator = indicator(m, r);
      boolean defined = p + m > 0 && r > 0;
      if (defined) {
        index = 100 * (Math.abs(p - m) / (p + m));
      } else if (zero) {
        index = 0;
      }
      if (seen < 2 * period) {
        double seeded = average.add(defined ? index : 0);
        adx = seen == 2 * period - 1 ? seeded : Double.NaN;
      } else if (defined || zero) {
        adx = average.add(index);
      }
    }

    private static double indicator(double move, double range) {
      return 50 * (move / Math.max(range, Double.MIN_VALUE));
    }

    private void clear() {
      average.clear();
      seen = 0;
      seedPlus = 0;
      seedMinus = 0;
      seedRange = 0;
      index = 0;
      adx = Double.NaN;
      plusIndicator = Double.NaN;
      minusIndicator = Double.NaN;
    }

    @Override
    public boolean warm() {
      return seen == 2 * period;
    }

    @Override
    public boolean block(BarSeries series, int from, int to, double[][] out) {
      if (scratch.length == 0) {
        scratch = new double[5][SIZE];
      }
      int n = to - from;
      double[] r = scratch[0];
      double[] p = scratch[1];
      double[] m = scratch[2];
      double[] high = scratch[3];
      double[] low = scratch[4];
      TrueRange.fill(series, from, to, lastClose, r, high, low);
      p[0] = lastHigh;
      m[0] = lastLow;
      System.arraycopy(high, 0, p, 1, n - 1);
      System.arraycopy(low, 0, m, 1, n - 1);
      movements(high, low, n, p, m);
      double close = series.close(to - 1);
      sumsBefore.become(sums);
      if (!sums.add(n, p, m, r) || !Double.isFinite(close)) {
        sums.become(sumsBefore);
        return false;
      }
      lastHigh = high[n - 1];
      lastLow = low[n - 1];
      lastClose = close;
      double[] dx = high;
      indices(p, m, n, dx);
      if (!average.add(dx, 0, n, out[ADX], from)) {
        standing(p, m, r, dx, out[ADX], from, n);
      }
      adx = out[ADX][to - 1];
      index = dx[n - 1];
      plusIndicator = indicator(p[n - 1], r[n - 1]);
      minusIndicator = indicator(m[n - 1], r[n - 1]);
      if (out.length > PLUS) {
        indicators(p, r, n);
        System.arraycopy(p, 0, out[PLUS], from, n);
      }
      if (out.length > MINUS) {
        indicators(m, r, n);
        System.arraycopy(m, 0, out[MINUS], from, n);
      }
      if (out.length > DX) {
        System.arraycopy(dx, 0, out[DX], from, n);
      }
      return true;
    }

    /**
     * Replaces the highs and the lows before by twice the movements, in a form that is computed for
     * several bars at a time: a lead over the other direction becomes larger than the movement when
     * it is multiplied by something huge, for it is no less than its last place.
     */
    private static void movements(double[] high, double[] low, int n, double[] p, double[] m) {
      for (int i = 0; i < n; i++) {
        double up = high[i] - p[i];
        double down = m[i] - low[i];
        double plus = up + Math.abs(up);
        double minus = down + Math.abs(down);
        double lead = (plus - minus) * HUGE;
        p[i] = Math.min(plus, Math.abs(lead) + lead);
        m[i] = Math.min(minus, Math.abs(lead) - lead);
      }
    }

    private static void indices(double[] p, double[] m, int n, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] = 100 * (Math.abs(p[i] - m[i]) / (p[i] + m[i]));
      }
    }

    /** Turns sums of movements into indicators. */
    private static void indicators(double[] moves, double[] ranges, int n) {
      for (int i = 0; i < n; i++) {
        moves[i] = indicator(moves[i], ranges[i]);
      }
    }

    /** Averages where at some bars neither direction moved and the index stands still. */
    private void standing(
        double[] p, double[] m, double[] r, double[] index, double[] out, int outFrom, int n) {
      double lastIndex = this.index;
      double lastAverage = adx;
      for (int i = 0; i < n; i++) {
        if (p[i] + m[i] > 0 && r[i] > 0) {
          lastIndex = index[i];
          lastAverage = average.add(lastIndex);
        } else if (zero) {
          lastIndex = 0;
          lastAverage = average.add(0);
        }
        index[i] = lastIndex;
        out[outFrom + i] = lastAverage;
      }
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
