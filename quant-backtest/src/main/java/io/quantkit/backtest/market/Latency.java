package io.quantkit.backtest.market;

import io.quantkit.core.synthetic.RandomStream;
import java.util.Arrays;

/**
 * How long something takes on its way: an immutable recipe. {@link #start} gives the numbers of one
 * run, which are the same for the same seed on every machine.
 *
 * <p>Times and delays are in nanoseconds.
 */
public interface Latency {

  /** No delay. */
  Latency NONE = new Constant(0);

  /**
   * Starts the delays of one run.
   *
   * @param seed what the randomness grows from
   * @param leg which of the streams of that seed; different legs have unrelated delays
   */
  Delays start(long seed, long leg);

  /** The delays of one run. Belongs to one thread. */
  @FunctionalInterface
  interface Delays {

    /**
     * Returns the next delay, at least 0.
     *
     * @param time when it begins, in epoch nanoseconds
     */
    long next(long time);
  }

  /** Returns a latency that is always the same. */
  static Latency constant(long nanos) {
    return new Constant(nanos);
  }

  /** Returns a latency that is equally likely to be anything in a range. */
  static Latency uniform(long fromInclusive, long toInclusive) {
    return new Uniform(fromInclusive, toInclusive);
  }

  /**
   * Returns a latency of which half the values are above the median, some of them far.
   *
   * @param median within which half arrive
   * @param sigma the standard deviation of the logarithm, at least 0; 0.5 puts one in 20 above 2.3
   *     medians
   */
  static Latency logNormal(long median, double sigma) {
    return new LogNormal(0, median, sigma);
  }

  /**
   * Returns the latency that was measured at known times: between two of them on the straight line,
   * before the first and after the last that one. This is hftbacktest's {@code IntpOrderLatency}.
   *
   * @param times when each was measured, in epoch nanoseconds, rising
   * @param nanos the latencies, at least 0, as many
   */
  static Latency measured(long[] times, long[] nanos) {
    return new Measured(times.clone(), nanos.clone());
  }

  /**
   * Always the same.
   *
   * @param nanos at least 0
   */
  record Constant(long nanos) implements Latency {
    public Constant {
      requireNotNegative("nanos", nanos);
    }

    @Override
    public Delays start(long seed, long leg) {
      long always = nanos;
      return time -> always;
    }
  }

  /**
   * Equally likely to be any whole number of nanoseconds in a range.
   *
   * @param fromInclusive the least, at least 0
   * @param toInclusive the most
   */
  record Uniform(long fromInclusive, long toInclusive) implements Latency {
    public Uniform {
      requireNotNegative("fromInclusive", fromInclusive);
      if (toInclusive < fromInclusive || toInclusive - fromInclusive >= 1L << 53) {
        throw new IllegalArgumentException(
            "toInclusive must be within fromInclusive to fromInclusive + 2^53 - 1, was "
                + toInclusive
                + " for "
                + fromInclusive);
      }
    }

    @Override
    public Delays start(long seed, long leg) {
      RandomStream random = RandomStream.of(seed, leg);
      long least = fromInclusive;
      long width = toInclusive - fromInclusive + 1;
      return time -> least + Math.min((long) (random.uniform() * width), width - 1);
    }
  }

  /**
   * {@code floor + (median - floor) exp(sigma Z)} with a standard normal {@code Z}, rounded to the
   * nearest nanosecond.
   *
   * @param floor below which it never is, at least 0: the way at the speed of light
   * @param median within which half arrive, at least the floor
   * @param sigma at least 0 and at most 10
   */
  record LogNormal(long floor, long median, double sigma) implements Latency {
    public LogNormal {
      requireNotNegative("floor", floor);
      if (median < floor) {
        throw new IllegalArgumentException(
            "median must be at least the floor, was " + median + " < " + floor);
      }
      if (!(sigma >= 0 && sigma <= 10)) {
        throw new IllegalArgumentException("sigma must be within 0 to 10, was " + sigma);
      }
    }

    @Override
    public Delays start(long seed, long leg) {
      RandomStream random = RandomStream.of(seed, leg);
      long least = floor;
      double scale = median - floor;
      double spread = sigma;
      return time -> least + Math.round(scale * StrictMath.exp(spread * random.gaussian()));
    }
  }

  /** See {@link #measured}. */
  final class Measured implements Latency {
    private final long[] times;
    private final long[] nanos;

    private Measured(long[] times, long[] nanos) {
      if (times.length == 0 || times.length != nanos.length) {
        throw new IllegalArgumentException(
            "times must be at least one and nanos as many, were %d and %d"
                .formatted(times.length, nanos.length));
      }
      for (int i = 0; i < times.length; i++) {
        requireNotNegative("nanos", nanos[i]);
        if (i > 0 && times[i] <= times[i - 1]) {
          throw new IllegalArgumentException(
              "times must rise, was %d after %d at %d".formatted(times[i], times[i - 1], i));
        }
      }
      this.times = times;
      this.nanos = nanos;
    }

    @Override
    public Delays start(long seed, long leg) {
      return this::at;
    }

    private long at(long time) {
      int found = Arrays.binarySearch(times, time);
      int after = found >= 0 ? found : -found - 1;
      if (found >= 0 || after == 0) {
        return nanos[after];
      }
      if (after == times.length) {
        return nanos[after - 1];
      }
      int before = after - 1;
      double slope = (double) (nanos[after] - nanos[before]) / (times[after] - times[before]);
      return (long) (slope * (time - times[before])) + nanos[before];
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Measured that
          && Arrays.equals(times, that.times)
          && Arrays.equals(nanos, that.nanos);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(times) + Arrays.hashCode(nanos);
    }

    @Override
    public String toString() {
      return "Measured[samples=" + times.length + "]";
    }
  }

  private static void requireNotNegative(String name, long nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException(name + " must be at least 0, was " + nanos);
    }
  }
}
