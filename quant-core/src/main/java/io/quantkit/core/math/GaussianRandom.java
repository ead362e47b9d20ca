package io.quantkit.core.math;

import java.util.SplittableRandom;

/**
 * Seeded standard normal random numbers that are the same on every machine and JDK.
 *
 * <p>Marsaglia's polar method (G. Marsaglia and T. A. Bray, A convenient method for generating
 * normal variables, SIAM Review 6, 1964) on uniform numbers from {@link SplittableRandom}, whose
 * algorithm is fixed by its specification. Belongs to one thread.
 */
public final class GaussianRandom {
  private final SplittableRandom random;
  private double spare = Double.NaN;

  /** Creates a generator; equal seeds give equal numbers. */
  public GaussianRandom(long seed) {
    this.random = new SplittableRandom(seed);
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

  private double uniform() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }
}
