package io.quantkit.features.indicator.volatility;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.GapIndicatorKernel;
import io.quantkit.features.kernel.NumberStep;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingCovariance;
import java.util.List;

/**
 * Paul Kirshenbaum's bands: an exponential average, and that plus and minus a number of standard
 * errors of the linear regression on time.
 *
 * <p>The standard error is {@code sqrt(sum(residual^2) / (n - 2))} of the last {@code regression}
 * inputs. Outputs, in order: upper, middle, lower, in the unit of the input; standard error.
 * Warm-up that of the slower one of average and regression. Does not drift.
 *
 * @param period the span of the average, in observations, at least 1
 * @param regression the window of the regression, in observations, at least 3
 * @param width the distance of the bands in standard errors, positive and finite
 * @param input what the bands are around
 */
public record Kirshenbaum(int period, int regression, double width, Input input)
    implements Indicator {

  /**
   * Creates bands.
   *
   * @throws IllegalArgumentException if the period is below 1, the regression below 3 or the width
   *     not positive and finite
   */
  public Kirshenbaum {
    Parameters.atLeast("period", period, 1);
    Parameters.atLeast("regression", regression, 3);
    Parameters.positive("width", width);
  }

  /** Creates bands around closes. */
  public Kirshenbaum(int period, int regression, double width) {
    this(period, regression, width, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    String window = "%dx%dx%s".formatted(period, regression, FeatureName.text(width));
    return List.of(
        FeatureName.of("tech", "kirshenbaum", window, input.aggregation("upper")),
        FeatureName.of("tech", "kirshenbaum", window, input.aggregation("middle")),
        FeatureName.of("tech", "kirshenbaum", window, input.aggregation("lower")),
        FeatureName.of("tech", "kirshenbaum", window, input.aggregation("error")));
  }

  @Override
  public int warmup(int output) {
    return output == 3 ? regression - 1 : Math.max(period, regression) - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(2 / (period + 1.0), eps / 2);
  }

  @Override
  public IndicatorKernel kernel() {
    return new GapIndicatorKernel(
        4,
        new Step(
            regression,
            width,
            ExponentialMean.span(period, period),
            new SlidingCovariance(regression)));
  }

  private static final class Step implements NumberStep {
    private final int regression;
    private final double width;
    private final ExponentialMean mean;
    private final SlidingCovariance window;

    /** The position in time; where it begins does not matter. */
    private long time;

    Step(int regression, double width, ExponentialMean mean, SlidingCovariance window) {
      this.regression = regression;
      this.width = width;
      this.mean = mean;
      this.window = window;
    }

    @Override
    public void step(double x, double[] out) {
      double center = mean.add(x);
      double error = Double.NaN;
      if (window.add((double) time++, x)) {
        double explained = window.products() / window.squaresX() * window.products();
        error = Math.sqrt(Math.max(0, window.squaresY() - explained) / (regression - 2));
      }
      boolean ready = !Double.isNaN(center) && !Double.isNaN(error);
      out[0] = center + width * error;
      out[1] = ready ? center : Double.NaN;
      out[2] = center - width * error;
      out[3] = error;
    }

    @Override
    public void clear() {
      mean.clear();
      window.clear();
      time = 0;
    }

    @Override
    public NumberStep copy() {
      Step copy = new Step(regression, width, mean.copy(), window.copy());
      copy.time = time;
      return copy;
    }
  }
}
