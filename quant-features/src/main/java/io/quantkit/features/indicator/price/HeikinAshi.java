package io.quantkit.features.indicator.price;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.GapKernel;
import java.util.List;

/**
 * Heikin-Ashi ("average bar") prices: {@code close = (open + high + low + close) / 4} of the bar,
 * {@code open = (open + close) / 2} of the Heikin-Ashi bar before, {@code high} and {@code low} the
 * extremes of the bar's and of these two.
 *
 * <p>Outputs, in order: open, high, low, close, in the unit of the price. The first open is {@code
 * (open + close) / 2} of the first bar; no warm-up. Source: D. Valcu, Using the Heikin-Ashi
 * Technique, Technical Analysis of Stocks and Commodities 22, 2004.
 */
public record HeikinAshi() implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "heikin-ashi", "all", "open"),
        FeatureName.of("tech", "heikin-ashi", "all", "high"),
        FeatureName.of("tech", "heikin-ashi", "all", "low"),
        FeatureName.of("tech", "heikin-ashi", "all", "close"));
  }

  @Override
  public int warmup(int output) {
    return 0;
  }

  @Override
  public int settle(double eps) {
    return ExponentialMean.memory(0.5, eps / 2);
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(GapKernel.OPEN | GapKernel.PRICES, 4, new Step());
  }

  private static final class Step implements BarStep {
    private double lastOpen = Double.NaN;
    private double lastClose;

    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      double haClose = (open + high + low + close) / 4;
      double haOpen = Double.isNaN(lastOpen) ? (open + close) / 2 : (lastOpen + lastClose) / 2;
      out[0] = haOpen;
      out[1] = Math.max(high, Math.max(haOpen, haClose));
      out[2] = Math.min(low, Math.min(haOpen, haClose));
      out[3] = haClose;
      lastOpen = haOpen;
      lastClose = haClose;
    }

    @Override
    public void clear() {
      lastOpen = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step();
      copy.lastOpen = lastOpen;
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
