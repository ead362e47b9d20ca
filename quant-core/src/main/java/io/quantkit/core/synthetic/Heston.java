package io.quantkit.core.synthetic;

/**
 * A price whose variance is a random process of its own, drawn back to a mean and correlated with
 * the price.
 *
 * <p>{@code dS = mu S dt + sqrt(V) S dW1}, {@code dV = k (theta - V) dt + eta sqrt(V) dW2}, {@code
 * dW1 dW2 = rho dt}. The variance is expected at {@code theta + (V(0) - theta) exp(-k t)}; it may
 * touch 0 and is never below.
 *
 * <p>Stepped by Andersen's quadratic-exponential scheme QE: the next variance has the exact
 * conditional mean and variance, as the square of a normal number where {@code psi = Var / mean^2
 * <= 1.5} and as a mass at 0 with an exponential tail above; the log price follows by his equation
 * (33) with {@code gamma1 = gamma2 = 1/2}. Prices of options are biased by the step; at eight or
 * more steps a year it is usually hidden by the noise of a million paths. With {@link
 * #martingaleCorrected} the drift of a step is chosen so that {@code E S(t) = S(0) exp(mu t)} holds
 * exactly (section 4.3); without it, approximately. Where {@code rho > 0} and steps are long, the
 * moment that takes may not exist: such a step goes uncorrected.
 *
 * <p>S. L. Heston, "A closed-form solution for options with stochastic volatility", Review of
 * Financial Studies 6 (1993); L. Andersen, "Simple and efficient simulation of the Heston
 * stochastic volatility model", Journal of Computational Finance 11 (2008).
 *
 * @param initial the first price, positive
 * @param drift {@code mu}, per year
 * @param initialVariance {@code V(0)}, per year, at least 0
 * @param meanVariance {@code theta}, per year, positive
 * @param reversion {@code k}, per year, positive
 * @param volatilityOfVariance {@code eta}, positive
 * @param correlation {@code rho}, within [-1, 1]
 * @param martingaleCorrected whether the expected price is kept exactly
 */
public record Heston(
    double initial,
    double drift,
    double initialVariance,
    double meanVariance,
    double reversion,
    double volatilityOfVariance,
    double correlation,
    boolean martingaleCorrected)
    implements PathModel {

  private static final double SWITCH = 1.5;

  public Heston {
    Check.positive("initial", initial);
    Check.finite("drift", drift);
    Check.notNegative("initialVariance", initialVariance);
    Check.positive("meanVariance", meanVariance);
    Check.positive("reversion", reversion);
    Check.positive("volatilityOfVariance", volatilityOfVariance);
    Check.within("correlation", correlation, -1, 1);
  }

  /** Returns the variance expected after some years, {@code theta + (V(0) - theta) exp(-k t)}. */
  public double expectedVariance(double years) {
    return meanVariance + (initialVariance - meanVariance) * StrictMath.exp(-reversion * years);
  }

  @Override
  public VariancePath start(double yearsPerStep, RandomStream random) {
    Check.positive("yearsPerStep", yearsPerStep);
    return new Running(this, yearsPerStep, random);
  }

  private static final class Running implements VariancePath {
    private final RandomStream random;
    private final boolean corrected;
    private final double growth;
    private final double mean;
    private final double kept;
    private final double varianceByLevel;
    private final double varianceAlways;
    private final double k0;
    private final double k1;
    private final double k2;
    private final double k3;
    private double variance;
    private double price;

    Running(Heston model, double dt, RandomStream random) {
      this.random = random;
      double eta = model.volatilityOfVariance;
      double k = model.reversion;
      double rho = model.correlation;
      corrected = model.martingaleCorrected;
      growth = model.drift * dt;
      mean = model.meanVariance;
      kept = StrictMath.exp(-k * dt);
      double lost = -StrictMath.expm1(-k * dt);
      varianceByLevel = eta * eta * kept * lost / k;
      varianceAlways = mean * eta * eta * lost * lost / (2 * k);
      double half = 0.5 * dt * (k * rho / eta - 0.5);
      k0 = -rho * k * mean * dt / eta;
      k1 = half - rho / eta;
      k2 = half + rho / eta;
      k3 = 0.5 * dt * (1 - rho * rho);
      variance = model.initialVariance;
      price = model.initial;
    }

    @Override
    public double variance() {
      return variance;
    }

    @Override
    public double next() {
      double m = mean + (variance - mean) * kept;
      double psi = (variance * varianceByLevel + varianceAlways) / (m * m);
      double a = k2 + 0.5 * k3;
      double next;
      double logMoment = Double.NaN; // of exp(a V'), if it exists
      if (psi <= SWITCH) {
        double twice = 2 / psi;
        double b2 = twice - 1 + Math.sqrt(twice) * Math.sqrt(twice - 1);
        double scale = m / (1 + b2);
        double root = Math.sqrt(b2) + random.gaussian();
        next = scale * root * root;
        double rest = 1 - 2 * a * scale;
        if (corrected && rest > 0) {
          logMoment = a * b2 * scale / rest - 0.5 * StrictMath.log(rest);
        }
      } else {
        double zero = (psi - 1) / (psi + 1);
        double beta = (1 - zero) / m;
        double u = random.uniform();
        next = u <= zero ? 0 : StrictMath.log((1 - zero) / (1 - u)) / beta;
        if (corrected && a < beta) {
          logMoment = StrictMath.log(zero + beta * (1 - zero) / (beta - a));
        }
      }
      double drift =
          Double.isNaN(logMoment) ? k0 + k1 * variance : -logMoment - 0.5 * k3 * variance;
      double deviation = Math.sqrt(k3 * (variance + next));
      price *= StrictMath.exp(growth + drift + k2 * next + deviation * random.shock());
      variance = next;
      return price;
    }
  }
}
