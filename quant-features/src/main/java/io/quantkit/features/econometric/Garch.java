package io.quantkit.features.econometric;

import org.apache.commons.math3.special.Gamma;

/**
 * A GARCH(1,1) or GJR-GARCH(1,1) model of returns, fitted by maximum likelihood.
 *
 * <p>{@code r[t] = mean + e[t]} and {@code v[t] = omega + (alpha + gamma [e[t-1] < 0]) e[t-1]^2 +
 * beta v[t-1]}. As in R's fGarch the recursion begins with the mean of squared deviations in place
 * of both {@code e^2} and {@code v} of the step before the first. Source: T. Bollerslev, Journal of
 * Econometrics 31, 1986; L. Glosten, R. Jagannathan and D. Runkle, Journal of Finance 48, 1993.
 */
public final class Garch {
  private final Parameters parameters;
  private final double logLikelihood;
  private final double[] variances;
  private final double next;

  private Garch(Parameters parameters, double logLikelihood, double[] variances, double next) {
    this.parameters = parameters;
    this.logLikelihood = logLikelihood;
    this.variances = variances;
    this.next = next;
  }

  /** The distribution of standardised returns. */
  public enum Distribution {
    /** Normal. */
    NORMAL,
    /** Student's t, scaled to variance 1. */
    STUDENT
  }

  /**
   * The parameters.
   *
   * @param mean of returns
   * @param omega above 0, in returns squared
   * @param alpha at least 0
   * @param gamma what a loss adds to alpha; 0 in the symmetric model
   * @param beta at least 0
   * @param degrees of freedom of Student's t, above 2; infinite for the normal distribution
   */
  public record Parameters(
      double mean, double omega, double alpha, double gamma, double beta, double degrees) {

    /** Returns {@code alpha + beta + gamma / 2}: below 1 if the variance has a mean. */
    public double persistence() {
      return alpha + beta + gamma / 2;
    }

    /** Returns the variance that forecasts tend to, infinite if the persistence is 1 or more. */
    public double longRunVariance() {
      double persistence = persistence();
      return persistence < 1 ? omega / (1 - persistence) : Double.POSITIVE_INFINITY;
    }
  }

  /**
   * Fits all parameters.
   *
   * @param returns oldest first, best in percent; at least 50; not modified
   * @param asymmetric whether losses may count more: the GJR model
   * @throws IllegalArgumentException if a return is not finite, there are too few, or they do not
   *     vary
   */
  public static Garch fit(double[] returns, Distribution distribution, boolean asymmetric) {
    Samples.check(returns, 50, "returns");
    return fit(returns, distribution, asymmetric, Double.NaN);
  }

  /** Fits like {@link #fit(double[], Distribution, boolean)} with a mean that is known. */
  public static Garch fit(
      double[] returns, Distribution distribution, boolean asymmetric, double mean) {
    Samples.check(returns, 50, "returns");
    double sampleMean = Samples.mean(returns, 0, returns.length);
    double variance = 0;
    for (double r : returns) {
      variance += (r - sampleMean) * (r - sampleMean) / returns.length;
    }
    if (!(variance > 0)) {
      throw new IllegalArgumentException("returns must vary");
    }
    Likelihood likelihood =
        new Likelihood(returns, distribution, asymmetric, mean, sampleMean, Math.sqrt(variance));
    double[] best = {};
    double least = Double.POSITIVE_INFINITY;
    for (double alpha : new double[] {0.05, 0.12}) {
      double[] start = likelihood.start(alpha);
      double[] found = NelderMead.minimize(likelihood::value, start, 0.3, 1e-12, 20_000);
      for (int restart = 0; restart < 3; restart++) {
        found = NelderMead.minimize(likelihood::value, found, 0.05, 1e-13, 20_000);
      }
      double value = likelihood.value(found);
      if (value < least) {
        least = value;
        best = found;
      }
    }
    Parameters parameters = likelihood.parameters(best);
    double[] variances = new double[returns.length];
    double next = likelihood.filter(parameters, variances);
    return new Garch(parameters, -least, variances, next);
  }

  /** Returns the parameters. */
  public Parameters parameters() {
    return parameters;
  }

  /** Returns the maximised logarithm of the likelihood. */
  public double logLikelihood() {
    return logLikelihood;
  }

