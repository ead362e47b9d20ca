package io.quantkit.core.synthetic;

/**
 * A geometric Brownian motion that jumps: rare news on top of steady noise.
 *
 * <p>{@code ln S(t + dt) - ln S(t) = (mu - sigma^2/2 - lambda k) dt + sigma sqrt(dt) z + J}, where
 * {@code J} is the sum of a Poisson number, mean {@code lambda dt}, of normal jumps with mean
 * {@code m} and deviation {@code d}, and {@code k = exp(m + d^2/2) - 1}. Exact at any step; {@code
 * E S(t) = S(0) exp(mu t)}. The log return over {@code t} years has the variance {@code v =
 * (sigma^2 + lambda (m^2 + d^2)) t} and the excess kurtosis {@code lambda t (m^4 + 6 m^2 d^2 + 3
 * d^4) / v^2}.
 *
 * <p>R. C. Merton, "Option pricing when underlying stock returns are discontinuous", Journal of
 * Financial Economics 3 (1976).
 *
 * @param initial the first price, positive
 * @param drift {@code mu}, per year, jumps included
 * @param volatility {@code sigma} between the jumps, per square root of a year, at least 0
 * @param jumpRate {@code lambda}, jumps per year, at least 0
 * @param jumpMean {@code m}, of the log price
 * @param jumpDeviation {@code d}, of the log price, at least 0
 */
public record MertonJumpDiffusion(
    double initial,
    double drift,
    double volatility,
    double jumpRate,
    double jumpMean,
    double jumpDeviation)
    implements PathModel {

  public MertonJumpDiffusion {
    Check.positive("initial", initial);
    Check.finite("drift", drift);
    Check.notNegative("volatility", volatility);
    Check.notNegative("jumpRate", jumpRate);
    Check.finite("jumpMean", jumpMean);
    Check.notNegative("jumpDeviation", jumpDeviation);
  }

  @Override
  public Path start(double yearsPerStep, RandomStream random) {
    Check.positive("yearsPerStep", yearsPerStep);
    double compensation = jumpRate * StrictMath.expm1(jumpMean + jumpDeviation * jumpDeviation / 2);
    double mean = (drift - volatility * volatility / 2 - compensation) * yearsPerStep;
    double deviation = volatility * Math.sqrt(yearsPerStep);
    double jumpsPerStep = jumpRate * yearsPerStep;
    double[] price = {initial};
    return () -> {
      double move = mean + deviation * random.shock();
      int jumps = random.poisson(jumpsPerStep);
      if (jumps > 0) {
        move += jumps * jumpMean + jumpDeviation * Math.sqrt(jumps) * random.gaussian();
      }
      return price[0] *= StrictMath.exp(move);
    };
  }
}
