package io.quantkit.core.synthetic;

/**
 * A level that is drawn back to its mean, such as the spread of a pair or a rate; it may be
 * negative.
 *
 * <p>{@code dX = k (m - X) dt + sigma dW}, stepped exactly: {@code X(t + dt) = m + (X(t) - m)
 * exp(-k dt) + sigma sqrt((1 - exp(-2 k dt)) / (2 k)) z}. In the long run {@code X} is normal with
 * mean {@code m} and variance {@code sigma^2 / (2 k)}, and its autocorrelation over a time {@code
 * s} is {@code exp(-k s)}.
 *
 * <p>G. E. Uhlenbeck and L. S. Ornstein, "On the theory of the Brownian motion", Physical Review 36
 * (1930); D. T. Gillespie, "Exact numerical simulation of the Ornstein-Uhlenbeck process", Physical
 * Review E 54 (1996).
 *
 * @param initial the first level
 * @param mean {@code m}
 * @param reversion {@code k}, per year, positive
 * @param volatility {@code sigma}, in levels per square root of a year, at least 0
 */
public record OrnsteinUhlenbeck(double initial, double mean, double reversion, double volatility)
    implements PathModel {

  public OrnsteinUhlenbeck {
    Check.finite("initial", initial);
    Check.finite("mean", mean);
    Check.positive("reversion", reversion);
    Check.notNegative("volatility", volatility);
  }

  /** Returns the time in which half of a deviation is expected to go, {@code ln 2 / k} years. */
  public double halfLife() {
    return StrictMath.log(2) / reversion;
  }

  /** Returns the variance of the level in the long run, {@code sigma^2 / (2 k)}. */
  public double stationaryVariance() {
    return volatility * volatility / (2 * reversion);
  }

  /**
   * Returns the price whose logarithm follows this process (E. S. Schwartz, "The stochastic
   * behavior of commodity prices", Journal of Finance 52, 1997, model 1).
   */
  public PathModel exponential() {
    return new Exponential(this);
  }

  @Override
  public Path start(double yearsPerStep, RandomStream random) {
    Check.positive("yearsPerStep", yearsPerStep);
    double kept = StrictMath.exp(-reversion * yearsPerStep);
    double deviation =
        Math.sqrt(stationaryVariance() * -StrictMath.expm1(-2 * reversion * yearsPerStep));
    double[] level = {initial};
    return () -> level[0] = mean + (level[0] - mean) * kept + deviation * random.shock();
  }

  private record Exponential(OrnsteinUhlenbeck logarithm) implements PathModel {

    @Override
    public double initial() {
      return StrictMath.exp(logarithm.initial);
    }

    @Override
    public Path start(double yearsPerStep, RandomStream random) {
      Path path = logarithm.start(yearsPerStep, random);
      return () -> StrictMath.exp(path.next());
    }
  }
}
