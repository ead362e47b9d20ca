package io.quantkit.features.indicator.volume;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BlockFeature;
import io.quantkit.features.kernel.Finite;
import java.util.List;

/**
 * On-balance volume: the running total of volume, counted positive on bars that close higher than
 * the one before, negative on bars that close lower, and not at all on others.
 *
 * <p>In units of volume. Begins with the first bar's volume, as in TA-Lib, and has no warm-up. Its
 * level depends on where the stream begins, so it never settles; only its changes mean something. A
 * missing close or volume starts a new total. Exact as long as volumes are whole numbers and the
 * total stays below 2<sup>53</sup>; otherwise the rounding errors are summed as well (Knuth, The
 * Art of Computer Programming 4.2.2). Source: J. Granville, New Key to Stock Market Profits, 1963.
 */
public record Obv() implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "obv", "all", "raw"));
  }

  @Override
  public int warmup(int output) {
    return 0;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public FeatureKernel start() {
    return new State();
  }

  private static final class State implements BlockFeature {
    private double[][] scratch = {};
    private double lastClose = Double.NaN;
    private double total;
    private double lost;

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (!Double.isFinite(close) || !Double.isFinite(volume)) {
        lastClose = Double.NaN;
        return;
      }
      if (Double.isNaN(lastClose)) {
        total = volume;
        lost = 0;
      } else {
        add(volume * Math.signum(close - lastClose));
      }
      lastClose = close;
    }

    private void add(double x) {
      double next = total + x;
      double shadow = next - total;
      lost += (total - (next - shadow)) + (x - shadow);
      total = next;
    }

    @Override
    public boolean warm() {
      return !Double.isNaN(lastClose);
    }

    @Override
    public boolean block(BarSeries series, int from, int to, double[][] out) {
      if (scratch.length == 0) {
        scratch = new double[3][SIZE];
      }
      int n = to - from;
      double[] signed = scratch[0];
      double[] change = scratch[1];
      double[] other = scratch[2];
      series.copyInto(BarField.VOLUME, from, to, signed, 0);
      series.copyInto(BarField.CLOSE, from, to, change, 0);
      double close = change[n - 1];
      System.arraycopy(change, 0, other, 1, n - 1);
      other[0] = lastClose;
      for (int i = 0; i < n; i++) {
        change[i] -= other[i];
      }
      if (!Finite.all(signed, 0, n) || !Finite.all(change, 0, n)) {
        return false;
      }
      lastClose = close;
      for (int i = 0; i < n; i++) {
        signed[i] *= change[i] / Math.max(Math.abs(change[i]), Double.MIN_VALUE); // its sign
      }
      double[] result = other;
      double sum = total;
      double error = lost;
      for (int i = 0; i < n; i++) {
        double v = signed[i];
        double next = sum + v;
        double shadow = next - sum;
        error += (sum - (next - shadow)) + (v - shadow);
        sum = next;
        result[i] = sum + error;
      }
      System.arraycopy(result, 0, out[0], from, n);
      total = sum;
      lost = error;
      return true;
    }

    @Override
    public double value(int output) {
      return Double.isNaN(lastClose) ? Double.NaN : total + lost;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State();
      copy.lastClose = lastClose;
      copy.total = total;
      copy.lost = lost;
      return copy;
    }
  }
}
