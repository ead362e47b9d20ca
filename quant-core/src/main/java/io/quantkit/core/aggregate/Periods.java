package io.quantkit.core.aggregate;

import io.quantkit.core.market.Bar;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Finds the period to which an instant belongs under a rule. The answer is remembered with the
 * stretch of time for which it is the same, so that the calendar is asked once a period.
 */
final class Periods {
  private final Timeframe timeframe;
  private final TradingCalendar calendar;
  private final ExtendedHours hours;
  private long from;
  private long to;
  private boolean inside;
  private long start;
  private long end;
  private int flags;

  Periods(TimeBars rule) {
    timeframe = rule.timeframe();
    calendar = rule.calendar();
    hours = rule.extendedHours();
  }

  /** Whether the instant belongs to a period at all; if not, it lies outside the session. */
  boolean inside() {
    return inside;
  }

  long start() {
    return start;
  }

  long end() {
    return end;
  }

  int flags() {
    return flags;
  }

  /** Returns from when on the input must have been seen for the bar to be whole. */
  long firstInstant() {
    return timeframe.intraday() || hours == ExtendedHours.MERGE
        ? Math.min(from, start)
        : calendar.sessionAtOrAfter(start).open();
  }

  void locate(long instant) {
    if (instant < from || instant >= to) {
      find(instant);
    }
  }

  /** Finds the period of a bar; one of days or more may be stamped with midnight. */
  void locateBar(Bar bar) {
    long instant = bar.start();
    if (!timeframe.intraday()
        && !calendar.isOpen(instant)
        && instant == midnight(calendar.dateOf(instant))) {
      long open = calendar.sessionAtOrAfter(instant).open();
      if (open < bar.knownAt()) {
        instant = open;
      }
    }
    locate(instant);
  }

  /** Finds the first period of a session that has not ended by the given instant. */
  void locateSession(long instant) {
    Session session = calendar.sessionAtOrAfter(instant);
    long at = Math.max(instant, session.open());
    locate(timeframe.intraday() && !calendar.isOpen(at) ? reopening(at, session) : at);
  }

  private void find(long instant) {
    LocalDate date = calendar.dateOf(instant);
    long midnight = midnight(date);
    long next = midnight(date.plusDays(1));
    Optional<Session> found = calendar.session(date);
    if (found.isEmpty()) {
      if (hours == ExtendedHours.OWN_BARS) {
        extended(instant, midnight, next);
      } else {
        outside(midnight, next);
      }
      return;
    }
    Session session = found.get();
    if (timeframe.intraday() ? calendar.isOpen(instant) : session.contains(instant)) {
      regular(instant, session, midnight, next);
    } else if (instant < session.open()) {
      closed(instant, session, midnight, session.open());
    } else if (instant >= session.close()) {
      closed(instant, session, session.close(), next);
    } else {
      closed(instant, session, instant, reopening(instant, session));
    }
  }

  private void regular(long instant, Session session, long midnight, long next) {
    inside = true;
    boolean merges = hours == ExtendedHours.MERGE;
    start = timeframe.startOf(instant, calendar);
    end = timeframe.endOf(start, calendar);
    if (timeframe.intraday()) {
      flags = end - start < timeframe.nanos() ? BarFlag.SHORT.bit() : 0;
      from = merges && start == session.open() ? midnight : start;
      if (merges && end >= session.close()) {
        end = next;
      }
      to = end;
    } else {
      boolean oneDay = timeframe.equals(Timeframe.DAY_1);
      flags = oneDay && session.earlyClose() ? BarFlag.SHORT.bit() : 0;
      from = merges ? midnight : session.open();
      to = merges ? next : session.close();
      if (merges) {
        end = midnight(calendar.dateOf(end - 1).plusDays(1));
      }
    }
  }

  /** Answers for a stretch of time of a session's date in which the market is closed. */
  private void closed(long instant, Session session, long fromInclusive, long toExclusive) {
    switch (hours) {
      case DROP -> outside(fromInclusive, toExclusive);
      case OWN_BARS -> extended(instant, fromInclusive, toExclusive);
      case MERGE -> {
        LocalDate date = session.date();
        long at = instant >= session.close() ? session.close() - 1 : toExclusive;
        regular(at, session, midnight(date), midnight(date.plusDays(1)));
        from = Math.min(from, fromInclusive);
      }
    }
  }

  private void extended(long instant, long fromInclusive, long toExclusive) {
    inside = true;
    start = Math.max(fromInclusive, timeframe.startOf(instant, calendar));
    end = Math.min(timeframe.endOf(start, calendar), toExclusive);
    from = start;
    to = end;
    flags = BarFlag.EXTENDED.bit() | (end - start < timeframe.nanos() ? BarFlag.SHORT.bit() : 0);
  }

  private void outside(long fromInclusive, long toExclusive) {
    inside = false;
    from = fromInclusive;
    to = toExclusive;
  }

  /** Returns when a session that pauses at the given instant goes on. */
  private long reopening(long pause, Session session) {
    long low = pause;
    long high = session.close() - 1;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (calendar.isOpen(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private long midnight(LocalDate date) {
    return EpochNanos.of(date.atStartOfDay(calendar.zone()).toInstant());
  }
}
