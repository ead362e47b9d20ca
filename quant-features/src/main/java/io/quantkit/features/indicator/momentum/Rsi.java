package io.quantkit.features.indicator.momentum;

import io.quantkit.features.Convention;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.RowIndicator;
import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.CheckedIndicator;
import io.quantkit.features.kernel.DecayingMoves;
import io.quantkit.features.kernel.ExponentialMean;
import java.util.List;

/**
 * Wilder's relative strength index: {@code 100 g / (g + l)} with {@code g} and {@code l} the
 * averages of gains and losses, smoothed with weight {@code 1 / period} from the mean of the first
 * {@code period} changes.
 *
 * <p>Within [0, 100]; above 50 gains prevail. Warm-up {@code period}. As long as nothing has moved
 * it is 0 by {@link Convention#TA_LIB} and {@link Convention#WILDER}, 100 by {@link
 * Convention#TRADING_VIEW}; otherwise the three agree. Source: J. Welles Wilder, New Concepts in
 * Technical Trading Systems, 1978. TA-Lib: RSI.
 *
 * @param period the smoothing, in changes, at least 1
 * @param input whose changes are measured
 * @param convention whose rules it follows
 */
public record Rsi(int period, Input input, Convention convention) implements RowIndicator {

  /**
   * Creates an index.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Rsi {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1, was " + period);
    }
  }

  /** Creates an index of closes by TA-Lib's rules. */
  public Rsi(int period) {
    this(period, Input.CLOSE);
  }

  /** Creates an index by TA-Lib's rules. */
  public Rsi(int period, Input input) {
    this(period, input, Convention.TA_LIB);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", convention.label("rsi"), period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(1.0 / period, eps / 10);
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(period, convention == Convention.TRADING_VIEW ? 100 : 0);
  }

  @Override
  public RowKernel rows(int symbols) {
    return new RsiRows(period, convention == Convention.TRADING_VIEW ? 100 : 0, symbols);
  }

  /** Returns the index, 0 if nothing moved. */
  static double index(double moves, double drift) {
    return 50 * ((moves + drift) / Math.max(moves, Double.MIN_VALUE));
  }

  /** Turns drifts into indices. */
  static void index(double[] moves, double[] drifts, int n) {
    for (int i = 0; i < n; i++) {
      drifts[i] = 50 * ((moves[i] + drifts[i]) / Math.max(moves[i], Double.MIN_VALUE));
    }
  }

  /*
   * With m the decaying sum of the changes' sizes and d that of the changes, gains are (m + d) / 2
   * and losses (m - d) / 2, all in one unknown unit, so the index is 50 (m + d) / m. |d| never
   * exceeds m, see DecayingMoves, and equals it if all changes had one sign.
   */
  private static final class State implements CheckedIndicator {
    private final int period;
    private final double still;
    private final DecayingMoves sums;
    private double[][] scratch = {};
    private int seen;
    private double seedMoves;
    private double seedDrift;
    private double last = Double.NaN;
    private double value = Double.NaN;

    State(int period, double still) {
      this.period = period;
      this.still = still;
      sums = new DecayingMoves(1 - 1.0 / period);
    }

    private State(State other) {
      period = other.period;
      still = other.still;
      sums = other.sums.copy();
      seen = other.seen;
      seedMoves = other.seedMoves;
      seedDrift = other.seedDrift;
      last = other.last;
      value = other.value;
    }

    @Override
    public double update(double x) {
      double change = x - last;
      if (!Double.isFinite(change)) {
        seen = 0;
        last = Double.isFinite(x) ? x : Double.NaN;
        value = Double.NaN;
        return value;
      }
      last = x;
      if (seen == period) {
        sums.add(change);
        value = told(sums.moves(), sums.drift());
      } else {
        seed(change);
      }
      return value;
    }

    private void seed(double change) {
      seedMoves = seen == 0 ? Math.abs(change) : seedMoves + Math.abs(change);
      seedDrift = seen == 0 ? change : seedDrift + change;
      if (++seen == period) {
        sums.start(seedMoves, seedDrift);
        value = told(seedMoves, seedDrift);
      }
    }

    private double told(double moves, double drift) {
      return moves == 0 ? still : 50 * ((moves + drift) / moves);
    }

    @Override
    public boolean warm() {
      return seen == period;
    }

    @Override
    public boolean attempt(double[] in, int from, int to, double[][] out, int outFrom) {
      if (scratch.length == 0) {
        scratch = new double[2][SIZE];
      }
      int n = to - from;
      double[] m = scratch[0];
      double[] d = scratch[1];
      if (!sums.add(in, from, to, last, m, d)) {
        return false;
      }
      last = in[to - 1];
      index(m, d, n);
      for (int i = 0; i < n && still != 0; i++) {
        d[i] = m[i] == 0 ? still : d[i];
      }
      value = d[n - 1];
      System.arraycopy(d, 0, out[0], outFrom, n);
      return true;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      return new State(this);
    }
  }
}
