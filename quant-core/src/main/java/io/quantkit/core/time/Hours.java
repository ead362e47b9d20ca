package io.quantkit.core.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours of a day's trading as a market's rules tell them.
 *
 * @param preOpen when the hours before the session begin; {@code open} if there are none
 * @param breakStart when the break begins; {@code close} if there is none
 * @param breakEnd when the break ends; {@code close} if there is none
 * @param postClose when the hours after the session end; {@code close} if there are none
 */
record Hours(
    LocalTime preOpen,
    LocalTime open,
    LocalTime breakStart,
    LocalTime breakEnd,
    LocalTime close,
    LocalTime postClose) {

  /** Returns hours without a break or extended hours. */
  static Hours of(LocalTime open, LocalTime close) {
    return new Hours(open, open, close, close, close, close);
  }

  Hours withBreak(LocalTime from, LocalTime to) {
    return new Hours(preOpen, open, from, to, close, postClose);
  }

  Hours extended(LocalTime from, LocalTime to) {
    return new Hours(from, open, breakStart, breakEnd, close, to);
  }

  /** Returns the lengths of the parts of a session. */
  long[] parts() {
    return breakStart.equals(close)
        ? new long[] {nanos(open, close)}
        : new long[] {nanos(open, breakStart), nanos(breakEnd, close)};
  }

  Session on(LocalDate date, ZoneId zone, boolean earlyClose) {
    return new Session(
        date,
        instant(date, preOpen, zone),
        instant(date, open, zone),
        instant(date, breakStart, zone),
        instant(date, breakEnd, zone),
        instant(date, close, zone),
        instant(date, postClose, zone),
        earlyClose);
  }

  private static long nanos(LocalTime from, LocalTime to) {
    return Duration.between(from, to).toNanos();
  }

  private static long instant(LocalDate date, LocalTime time, ZoneId zone) {
    return EpochNanos.of(date.atTime(time).atZone(zone).toInstant());
  }
}
