package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.RunningTotal;
import java.util.List;

/**
 * Larry Williams' accumulation and distribution: the running total of {@code close - min(low, last
 * close)} on bars that close higher than the one before, and of {@code close - max(high, last
 * close)} on bars that close lower; Tulip's {@code wad}. Volume plays no part in it.
 *
 * <p>In the unit of the price. Warm-up 1. Its level depends on where the stream begins, so it never
 * settles. Rounding errors are summed as well. Source: L. Williams, How I Made One Million Dollars
 * Last Year Trading Commodities, 1973.
 */
public record WilliamsAccumulation() implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "wad", "all", "raw"));
  }

  @Override
  public int warmup(int output) {
    return 1;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(GapKernel.PRICES, 1, new Step(new RunningTotal()));
  }

  private static final class Step implements BarStep {
    private final RunningTotal total;
    private double lastClose = Double.NaN;

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
      if (!Double.isNaN(lastClose)) {
        double move = 0;
        if (close > lastClose) {
          move = close - Math.min(low, lastClose);
        } else if (close < lastClose) {
          move = close - Math.max(high, lastClose);
        }
        out[0] = total.add(move);
      }
      lastClose = close;
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
