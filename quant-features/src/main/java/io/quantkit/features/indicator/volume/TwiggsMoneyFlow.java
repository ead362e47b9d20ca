package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * Colin Twiggs' money flow: {@code wilder(f, n) / wilder(volume, n)} where {@code f = volume
 * ((close - l) - (h - close)) / (h - l)}, with {@code h} the higher of the high and the last close
 * and {@code l} the lower of the low and the last close.
 *
 * <p>Within [-1, 1]; {@code NaN} where there was no volume. Warm-up {@code period}; the first bar
 * has no last close.
 *
 * @param period Wilder's smoothing, at least 1; 21 usually
 */
public record TwiggsMoneyFlow(int period) implements Feature {

  /**
   * Creates a flow.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public TwiggsMoneyFlow {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "twiggs", period, "raw"));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return period + ExponentialMean.memory(1.0 / period, eps / 1000);
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.PRICES | GapKernel.VOLUME,
        1,
        new Step(ExponentialMean.wilder(period), ExponentialMean.wilder(period)));
  }

  private static final class Step implements BarStep {
    private final ExponentialMean flow;
    private final ExponentialMean volumes;
    private double lastClose = Double.NaN;

    Step(ExponentialMean flow, ExponentialMean volumes) {
      this.flow = flow;
      this.volumes = volumes;
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
        double h = Math.max(high, lastClose);
        double l = Math.min(low, lastClose);
        double flows = flow.add(MoneyFlow.of(h, l, close, volume));
        double total = volumes.add(volume);
        boolean defined = total > 0 || Double.isNaN(total);
        out[0] = defined ? Math.max(-1, Math.min(1, flows / total)) : Double.NaN;
      }
      lastClose = close;
    }

    @Override
    public void clear() {
      flow.clear();
      volumes.clear();
      lastClose = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(flow.copy(), volumes.copy());
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
