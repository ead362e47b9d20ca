package io.quantkit.features.indicator.volume;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.RowFeature;
import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.BlockFeature;
import io.quantkit.features.kernel.RunningTotal;
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
public record Obv() implements RowFeature {

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
    return new State(new RunningTotal());
  }

  @Override
  public List<Input> inputs() {
    return List.of(Input.CLOSE, Input.VOLUME);
  }

  @Override
  public RowKernel rows(int symbols) {
    return new ObvRows(symbols);
  }

  private static final class State implements BlockFeature {
    private final RunningTotal total;
    private double[][] scratch = {};
    private double lastClose = Double.NaN;
    private double value = Double.NaN;

    State(RunningTotal total) {
      this.total = total;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (!Double.isFinite(close) || !Double.isFinite(volume)) {
        total.clear();
        lastClose = Double.NaN;
        value = Double.NaN;
        return;
      }
      double sign = Double.isNaN(lastClose) ? 1 : Math.signum(close - lastClose);
      value = total.add(volume * sign);
      lastClose = close;
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
      double[] now = scratch[1];
      double[] before = scratch[2];
      series.copyInto(BarField.VOLUME, from, to, signed, 0);
      series.copyInto(BarField.CLOSE, from, to, now, 0);
      before[0] = lastClose;
      System.arraycopy(now, 0, before, 1, n - 1);
      for (int i = 0; i < n; i++) {
        double change = now[i] - before[i];
        signed[i] *= change / Math.max(Math.abs(change), Double.MIN_VALUE); // its sign
      }
      if (!total.add(signed, n, out[0], from)) {
        return false;
      }
      lastClose = now[n - 1];
      value = out[0][to - 1];
      return true;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(total.copy());
      copy.lastClose = lastClose;
      copy.value = value;
      return copy;
    }
  }
}
