package io.quantkit.features.microstructure;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * The realised variance of noisy prices by two time scales.
 *
 * <p>With the logarithmic returns of the last {@code n} steps, outputs, in order: subsampled
 * variance, the mean of the realised variances of the {@code k} grids of every {@code k}-th price,
 * {@code sum((ln x[i] - ln x[i-k])^2) / k}, scaled by {@code n / (n - k + 1)} to the whole window;
 * two-scale variance {@code (1 - m / n)^-1 (sum((ln x[i] - ln x[i-k])^2) / k - m / n sum(r^2))}
 * with {@code m = (n - k + 1) / k}, which noise that is independent from price to price does not
 * bias, cut at 0; the variance of that noise, {@code max(0, (sum(r^2) - two-scale) / (2 n))}. Of
 * the window as a whole. Warm-up {@code n}. Inputs must be positive.
 *
 * <p>L. Zhang, P. Mykland and Y. Aït-Sahalia, "A tale of two time scales", Journal of the American
 * Statistical Association 100, 2005, equations 49 and 64, with the adjustment for small samples.
 *
 * @param period {@code n}, in returns, at least 2
 * @param scale {@code k}, the slow scale in steps, within 2 to the period
 * @param input the prices
 */
public record TwoScaleVariance(int period, int scale, Input input) implements Indicator {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 2 or the scale out of range
   */
  public TwoScaleVariance {
    Check.atLeast("period", period, 2);
    Check.within("scale", scale, 2, period);
  }

  /** Creates a recipe for closes. */
  public TwoScaleVariance(int period, int scale) {
    this(period, scale, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        Check.name("two-scale", period + "x" + scale, input.aggregation("subsampled")),
        Check.name("two-scale", period + "x" + scale, input.aggregation("raw")),
        Check.name("two-scale", period + "x" + scale, input.aggregation("noise")));
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
    return new State(period, scale);
  }

  private static final class State implements IndicatorKernel {
    private final int period;
    private final int scale;
    private final WindowMean fast;
    private final WindowMean slow;
    private final Delay past;
    private double last = Double.NaN;

    State(int period, int scale) {
      this.period = period;
      this.scale = scale;
      fast = new WindowMean(period);
      slow = new WindowMean(period - scale + 1);
      past = new Delay(scale);
    }

    private State(State other) {
      period = other.period;
      scale = other.scale;
      fast = other.fast.copy();
      slow = other.slow.copy();
      past = other.past.copy();
      last = other.last;
    }

    @Override
    public double update(double x) {
      if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
        fast.clear();
        slow.clear();
        past.clear();
        last = Double.NaN;
        return Double.NaN;
      }
      if (!Double.isNaN(last)) {
        double r = Check.logRatio(x, last);
        fast.add(r * r);
      }
      double before = past.exchange(x);
      if (!Double.isNaN(before)) {
        double r = Check.logRatio(x, before);
        slow.add(r * r);
      }
      last = x;
      return value(0);
    }

    @Override
    public double value(int output) {
      double n = period;
      double all = n * Math.max(0, fast.mean());
      double mean = Math.max(0, slow.mean());
      if (output == 0) {
        return n / scale * mean;
      }
      double share = (n - scale + 1) / scale / n;
      double two = Math.max(0, ((n - scale + 1) / scale * mean - share * all) / (1 - share));
      return output == 1 ? two : Math.max(0, (all - two) / (2 * n));
    }

    @Override
    public IndicatorKernel copy() {
      return new State(this);
    }
  }
}
