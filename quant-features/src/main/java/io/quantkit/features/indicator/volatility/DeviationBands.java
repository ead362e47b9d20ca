package io.quantkit.features.indicator.volatility;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.GapIndicatorKernel;
import io.quantkit.features.kernel.NumberStep;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingMoments;
import java.util.List;

/**
 * Bands around any indicator at a number of standard deviations of its input: TA-Lib's BBANDS with
 * any kind of moving average and with different distances up and down.
 *
 * <p>{@code upper = middle + up deviation(period, ddof 0)} and {@code lower = middle - down
 * deviation(period, ddof 0)}, with the deviation from the simple mean of the window whatever the
 * middle is, as in TA-Lib. Outputs, in order: upper, middle, lower band, in the unit of the input.
 * Warm-up that of the slower one of middle and window. For simple averages see {@link Bollinger}.
 * Source: J. Bollinger, Bollinger on Bollinger Bands, 2001.
 *
 * @param middle what the bands are around: its first output
 * @param period the window of the deviation, in observations, at least 1
 * @param up how many deviations the upper band is away, positive and finite
 * @param down how many deviations the lower band is away, positive and finite
 */
public record DeviationBands(Indicator middle, int period, double up, double down)
    implements Indicator {

  /**
   * Creates bands.
   *
   * @throws IllegalArgumentException if the period is below 1 or a distance not positive and finite
   */
  public DeviationBands {
    Parameters.atLeast("period", period, 1);
    Parameters.positive("up", up);
    Parameters.positive("down", down);
  }

  @Override
  public Input input() {
    return middle.input();
  }

  @Override
  public List<FeatureName> outputs() {
    FeatureName name = middle.outputs().get(0);
    String indicator = "bands_of_" + name.category() + "_" + name.indicator();
    String window =
        "%sx%dx%s"
            .formatted(
                name.window(),
                period,
                FeatureName.text(up) + (up == down ? "" : "x" + FeatureName.text(down)));
    String suffix = name.aggregation().equals("raw") ? "" : "-" + name.aggregation();
    return List.of(
        FeatureName.of("tech", indicator, window, "upper" + suffix),
        FeatureName.of("tech", indicator, window, "middle" + suffix),
        FeatureName.of("tech", indicator, window, "lower" + suffix));
  }

  @Override
  public int warmup(int output) {
    return Math.max(middle.warmup(0), period - 1);
  }

  @Override
  public int settle(double eps) {
    return Math.max(middle.settle(eps), warmup());
  }

  @Override
  public IndicatorKernel kernel() {
    return new GapIndicatorKernel(
        3, new Step(middle.kernel(), up, down, new SlidingMoments(period)));
  }

  private record Step(IndicatorKernel middle, double up, double down, SlidingMoments window)
      implements NumberStep {
    @Override
    public void step(double x, double[] out) {
      double center = middle.update(x);
      window.add(x);
      double deviation = window.deviation(0);
      boolean ready = !Double.isNaN(center) && !Double.isNaN(deviation);
      out[0] = center + up * deviation;
      out[1] = ready ? center : Double.NaN;
      out[2] = center - down * deviation;
    }

    @Override
    public void clear() {
      middle.update(Double.NaN);
      window.clear();
    }

    @Override
    public NumberStep copy() {
      return new Step(middle.copy(), up, down, window.copy());
    }
  }
}
