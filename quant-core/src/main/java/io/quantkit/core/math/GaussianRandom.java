package io.quantkit.core.math;

import java.util.SplittableRandom;

/**
 * Seeded standard normal random numbers that are the same on every machine and JDK.
 *
 * <p>Marsaglia's polar method (G. Marsaglia and T. A. Bray, "A convenient method for generating
 * normal variables", SIAM Review 6, 1964) on the upper 53 bits of {@link
 * SplittableRandom#nextLong()}. Numbers come in pairs, so one call may draw two, four or more longs
 * and the next none. A generator belongs to one thread.
 */
public final class GaussianRandom {
  private final SplittableRandom random;
  private double spare = Double.NaN;

  /** Creates a generator; equal seeds give equal numbers. */
  public GaussianRandom(long seed) {
    this(new SplittableRandom(seed));
  }

  /**
   * Creates a generator on top of another one.
   *
   * @param random kept: drawing from this generator advances it
   */
  public GaussianRandom(SplittableRandom random) {
    this.random = random;
  }

  /** Returns the next number. */
  public double next() {
    if (!Double.isNaN(spare)) {
      double kept = spare;
      spare = Double.NaN;
      return kept;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
    spare = y * factor;
    return x * factor;
  }

  /**
   * Fills an array with the next numbers.
   *
   * @param out modified
   */
  public void fill(double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = next();
    }
  }

  private double uniform() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }
}
