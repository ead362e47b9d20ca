package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarBlock;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.RunningTotal;
import java.util.List;

/**
 * The price and volume trend: the running total of {@code volume[t] (close[t] / close[t-1] - 1)}.
 *
 * <p>In units of volume. Begins with 0 at the first bar and has no warm-up. Its level depends on
 * where the stream begins, so it never settles. Rounding errors are summed as well.
 */
public record PriceVolumeTrend() implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "pvt", "all", "raw"));
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
    return new GapKernel(GapKernel.CLOSE | GapKernel.VOLUME, 1, new Step(new RunningTotal()));
  }

  private static final class Step implements BarStep {
    private final RunningTotal total;
    private double lastClose = Double.NaN;
    private double[] changes = {};
    private double[] before = {};

    Step(RunningTotal total) {
      this.total = total;
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
      double change = Double.isNaN(lastClose) ? 0 : volume * (close / lastClose - 1);
      out[0] = total.add(change);
      lastClose = close;
    }

    @Override
    public void steps(BarBlock bars, double[] values, double[][] out, int outFrom) {
      if (changes.length == 0) {
        changes = new double[BarBlock.SIZE];
        before = new double[BarBlock.SIZE];
      }
      int count = bars.count();
      double[] close = bars.close();
      double[] volume = bars.volume();
      before[0] = Double.isNaN(lastClose) ? close[0] : lastClose;
      System.arraycopy(close, 0, before, 1, count - 1);
      for (int i = 0; i < count; i++) {
        changes[i] = volume[i] * (close[i] / before[i] - 1);
      }
      if (total.add(changes, count, out[0], outFrom)) {
        lastClose = close[count - 1];
        values[0] = out[0][outFrom + count - 1];
      } else {
        BarStep.super.steps(bars, values, out, outFrom);
      }
    }

    @Override
    public void clear() {
      total.clear();
      lastClose = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(total.copy());
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
