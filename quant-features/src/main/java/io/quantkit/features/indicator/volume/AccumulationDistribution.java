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
 * Marc Chaikin's accumulation and distribution line: the running total of {@code volume ((close -
 * low) - (high - close)) / (high - low)}; TA-Lib's AD.
 *
 * <p>In units of volume. Begins with the first bar's term and has no warm-up; a bar without range
 * adds nothing. Its level depends on where the stream begins, so it never settles. Rounding errors
 * are summed as well.
 */
public record AccumulationDistribution() implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "ad", "all", "raw"));
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
    return new GapKernel(GapKernel.PRICES | GapKernel.VOLUME, 1, new Step(new RunningTotal()));
  }

  private static final class Step implements BarStep {
    private final RunningTotal total;
    private double[] flows = {};

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
      out[0] = total.add(MoneyFlow.of(high, low, close, volume));
    }

    @Override
    public void steps(BarBlock bars, double[] values, double[][] out, int outFrom) {
      if (flows.length == 0) {
        flows = new double[BarBlock.SIZE];
      }
      int count = bars.count();
      MoneyFlow.of(bars, flows);
      if (total.add(flows, count, out[0], outFrom)) {
        values[0] = out[0][outFrom + count - 1];
      } else {
        BarStep.super.steps(bars, values, out, outFrom);
      }
    }

    @Override
    public void clear() {
      total.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(total.copy());
    }
  }
}