  /** Returns a copy of the variances of each step, as known before it. */
  public double[] variances() {
    return variances.clone();
  }

  /**
   * Returns the forecast of the variance of a later step.
   *
   * @param steps 1 for the next one
   */
  public double forecast(int steps) {
    Samples.checkAtLeast("steps", steps, 1);
    double variance = next;
    for (int s = 1; s < steps; s++) {
      variance = parameters.omega + parameters.persistence() * variance;
    }
    return variance;
  }

  /** The negative logarithm of the likelihood in coordinates without bounds. */
  private static final class Likelihood {
    private final double[] returns;
    private final Distribution distribution;
    private final boolean asymmetric;
    private final double knownMean;
    private final double sampleMean;
    private final double deviation;

    Likelihood(
        double[] returns,
        Distribution distribution,
        boolean asymmetric,
        double knownMean,
        double sampleMean,
        double deviation) {
      this.returns = returns;
      this.distribution = distribution;
      this.asymmetric = asymmetric;
      this.knownMean = knownMean;
      this.sampleMean = sampleMean;
      this.deviation = deviation;
    }

    double[] start(double alpha) {
      int size =
          3
              + (asymmetric ? 1 : 0)
              + (distribution == Distribution.STUDENT ? 1 : 0)
              + (Double.isNaN(knownMean) ? 1 : 0);
      double[] x = new double[size];
      double beta = 0.97 - alpha;
      x[0] = StrictMath.log(1 - alpha - beta);
      x[1] = StrictMath.log(alpha);
      x[2] = StrictMath.log(beta);
      int at = 3;
      if (asymmetric) {
        x[at++] = 0.02;
      }
      if (distribution == Distribution.STUDENT) {
        x[at] = StrictMath.log(4);
      }
      return x;
    }

    Parameters parameters(double[] x) {
      int at = 3;
      double gamma = asymmetric ? x[at++] : 0;
      double degrees =
          distribution == Distribution.STUDENT
              ? 2.01 + StrictMath.exp(x[at++])
              : Double.POSITIVE_INFINITY;
      double mean = Double.isNaN(knownMean) ? sampleMean + x[at] * deviation : knownMean;
      return new Parameters(
          mean,
          StrictMath.exp(x[0]) * deviation * deviation,
          StrictMath.exp(x[1]),
          gamma,
          StrictMath.exp(x[2]),
          degrees);
    }

    double value(double[] x) {
      Parameters p = parameters(x);
      if (p.beta >= 1 || p.alpha >= 1 || p.alpha + p.gamma < 0 || p.persistence() >= 1.2) {
        return Double.POSITIVE_INFINITY;
      }
      double[] before = begin(p);
      double variance = p.omega + (p.alpha + p.gamma / 2) * before[0] + p.beta * before[0];
      double sum = 0;
      boolean normal = distribution == Distribution.NORMAL;
      double nu = p.degrees;
      for (double r : returns) {
        double e = r - p.mean;
        double z = e * e / variance;
        sum += StrictMath.log(variance) + (normal ? z : (nu + 1) * StrictMath.log1p(z / (nu - 2)));
        variance = p.omega + (p.alpha + (e < 0 ? p.gamma : 0)) * e * e + p.beta * variance;
      }
      double constant =
          normal
              ? 0.5 * StrictMath.log(2 * Math.PI)
              : Gamma.logGamma(nu / 2)
                  - Gamma.logGamma((nu + 1) / 2)
                  + 0.5 * StrictMath.log(Math.PI * (nu - 2));
      double value = sum / 2 + returns.length * constant;
      return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    double filter(Parameters p, double[] variances) {
      double[] before = begin(p);
      double variance = p.omega + (p.alpha + p.gamma / 2) * before[0] + p.beta * before[0];
      for (int t = 0; t < returns.length; t++) {
        variances[t] = variance;
        double e = returns[t] - p.mean;
        variance = p.omega + (p.alpha + (e < 0 ? p.gamma : 0)) * e * e + p.beta * variance;
      }
      return variance;
    }

    private double[] begin(Parameters p) {
      double squares = 0;
      for (double r : returns) {
        squares += (r - p.mean) * (r - p.mean);
      }
      return new double[] {squares / returns.length};
    }
  }
}
