package io.quantkit.features.indicator.momentum;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BlockFeature;
import io.quantkit.features.kernel.Finite;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingSum;
import io.quantkit.features.kernel.TypicalPrice;
import java.util.List;

/**
 * The money flow index: {@code 100 p / (p + n)} with {@code p} and {@code n} the sums over {@code
 * period} bars of typical price times volume on bars whose typical price rose and fell.
 *
 * <p>TA-Lib's {@code MFI}; the typical price is {@code (high + low + close) / 3}. Within [0, 100].
 * Warm-up {@code period}. 0 where the flow {@code p + n} is below {@code least} or 0. TA-Lib has a
 * least flow of 1, whatever the units of price and volume are: ask for it to get its numbers for
 * tiny volumes. Source: G. Quong and A. Soudack, Stocks and Commodities, March 1989.
 *
 * @param period the window, at least 1
 * @param least the least flow that counts, at least 0
 */
public record Mfi(int period, double least) implements Feature {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public Mfi {
    Parameters.atLeast("period", period, 1);
    Parameters.within("least", least, 0, Double.MAX_VALUE);
  }

  /** Creates an index for which every flow counts. */
  public Mfi(int period) {
    this(period, 0);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech",
            "mfi",
            least == 0 ? Integer.toString(period) : period + "x" + FeatureName.text(least),
            "raw"));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new State(least, new SlidingSum(period), new SlidingSum(period));
  }

  private static final class State implements BlockFeature {
    private double[][] scratch = {};
    private final double least;
    private final SlidingSum rises;
    private final SlidingSum falls;
    private double last = Double.NaN;
    private double value = Double.NaN;

    State(double least, SlidingSum rises, SlidingSum falls) {
      this.least = least;
      this.rises = rises;
      this.falls = falls;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      step(high, low, close, volume);
    }

    @Override
    public boolean warm() {
      return !Double.isNaN(value);
    }

    @Override
    public boolean block(BarSeries series, int from, int to, double[][] out) {
      if (scratch.length == 0) {
        scratch = new double[5][SIZE];
      }
      int n = to - from;
      double[] price = scratch[0];
      double[] change = scratch[1];
      double[] flow = scratch[2];
      double[] rise = scratch[3];
      double[] fall = scratch[4];
      TypicalPrice.block(series, from, to, price, rise, fall);
      series.copyInto(BarField.VOLUME, from, to, flow, 0);
      System.arraycopy(price, 0, change, 1, n - 1);
      change[0] = last;
      for (int i = 0; i < n; i++) {
        flow[i] *= price[i];
        change[i] = price[i] - change[i];
      }
      for (int i = 0; i < n; i++) {
        double direction = direction(change[i]);
        double half = 0.5 * flow[i];
        rise[i] = half * Math.abs(direction) + half * direction;
        fall[i] = half * Math.abs(direction) - half * direction;
      }
      // Not finite if a flow or a change is not.
      if (!Finite.all(rise, 0, n)) {
        return false;
      }
      last = price[n - 1];
      rises.add(rise, n, flow);
      falls.add(fall, n, change);
      divide(flow, change, rise, fall, n);
      System.arraycopy(rise, 0, out[0], from, n);
      value = rise[n - 1];
      return true;
    }

    /** Computes the index; overwrites the totals. */
    private void divide(double[] up, double[] down, double[] result, double[] totals, int n) {
      for (int i = 0; i < n; i++) {
        double total = up[i] + down[i];
        totals[i] = total - least;
        result[i] = 100 * (up[i] / total);
      }
      for (int i = 0; i < n; i++) {
        totals[i] = totals[i] - Math.abs(totals[i]) + 0 * result[i];
      }
      if (!Finite.allZero(totals, 0, n)) {
        for (int i = 0; i < n; i++) {
          result[i] = index(up[i], down[i]);
        }
      }
    }

    /** Returns 1, 0 or -1: in a way that is done for several numbers at a time. */
    private static double direction(double change) {
      return change / Math.max(Math.abs(change), Double.MIN_VALUE);
    }

    private boolean counts(double total) {
      return total >= least && total > 0;
    }

    private double index(double positive, double negative) {
      double total = positive + negative;
      return counts(total) ? 100 * (positive / total) : 0;
    }

    private void step(double high, double low, double close, double volume) {
      double price = TypicalPrice.of(high, low, close);
      double change = price - last;
      double flow = price * volume;
      if (!Double.isFinite(flow + 0 * change)) {
        restart(Double.isFinite(volume) ? price : Double.NaN);
        return;
      }
      last = price;
      double direction = direction(change);
      double half = 0.5 * flow;
      double positive = rises.add(half * Math.abs(direction) + half * direction);
      double negative = falls.add(half * Math.abs(direction) - half * direction);
      value = rises.full() ? index(positive, negative) : Double.NaN;
    }

    /** Forgets everything but the price. */
    private void restart(double price) {
      rises.clear();
      falls.clear();
      last = Double.isFinite(price) ? price : Double.NaN;
      value = Double.NaN;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(least, rises.copy(), falls.copy());
      copy.last = last;
      copy.value = value;
      return copy;
    }
  }
}
