package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * Marc Chaikin's money flow: the money flow volume of a window, see {@link
 * AccumulationDistribution}, over its volume. David Bostian's intraday intensity per cent is this
 * times 100.
 *
 * <p>Within [-1, 1]; {@code NaN} where the window has no volume. Warm-up {@code period - 1}. Does
 * not drift.
 *
 * @param period the window, in bars, at least 1
 */
public record ChaikinMoneyFlow(int period) implements Feature {

  /**
   * Creates a flow.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public ChaikinMoneyFlow {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "cmf", period, "raw"));
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
    return new GapKernel(
        GapKernel.PRICES | GapKernel.VOLUME,
        1,
        new Step(new WindowMean(period), new WindowMean(period)));
  }

  private record Step(WindowMean flow, WindowMean volumes) implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      flow.add(MoneyFlow.of(high, low, close, volume));
      volumes.add(volume);
      double mean = volumes.mean();
      out[0] = mean > 0 ? Math.max(-1, Math.min(1, flow.mean() / mean)) : Double.NaN;
    }

    @Override
    public void clear() {
      flow.clear();
      volumes.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(flow.copy(), volumes.copy());
    }
  }
}
