package io.quantkit.features.econometric;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.MeasuredKernel;
import io.quantkit.features.kernel.WindowStatistic;
import java.util.List;

/**
 * The variance that a {@link Garch} model with known parameters forecasts for the next bar, in
 * squared units of what is measured: {@code v[t+1] = omega + (alpha + gamma [e < 0]) e^2 + beta
 * v[t]} with {@code e = x[t] - mean}, begun with the long-run variance.
 *
 * <p>Above 0. Warm-up 0, 1 for returns. Source: T. Bollerslev, Journal of Econometrics 31, 1986; L.
 * Glosten, R. Jagannathan and D. Runkle, Journal of Finance 48, 1993.
 *
 * @param parameters of a model for what is measured, with a persistence below 1
 * @param measured what of the input is used
 * @param input what is measured
 */
public record GarchVariance(Garch.Parameters parameters, Measured measured, Input input)
    implements Indicator {

  private int settled(double eps) {
    double beta = parameters.beta();
    if (beta == 0) {
      return warmup() + 1;
    }
    double share = eps * (1 - parameters.persistence()) / (1 - beta);
    return warmup() + 1 + (int) Math.ceil(StrictMath.log(share) / StrictMath.log(beta));
  }

  private static final class State implements WindowStatistic {
    private final Garch.Parameters parameters;
    private double variance;

    State(Garch.Parameters parameters) {
      this.parameters = parameters;
      clear();
    }

    @Override
    public void clear() {
      variance = parameters.longRunVariance();
    }

    @Override
    public boolean add(double x) {
      double e = x - parameters.mean();
      double weight = parameters.alpha() + (e < 0 ? parameters.gamma() : 0);
      variance = parameters.omega() + weight * (e * e) + parameters.beta() * variance;
      return true;
    }

    @Override
    public void write(double[] out) {
      out[0] = variance;
    }

    @Override
    public WindowStatistic copy() {
      State copy = new State(parameters);
      copy.variance = variance;
      return copy;
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public GarchVariance {
    if (!(parameters.persistence() < 1
        && parameters.omega() > 0
        && parameters.alpha() >= 0
        && parameters.beta() >= 0
        && parameters.alpha() + parameters.gamma() >= 0)) {
      throw new IllegalArgumentException(
          "parameters must be positive with a persistence below 1, were " + parameters);
    }
  }

  /** Creates a forecast from the logarithmic returns of closes. */
  public GarchVariance(Garch.Parameters parameters) {
    this(parameters, Measured.LOG_RETURNS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "stat",
            "garch-variance",
            FeatureName.text(parameters.mean())
                + "x"
                + FeatureName.text(parameters.omega())
                + "x"
                + FeatureName.text(parameters.alpha())
                + "x"
                + FeatureName.text(parameters.gamma())
                + "x"
                + FeatureName.text(parameters.beta()),
            measured.label(input)));
  }

  @Override
  public int warmup(int output) {
    return measured.lead();
  }

  @Override
  public int settle(double eps) {
    return settled(eps);
  }

  @Override
  public IndicatorKernel kernel() {
    return new MeasuredKernel(measured, new State(parameters), 1);
  }
}
