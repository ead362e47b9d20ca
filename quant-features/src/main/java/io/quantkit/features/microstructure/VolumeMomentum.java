package io.quantkit.features.microstructure;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * How volume grows, and how its growth grows.
 *
 * <p>Outputs, in order: momentum, {@code mean(volume, n)[t] / mean(volume, n)[t-n] - 1};
 * acceleration, the momentum less that of {@code n} bars ago. {@code NaN} where the earlier mean is
 * 0. Warm-up {@code 2 n - 1} and {@code 3 n - 1}.
 *
 * @param period {@code n}, at least 1
 */
public record VolumeMomentum(int period) implements Indicator {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public VolumeMomentum {
    Check.atLeast("period", period, 1);
  }

  @Override
  public Input input() {
    return Input.VOLUME;
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("micro", "volume-momentum", period, "raw"),
        FeatureName.of("micro", "volume-momentum", period, "acceleration"));
  }

  @Override
  public int warmup(int output) {
    return (output == 0 ? 2 : 3) * period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(new WindowMean(period), new Delay(period), new Delay(period));
  }

  private static final class State implements IndicatorKernel {
    private final WindowMean mean;
    private final Delay means;
    private final Delay momenta;
    private double momentum = Double.NaN;
    private double acceleration = Double.NaN;

    State(WindowMean mean, Delay means, Delay momenta) {
      this.mean = mean;
      this.means = means;
      this.momenta = momenta;
    }

    @Override
    public double update(double volume) {
      momentum = Double.NaN;
      acceleration = Double.NaN;
      if (!Double.isFinite(volume)) {
        mean.clear();
        means.clear();
        momenta.clear();
        return momentum;
      }
      if (mean.add(volume)) {
        double before = means.exchange(mean.mean());
        momentum = before != 0 ? mean.mean() / before - 1 : Double.NaN;
        acceleration = momentum - momenta.exchange(momentum);
      }
      return momentum;
    }

    @Override
    public double value(int output) {
      return output == 0 ? momentum : acceleration;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(mean.copy(), means.copy(), momenta.copy());
      copy.momentum = momentum;
      copy.acceleration = acceleration;
      return copy;
    }
  }
}
