package io.quantkit.core.time;

import java.time.Instant;

/**
 * Instants as nanoseconds since 1970-01-01T00:00:00Z, without leap seconds.
 *
 * <p>A {@code long} reaches from 1677-09-21 to 2262-04-11.
 */
public final class EpochNanos {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private EpochNanos() {}

  /**
   * Returns the nanoseconds from the epoch to the instant.
   *
   * @throws IllegalArgumentException if a {@code long} does not reach that far
   */
  public static long of(Instant instant) {
    long seconds = instant.getEpochSecond();
    int nanos = instant.getNano();
    try {
      return seconds < 0 && nanos > 0
          ? Math.addExact(
              Math.multiplyExact(seconds + 1, NANOS_PER_SECOND), nanos - NANOS_PER_SECOND)
          : Math.addExact(Math.multiplyExact(seconds, NANOS_PER_SECOND), nanos);
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException(
          "instant must lie between 1677-09-21 and 2262-04-11, was " + instant, overflow);
    }
  }

  /**
   * Returns the nanoseconds from the epoch to the instant an ISO-8601 text such as {@code
   * 2024-05-28T13:30:00Z} names.
   *
   * @throws java.time.format.DateTimeParseException if the text names no instant
   * @throws IllegalArgumentException if a {@code long} does not reach that far
   */
  public static long parse(String text) {
    return of(Instant.parse(text));
  }

  /** Returns the instant that lies the given nanoseconds after the epoch. */
  public static Instant toInstant(long epochNanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(epochNanos, NANOS_PER_SECOND), Math.floorMod(epochNanos, NANOS_PER_SECOND));
  }
}
