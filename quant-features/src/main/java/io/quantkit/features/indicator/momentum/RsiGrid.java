package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BlockIndicator;
import io.quantkit.features.kernel.DecayingMoves;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@link Rsi} by TA-Lib's rules for several periods in one pass: the changes are computed once.
 * Output {@code i} has the bits of {@code new Rsi(periods.get(i), input)}.
 *
 * <p>A parameter sweep computes its whole grid at the cost of the smoothing alone:
 *
 * <pre>{@code
 * double[][] byPeriod = RsiGrid.of(2, 60).over(series);   // periods 2, 3, ... 60
 * }</pre>
 *
 * @param periods the periods, at least one, each at least 1, all different
 * @param input whose changes are measured
 */
public record RsiGrid(List<Integer> periods, Input input) implements Indicator {

  /**
   * Creates a grid.
   *
   * @throws IllegalArgumentException if there is no period, one is below 1 or occurs twice
   */
  public RsiGrid {
    periods = List.copyOf(periods);
    if (periods.isEmpty() || periods.stream().distinct().count() < periods.size()) {
      throw new IllegalArgumentException("periods must be some different numbers, were " + periods);
    }
    periods.forEach(period -> new Rsi(period, Input.CLOSE));
  }

  /** Returns the grid of every period in a range, of closes. */
  public static RsiGrid of(int fromInclusive, int toInclusive) {
    List<Integer> periods = new ArrayList<>();
    for (int period = fromInclusive; period <= toInclusive; period++) {
      periods.add(period);
    }
    return new RsiGrid(periods, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return periods.stream().map(period -> new Rsi(period, input).outputs().get(0)).toList();
  }

  @Override
  public int warmup(int output) {
    return periods.get(output);
  }

  @Override
  public int settle(double eps) {
    return periods.stream().mapToInt(period -> new Rsi(period, input).settle(eps)).max().orElse(0);
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(periods.stream().mapToInt(Integer::intValue).toArray());
  }

  private static final class State implements BlockIndicator {
    private final int[] periods;
    private final int longest;
    private final DecayingMoves[] sums;
    private final double[] values;
    private double[][] scratch = {};
    private int seen;
    private double seedMoves;
    private double seedDrift;
    private double last;

    State(int[] periods) {
      this.periods = periods;
      int n = periods.length;
      sums = new DecayingMoves[n];
      values = new double[n];
      int most = 0;
      for (int i = 0; i < n; i++) {
        sums[i] = new DecayingMoves(1 - 1.0 / periods[i]);
        most = Math.max(most, periods[i]);
      }
      longest = most;
      clear();
    }

    private State(State other) {
      periods = other.periods;
      longest = other.longest;
      int n = periods.length;
      sums = new DecayingMoves[n];
      for (int i = 0; i < n; i++) {
        sums[i] = other.sums[i].copy();
      }
      values = other.values.clone();
      seen = other.seen;
      seedMoves = other.seedMoves;
      seedDrift = other.seedDrift;
      last = other.last;
    }

    private void clear() {
      seen = 0;
      seedMoves = 0;
      seedDrift = 0;
      last = Double.NaN;
      Arrays.fill(values, Double.NaN);
    }

    @Override
    public double update(double x) {
      double change = x - last;
      if (!Double.isFinite(change)) {
        clear();
        last = Double.isFinite(x) ? x : Double.NaN;
        return values[0];
      }
      last = x;
      if (seen < longest) {
        seed(change);
      } else {
        for (int i = 0; i < values.length; i++) {
          advance(i, change);
        }
      }
      return values[0];
    }

    private void advance(int i, double change) {
      sums[i].add(change);
      values[i] = Rsi.index(sums[i].moves(), sums[i].drift());
    }

    private void seed(double change) {
      seedMoves += Math.abs(change);
      seedDrift += change;
      seen++;
      for (int i = 0; i < values.length; i++) {
        if (seen == periods[i]) {
          sums[i].start(seedMoves, seedDrift);
          values[i] = Rsi.index(seedMoves, seedDrift);
        } else if (seen > periods[i]) {
          advance(i, change);
        }
      }
    }

    @Override
    public boolean warm() {
      return seen == longest;
    }

    @Override
    public void block(double[] in, int from, int to, double[][] out, int outFrom) {
      if (scratch.length == 0) {
        scratch = new double[3][SIZE];
      }
      int n = to - from;
      double[] m = scratch[0];
      double[] d = scratch[1];
      double[] x = scratch[2];
      System.arraycopy(in, from, x, 0, n);
      for (int i = 0; i < values.length; i++) {
        sums[i].add(x, 0, n, last, m, d);
        Rsi.index(m, d, n);
        values[i] = d[n - 1];
        if (i < out.length) {
          System.arraycopy(d, 0, out[i], outFrom, n);
        }
      }
      last = x[n - 1];
    }

    @Override
    public double value(int output) {
      return values[output];
    }

    @Override
    public IndicatorKernel copy() {
      return new State(this);
    }
  }
}
