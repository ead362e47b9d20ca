package io.quantkit.features.indicator.price;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import java.util.List;

/**
 * The parts of a bar as fractions of its range: body {@code (close - open) / (high - low)}, upper
 * shadow {@code (high - max(open, close)) / (high - low)}, lower shadow {@code (min(open, close) -
 * low) / (high - low)}, and where the close lies, {@code (close - low) / (high - low)}, the
 * internal bar strength.
 *
 * <p>Outputs in this order; the body is within [-1, 1], the others within [0, 1]. No warm-up;
 * {@code NaN} where high equals low.
 */
public record CandleShape() implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "candle-shape", "1", "body"),
        FeatureName.of("tech", "candle-shape", "1", "upper"),
        FeatureName.of("tech", "candle-shape", "1", "lower"),
        FeatureName.of("tech", "candle-shape", "1", "close"));
  }

  @Override
  public int warmup(int output) {
    return 0;
  }

  @Override
  public int settle(double eps) {
    return 0;
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(GapKernel.OPEN | GapKernel.PRICES, 4, new Step());
  }

  private record Step() implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      double range = high > low ? high - low : Double.NaN;
      out[0] = (close - open) / range;
      out[1] = (high - Math.max(open, close)) / range;
      out[2] = (Math.min(open, close) - low) / range;
      out[3] = (close - low) / range;
    }

    @Override
    public void clear() {}

    @Override
    public BarStep copy() {
      return this;
    }
  }
}
