package io.quantkit.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One day's trading at one market: continuous trading from open to close with at most one break,
 * and the extended hours before and after. All times are epoch nanoseconds UTC, all intervals
 * half-open.
 *
 * @param date the trading day in the market's time zone
 * @param preOpen when the hours before the session begin; {@code open} if there are none
 * @param open the first instant of continuous trading
 * @param breakStart the first instant of the break; {@code close} if there is none
 * @param breakEnd the first instant after the break; {@code close} if there is none
 * @param close the first instant after continuous trading
 * @param postClose when the hours after the session end; {@code close} if there are none
 * @param earlyClose whether trading ends before the regular hour
 */
public record Session(
    LocalDate date,
    long preOpen,
    long open,
    long breakStart,
    long breakEnd,
    long close,
    long postClose,
    boolean earlyClose) {

  /**
   * Creates a session.
   *
   * @throws IllegalArgumentException if it does not open before it closes or its other times are
   *     not in order
   */
  public Session {
    Objects.requireNonNull(date, "date");
    if (open >= close) {
      throw new IllegalArgumentException(
          "open must be before close, was " + open + " and " + close + " on " + date);
    }
    boolean noBreak = breakStart == close && breakEnd == close;
    if (!noBreak && !(open < breakStart && breakStart < breakEnd && breakEnd < close)) {
      throw new IllegalArgumentException(
          "break must lie within the session of %s, was %d to %d"
              .formatted(date, breakStart, breakEnd));
    }
    if (preOpen > open || postClose < close) {
      throw new IllegalArgumentException(
          "extended hours must enclose the session of %s, were %d to %d"
              .formatted(date, preOpen, postClose));
    }
  }

  /** Creates a session without a break and extended hours. */
  public Session(LocalDate date, long open, long close, boolean earlyClose) {
    this(date, open, open, close, close, close, close, earlyClose);
  }

  /** Returns the first instant of trading. */
  public Instant openInstant() {
    return EpochNanos.toInstant(open);
  }

  /** Returns the first instant after trading. */
  public Instant closeInstant() {
    return EpochNanos.toInstant(close);
  }

  /** Returns whether trading pauses in between, as for lunch. */
  public boolean hasBreak() {
    return breakStart < close;
  }

  /** Returns whether there is continuous trading at the instant, in epoch nanoseconds UTC. */
  public boolean contains(long epochNanos) {
    return phase(epochNanos) == Phase.REGULAR;
  }

  /** Returns what this session offers at an instant; {@link Phase#CLOSED} outside its hours. */
  public Phase phase(long epochNanos) {
    if (epochNanos < open) {
      return epochNanos >= preOpen ? Phase.PRE_MARKET : Phase.CLOSED;
    }
    if (epochNanos >= close) {
      return epochNanos < postClose ? Phase.POST_MARKET : Phase.CLOSED;
    }
    return epochNanos < breakStart || epochNanos >= breakEnd ? Phase.REGULAR : Phase.BREAK;
  }

  /** Returns how long there is continuous trading, without the break, in nanoseconds. */
  public long nanos() {
    return close - open - (breakEnd - breakStart);
  }
}
