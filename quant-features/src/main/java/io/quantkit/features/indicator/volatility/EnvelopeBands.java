package io.quantkit.features.indicator.volatility;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.GapIndicatorKernel;
import io.quantkit.features.kernel.NumberStep;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * Envelopes: an average, and that plus and minus a percentage of itself.
 *
 * <p>Outputs, in order: upper, middle, lower, in the unit of the input. Warm-up that of the
 * average.
 *
 * @param middle what the envelopes are around: its first output
 * @param percent the distance in hundredths of the average, positive and finite
 */
public record EnvelopeBands(Indicator middle, double percent) implements Indicator {

  /**
   * Creates envelopes.
   *
   * @throws IllegalArgumentException if the percentage is not positive and finite
   */
  public EnvelopeBands {
    Parameters.positive("percent", percent);
  }

  @Override
  public Input input() {
    return middle.input();
  }

  @Override
  public List<FeatureName> outputs() {
    FeatureName name = middle.outputs().get(0);
    String indicator = "envelope_of_" + name.category() + "_" + name.indicator();
    String window = name.window() + "x" + FeatureName.text(percent);
    String suffix = name.aggregation().equals("raw") ? "" : "-" + name.aggregation();
    return List.of(
        FeatureName.of("tech", indicator, window, "upper" + suffix),
        FeatureName.of("tech", indicator, window, "middle" + suffix),
        FeatureName.of("tech", indicator, window, "lower" + suffix));
  }

  @Override
  public int warmup(int output) {
    return middle.warmup(0);
  }

  @Override
  public int settle(double eps) {
    return middle.settle(eps);
  }

  @Override
  public IndicatorKernel kernel() {
    return new GapIndicatorKernel(3, new Step(middle.kernel(), percent / 100));
  }

  private record Step(IndicatorKernel middle, double fraction) implements NumberStep {
    @Override
    public void step(double x, double[] out) {
      double center = middle.update(x);
      out[0] = center * (1 + fraction);
      out[1] = center;
      out[2] = center * (1 - fraction);
    }

    @Override
    public void clear() {
      middle.update(Double.NaN);
    }

    @Override
    public NumberStep copy() {
      return new Step(middle.copy(), fraction);
    }
  }
}
