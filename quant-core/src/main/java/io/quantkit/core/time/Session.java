package io.quantkit.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One day's continuous trading at one market: the half-open interval from open to close.
 *
 * @param date the trading day in the market's time zone
 * @param open the first instant of trading, in epoch nanoseconds UTC
 * @param close the first instant after trading, in epoch nanoseconds UTC
 * @param earlyClose whether trading ends before the regular hour
 */
public record Session(LocalDate date, long open, long close, boolean earlyClose) {

  /**
   * Creates a session.
   *
   * @throws IllegalArgumentException if it does not open before it closes
   */
  public Session {
    Objects.requireNonNull(date, "date");
    if (open >= close) {
      throw new IllegalArgumentException(
          "open must be before close, was " + open + " and " + close + " on " + date);
    }
  }

  /** Returns the first instant of trading. */
  public Instant openInstant() {
    return EpochNanos.toInstant(open);
  }

  /** Returns the first instant after trading. */
  public Instant closeInstant() {
    return EpochNanos.toInstant(close);
  }

  /** Returns whether the instant, in epoch nanoseconds UTC, lies in {@code [open, close)}. */
  public boolean contains(long epochNanos) {
    return open <= epochNanos && epochNanos < close;
  }

  /** Returns how long the session lasts, in nanoseconds. */
  public long nanos() {
    return close - open;
  }
}
