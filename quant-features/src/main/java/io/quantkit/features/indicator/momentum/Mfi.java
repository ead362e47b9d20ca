package io.quantkit.features.indicator.momentum;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BlockFeature;
import io.quantkit.features.kernel.Finite;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingSum;
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
        scratch = new double[4][SIZE];
      }
      int n = to - from;
      double[] price = scratch[0];
      double[] flow = scratch[1];
      double[] up = scratch[2];
      double[] down = scratch[3];
      Input.TYPICAL.copyInto(series, from, to, price, 0);
      series.copyInto(BarField.VOLUME, from, to, flow, 0);
      if (!Finite.all(price, 0, n) || !Finite.all(flow, 0, n)) {
        return false;
      }
      for (int i = 0; i < n; i++) {
        flow[i] = price[i] * flow[i];
      }
      if (!Finite.all(flow, 0, n)) {
        return false;
      }
      double before = last;
      for (int i = 0; i < n; i++) {
        double direction = Math.signum(price[i] - before);
        before = price[i];
        up[i] = flow[i] * Math.max(direction, 0);
        down[i] = flow[i] * Math.max(-direction, 0);
      }
      last = before;
      rises.add(up, n, price);
      falls.add(down, n, flow);
      double[] result = out[0];
      for (int i = 0; i < n; i++) {
        result[from + i] = index(price[i], flow[i]);
      }
      value = result[to - 1];
      return true;
    }

    private double index(double positive, double negative) {
      double total = positive + negative;
      return total == 0 || total < least ? 0 : 100 * (positive / total);
    }

    private void step(double high, double low, double close, double volume) {
      if (!Double.isFinite(high)
          || !Double.isFinite(low)
          || !Double.isFinite(close)
          || !Double.isFinite(volume)) {
        restart(Double.NaN);
        return;
      }
      double price = (high + low + close) / 3;
      double change = price - last;
      double flow = price * volume;
      if (!Double.isFinite(change) || !Double.isFinite(flow)) {
        restart(price);
        return;
      }
      last = price;
      double direction = Math.signum(change);
      value =
          index(
              rises.add(flow * Math.max(direction, 0)), falls.add(flow * Math.max(-direction, 0)));
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
