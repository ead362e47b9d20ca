package io.quantkit.core.synthetic;

import io.quantkit.core.math.GaussianRandom;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A seeded source of random numbers that are the same on every machine and JDK.
 *
 * <p>Uniform numbers are the upper 53 bits of {@link SplittableRandom#nextLong()}, normal ones
 * those of {@link GaussianRandom}; everything else is made of the two with {@link StrictMath}.
 *
 * <p>Streams of one seed are told apart by an index. Both are scattered by a bijective hash before
 * they seed the generator: neighbouring seeds and indices give unrelated streams, and the stream of
 * one symbol depends neither on how many others there are nor on the thread it runs on. A stream
 * belongs to one thread.
 */
public final class RandomStream {
  private static final double POISSON_CHUNK = 16;

  private final SplittableRandom random;
  private final GaussianRandom gaussian;
  private final @Nullable DoubleSupplier shocks;

  private RandomStream(long state, @Nullable DoubleSupplier shocks) {
    this.random = new SplittableRandom(state);
    this.gaussian = new GaussianRandom(random);
    this.shocks = shocks;
  }

  /** Returns the first stream of a seed, that of index 0. */
  public static RandomStream of(long seed) {
    return of(seed, 0);
  }

  /** Returns one of the streams of a seed. */
  public static RandomStream of(long seed, long index) {
    return new RandomStream(state(seed, index), null);
  }

  /** Returns a stream whose {@link #shock} comes from elsewhere. */
  static RandomStream driven(long seed, long index, DoubleSupplier shocks) {
    return new RandomStream(state(seed, index), shocks);
  }

  private static long state(long seed, long index) {
    return scatter(scatter(seed) + index);
  }

  /**
   * The finalizer of MurmurHash3 (A. Appleby, 2011). {@code SplittableRandom} steps its state by a
   * constant, so that seeds which differ by a multiple of it would give one sequence, shifted.
   */
  private static long scatter(long x) {
    long z = x ^ 0x5851F42D4C957F2DL;
    z = (z ^ (z >>> 33)) * 0xFF51AFD7ED558CCDL;
    z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return z ^ (z >>> 33);
  }

  /** Returns the next number of a uniform distribution over [0, 1). */
  public double uniform() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  /**
   * Returns the next whole number from 0 to {@code bound - 1}, {@code floor(bound * uniform())}.
   *
   * @throws IllegalArgumentException if the bound is below 1
   */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be at least 1, was " + bound);
    }
    return (int) (bound * uniform());
  }

  /** Returns the next number of a standard normal distribution. */
  public double gaussian() {
    return gaussian.next();
  }

  /**
   * Returns the standard normal number that moves the price in this step: what correlated paths
   * share. A model draws exactly one per step; without correlation it is a {@link #gaussian}.
   */
  public double shock() {
    return shocks == null ? gaussian.next() : shocks.getAsDouble();
  }

  /** Returns the next number of an exponential distribution of mean 1. */
  public double exponential() {
    return -StrictMath.log(1 - uniform());
  }

  /**
   * Returns the next number of a gamma distribution of scale 1.
   *
   * <p>G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26
   * (2000); shapes below 1 by their remark in section 6.
   *
   * @param shape positive; mean and variance of the result
   */
  public double gamma(double shape) {
    if (!(shape > 0)) {
      throw new IllegalArgumentException("shape must be positive, was " + shape);
    }
    if (shape < 1) {
      return gamma(shape + 1) * StrictMath.pow(1 - uniform(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = gaussian();
      double root = 1 + c * x;
      if (root > 0) {
        double v = root * root * root;
        if (StrictMath.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
          return d * v;
        }
      }
    }
  }

  /**
   * Returns the next number of a Poisson distribution, by sequential search; the time grows with
   * the mean.
   *
   * @param mean at least 0
   */
  public int poisson(double mean) {
    if (!(mean >= 0) || mean > 1e6) {
      throw new IllegalArgumentException("mean must be within 0 to 1000000, was " + mean);
    }
    int count = 0;
    double rest = mean;
    while (rest > POISSON_CHUNK) {
      count += fewEvents(POISSON_CHUNK);
      rest -= POISSON_CHUNK;
    }
    return count + fewEvents(rest);
  }

  private int fewEvents(double mean) {
    double u = uniform();
    double probability = StrictMath.exp(-mean);
    double below = probability;
    int count = 0;
    while (u >= below && probability > 0) {
      count++;
      probability *= mean / count;
      below += probability;
    }
    return count;
  }
}
