package io.quantkit.core.math;

import java.util.SplittableRandom;

/**
 * Seeded standard normal random numbers that are the same on every machine and JDK.
 *
 * <p>Each is the {@link Normal#quantile} of a uniform number from {@link SplittableRandom}, whose
 * algorithm is fixed by its specification. Belongs to one thread.
 */
public final class GaussianRandom {
  private final SplittableRandom random;

  /** Creates a generator; equal seeds give equal numbers. */
  public GaussianRandom(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Returns the next number. */
  public double next() {
    double uniform = (random.nextLong() >>> 11) * 0x1p-53 + 0x1p-54;
    return Normal.quantile(uniform);
  }
}
