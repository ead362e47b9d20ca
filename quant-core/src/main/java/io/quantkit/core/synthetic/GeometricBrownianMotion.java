package io.quantkit.core.synthetic;

/**
 * A price whose logarithm is a Brownian motion: the world of Black and Scholes.
 *
 * <p>{@code S(t + dt) = S(t) exp((mu - sigma^2/2) dt + sigma sqrt(dt) z)}, exact at any step.
 * {@code E S(t) = S(0) exp(mu t)} and {@code Var S(t) = (E S(t))^2 (exp(sigma^2 t) - 1)}.
 *
 * <p>F. Black and M. Scholes, "The pricing of options and corporate liabilities", Journal of
 * Political Economy 81 (1973).
 *
 * @param initial the first price, positive
 * @param drift {@code mu}, per year
 * @param volatility {@code sigma}, per square root of a year, at least 0
 */
public record GeometricBrownianMotion(double initial, double drift, double volatility)
    implements PathModel {

  public GeometricBrownianMotion {
    Check.positive("initial", initial);
    Check.finite("drift", drift);
    Check.notNegative("volatility", volatility);
  }

  @Override
  public Path start(double yearsPerStep, RandomStream random) {
    Check.positive("yearsPerStep", yearsPerStep);
    double mean = (drift - volatility * volatility / 2) * yearsPerStep;
    double deviation = volatility * Math.sqrt(yearsPerStep);
    double[] price = {initial};
    return () -> price[0] *= StrictMath.exp(mean + deviation * random.shock());
  }
}
