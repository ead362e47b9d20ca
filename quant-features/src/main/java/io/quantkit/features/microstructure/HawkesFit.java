package io.quantkit.features.microstructure;

import io.quantkit.core.error.TrainingException;

/**
 * The self-exciting arrivals that make given times most likely.
 *
 * <p>The rate is {@code base + sum over past times t of branching decay exp(-decay (now - t))}. For
 * each decay the likelihood is a concave function of base and branching, which Newton's method
 * climbs; the best decay is found by a search over a grid of powers of two and then by golden
 * section. One evaluation takes time proportional to the number of arrivals. T. Ozaki, "Maximum
 * likelihood estimation of Hawkes' self-exciting point processes", Annals of the Institute of
 * Statistical Mathematics 31, 1979.
 *
 * @param baseRate arrivals per unit of time that nothing provokes
 * @param branching how many arrivals one arrival brings on directly
 * @param decay how fast excitement fades, per unit of time
 * @param logLikelihood of the times under these parameters
 */
public record HawkesFit(double baseRate, double branching, double decay, double logLikelihood) {
  private static final double GOLDEN = 0.6180339887498949;

  /**
   * Fits arrivals.
   *
   * @param times rising, within [0, horizon]; not modified
   * @param horizon until when arrivals were observed, from time 0
   * @throws IllegalArgumentException if there are fewer than 10 times or they are out of order or
   *     range
   * @throws TrainingException if no maximum is found, as for times without variation
   */
  public static HawkesFit of(double[] times, double horizon) {
    if (times.length < 10) {
      throw new IllegalArgumentException("times must be at least 10, were " + times.length);
    }
    Check.positive("horizon", horizon);
    double last = 0;
    for (double time : times) {
      if (!(time >= last && time <= horizon)) {
        throw new IllegalArgumentException(
            "times must rise within 0 to " + horizon + ", was " + time + " after " + last);
      }
      last = time;
    }
    Profile profile = new Profile(times, horizon);
    double rate = times.length / horizon;
    int best = 0;
    double bestValue = Double.NEGATIVE_INFINITY;
    for (int power = -10; power <= 14; power++) {
      double value = profile.at(Math.scalb(rate, power));
      if (value > bestValue) {
        bestValue = value;
        best = power;
      }
    }
    double low = best - 1;
    double high = best + 1;
    double a = high - GOLDEN * (high - low);
    double b = low + GOLDEN * (high - low);
    double atA = profile.at(rate * StrictMath.pow(2, a));
    double atB = profile.at(rate * StrictMath.pow(2, b));
    while (high - low > 1e-7) {
      if (atA >= atB) {
        high = b;
        b = a;
        atB = atA;
        a = high - GOLDEN * (high - low);
        atA = profile.at(rate * StrictMath.pow(2, a));
      } else {
        low = a;
        a = b;
        atA = atB;
        b = low + GOLDEN * (high - low);
        atB = profile.at(rate * StrictMath.pow(2, b));
      }
    }
    double decay = rate * StrictMath.pow(2, (low + high) / 2);
    double value = profile.at(decay);
    if (!Double.isFinite(value)) {
      throw new TrainingException(
          "hawkes", "no self-exciting arrivals fit " + times.length + " times");
    }
    return new HawkesFit(profile.base, profile.branching, decay, value);
  }

  /** Returns the feature with these parameters, of times in seconds. */
  public HawkesIntensity intensity() {
    return new HawkesIntensity(baseRate, branching, decay);
  }

  /** The likelihood of the best base rate and branching as a function of the decay. */
  private static final class Profile {
    private static final int STEPS = 100;

    private final double[] times;
    private final double horizon;

    /** Before each time, the sum of {@code decay exp(-decay age)} over those before. */
    private final double[] excitement;

    private double base;
    private double branching;

    Profile(double[] times, double horizon) {
      this.times = times;
      this.horizon = horizon;
      this.excitement = new double[times.length];
    }

    double at(double decay) {
      double excited = 0;
      double expected = 0;
      for (int i = 0; i < times.length; i++) {
        if (i > 0) {
          excited = (excited + decay) * StrictMath.exp(-decay * (times[i] - times[i - 1]));
        }
        excitement[i] = excited;
        expected -= StrictMath.expm1(-decay * (horizon - times[i]));
      }
      base = 0.5 * times.length / horizon;
      branching = 0.5 * times.length / Math.max(expected, 1e-300);
      double value = likelihood(base, branching, expected);
      for (int step = 0; step < STEPS; step++) {
        double next = climb(value, expected);
        if (next - value <= 1e-12 * Math.abs(value)) {
          return next;
        }
        value = next;
      }
      return value;
    }

    /** One step of Newton's method, shortened until it climbs; negative parameters become small. */
    private double climb(double value, double expected) {
      double gradientBase = -horizon;
      double gradientBranching = -expected;
      double bb = 0;
      double bg = 0;
      double gg = 0;
      for (double e : excitement) {
        double inverse = 1 / (base + branching * e);
        double scaled = e * inverse;
        gradientBase += inverse;
        gradientBranching += scaled;
        bb += inverse * inverse;
        bg += inverse * scaled;
        gg += scaled * scaled;
      }
      double determinant = bb * gg - bg * bg;
      double stepBase = gradientBase / bb;
      double stepBranching = 0;
      if (determinant > 1e-12 * bb * gg) {
        stepBase = (gg * gradientBase - bg * gradientBranching) / determinant;
        stepBranching = (bb * gradientBranching - bg * gradientBase) / determinant;
      }
      for (double length = 1; length > 1e-9; length /= 2) {
        double newBase = Math.max(base + length * stepBase, base * 0.1);
        double newBranching = Math.max(branching + length * stepBranching, branching * 0.1);
        double next = likelihood(newBase, newBranching, expected);
        if (next > value) {
          base = newBase;
          branching = newBranching;
          return next;
        }
      }
      return value;
    }

    private double likelihood(double base, double branching, double expected) {
      double sum = -base * horizon - branching * expected;
      for (double e : excitement) {
        sum += StrictMath.log(base + branching * e);
      }
      return sum;
    }
  }
}
