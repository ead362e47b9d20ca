package io.quantkit.features.indicator.volatility;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.GapIndicatorKernel;
import io.quantkit.features.kernel.NumberStep;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * The downside deviation of the last {@code period} simple returns: {@code sqrt(sum(min(r - target,
 * 0)^2) / period)}.
 *
 * <p>A fraction per bar, at least 0. Warm-up {@code period}. A price that is not positive counts as
 * missing. Does not drift. Source: F. Sortino and R. van der Meer, Downside Risk, Journal of
 * Portfolio Management 17, 1991.
 *
 * @param period the window, in returns, at least 1
 * @param target the return below which there is risk, per bar, finite
 * @param input whose returns are measured
 */
public record SemiDeviation(int period, double target, Input input) implements Indicator {

  /**
   * Creates a deviation.
   *
   * @throws IllegalArgumentException if the period is below 1 or the target not finite
   */
  public SemiDeviation {
    Parameters.atLeast("period", period, 1);
    if (!Double.isFinite(target)) {
      throw new IllegalArgumentException("target must be finite, was " + target);
    }
  }

  /** Creates a deviation of the returns of closes below 0. */
  public SemiDeviation(int period) {
    this(period, 0, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    String window =
        target == 0 ? Integer.toString(period) : period + "x" + FeatureName.text(target);
    return List.of(FeatureName.of("tech", "semideviation", window, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new GapIndicatorKernel(1, new Step(target, new WindowMean(period)));
  }

  private static final class Step implements NumberStep {
    private final double target;
    private final WindowMean window;
    private double last = Double.NaN;

    Step(double target, WindowMean window) {
      this.target = target;
      this.window = window;
    }

    @Override
    public void step(double x, double[] out) {
      double price = x > 0 ? x : Double.NaN;
      double below = Math.min(price / last - 1 - target, 0);
      last = price;
      if (Double.isFinite(below)) {
        window.add(below * below);
      } else {
        window.clear();
      }
      out[0] = Math.sqrt(Math.max(0, window.mean()));
    }

    @Override
    public void clear() {
      window.clear();
      last = Double.NaN;
    }

    @Override
    public NumberStep copy() {
      Step copy = new Step(target, window.copy());
      copy.last = last;
      return copy;
    }
  }
}
