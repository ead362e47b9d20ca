package io.quantkit.core.synthetic;

/**
 * A price whose log returns come in calm and in wild spells: GARCH(1,1) with normal or Student t
 * innovations.
 *
 * <p>{@code r(i) = mu + e(i)}, {@code e(i) = sqrt(h(i)) z(i)}, {@code h(i + 1) = omega + alpha
 * e(i)^2 + beta h(i)}; {@code z} has variance 1, and {@code h} begins at its long-run mean {@code
 * omega / (1 - alpha - beta)}. Squared deviations are autocorrelated with the decay {@code alpha +
 * beta} per step.
 *
 * <p>This model lives in steps: its parameters are per step, and the time a step takes is ignored.
 *
 * <p>T. Bollerslev, "Generalized autoregressive conditional heteroskedasticity", Journal of
 * Econometrics 31 (1986); with t: Review of Economics and Statistics 69 (1987).
 *
 * @param initial the first price, positive
 * @param drift {@code mu}, the mean log return of a step
 * @param omega positive
 * @param alpha the weight of the last squared deviation, at least 0
 * @param beta the weight of the last variance, at least 0; {@code alpha + beta < 1}
 * @param degreesOfFreedom of the innovations, above 2; infinity for normal ones
 */
public record Garch(
    double initial, double drift, double omega, double alpha, double beta, double degreesOfFreedom)
    implements PathModel {

  public Garch {
    Check.positive("initial", initial);
    Check.finite("drift", drift);
    Check.positive("omega", omega);
    Check.notNegative("alpha", alpha);
    Check.notNegative("beta", beta);
    if (!(alpha + beta < 1)) {
      throw new IllegalArgumentException(
          "alpha + beta must be below 1, was " + alpha + " + " + beta);
    }
    if (!(degreesOfFreedom > 2)) {
      throw new IllegalArgumentException(
          "degreesOfFreedom must be above 2, was " + degreesOfFreedom);
    }
  }

  /** Returns a model with normal innovations. */
  public static Garch normal(
      double initial, double drift, double omega, double alpha, double beta) {
    return new Garch(initial, drift, omega, alpha, beta, Double.POSITIVE_INFINITY);
  }

  /** Returns the variance of a step's log return, {@code omega / (1 - alpha - beta)}. */
  public double unconditionalVariance() {
    return omega / (1 - alpha - beta);
  }

  /**
   * Returns the kurtosis of a step's log return, 3 for a normal distribution: {@code K (1 - (alpha
   * + beta)^2) / (1 - beta^2 - 2 alpha beta - K alpha^2)} with the innovations' {@code K = 3 (v -
   * 2) / (v - 4)}; infinite where that moment does not exist.
   */
  public double kurtosis() {
    double innovations = 3;
    if (degreesOfFreedom != Double.POSITIVE_INFINITY) {
      if (degreesOfFreedom <= 4) {
        return Double.POSITIVE_INFINITY;
      }
      innovations = 3 * (degreesOfFreedom - 2) / (degreesOfFreedom - 4);
    }
    double sum = alpha + beta;
    double rest = 1 - beta * beta - 2 * alpha * beta - innovations * alpha * alpha;
    return rest > 0 ? innovations * (1 - sum * sum) / rest : Double.POSITIVE_INFINITY;
  }

  @Override
  public VariancePath start(double yearsPerStep, RandomStream random) {
    Check.positive("yearsPerStep", yearsPerStep);
    return new Running(this, random);
  }

  private static final class Running implements VariancePath {
    private final Garch model;
    private final RandomStream random;
    private double variance;
    private double price;

    Running(Garch model, RandomStream random) {
      this.model = model;
      this.random = random;
      this.variance = model.unconditionalVariance();
      this.price = model.initial;
    }

    @Override
    public double variance() {
      return variance;
    }

    @Override
    public double next() {
      double deviation = Math.sqrt(variance) * innovation();
      price *= StrictMath.exp(model.drift + deviation);
      variance = model.omega + model.alpha * deviation * deviation + model.beta * variance;
      return price;
    }

    /** A t number is a normal one over the root of {@code chi^2 / v}; times that, variance is 1. */
    private double innovation() {
      double z = random.shock();
      double v = model.degreesOfFreedom;
      return v == Double.POSITIVE_INFINITY ? z : z * Math.sqrt((v - 2) / (2 * random.gamma(v / 2)));
    }
  }
}
