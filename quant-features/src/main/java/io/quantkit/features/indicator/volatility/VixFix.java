package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingMaximum;
import java.util.List;

/**
 * Larry Williams' VIX fix, an implied volatility synthesised from prices: {@code 100 (max(close, n)
 * - low) / max(close, n)}.
 *
 * <p>In hundredths, below 100; high when the low is far below recent closes. Warm-up {@code period
 * - 1}. Source: L. Williams, The VIX Fix, Active Trader, December 2007.
 *
 * @param period the window, in bars, at least 1; 22 in the source
 */
public record VixFix(int period) implements Feature {

  /**
   * Creates an index.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public VixFix {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "vix-fix", period, "raw"));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(GapKernel.LOW | GapKernel.CLOSE, 1, new Step(new SlidingMaximum(period)));
  }

  private record Step(SlidingMaximum closes) implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      if (closes.add(close)) {
        out[0] = 100 * ((closes.maximum() - low) / closes.maximum());
      }
    }

    @Override
    public void clear() {
      closes.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(closes.copy());
    }
  }
}
