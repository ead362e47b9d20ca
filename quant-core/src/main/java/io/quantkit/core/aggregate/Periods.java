package io.quantkit.core.aggregate;

import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Phase;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the period to which an instant belongs under a rule. The answer is remembered with the
 * stretch of time for which it is the same, so that the calendar is asked once a period.
 */
final class Periods {
  private final Timeframe timeframe;
  private final TradingCalendar calendar;
  private final ExtendedHours hours;
  private final long auctionNanos;
  private long from;
  private long to;
  private boolean inside;
  private long start;
  private long end;
  private int flags;

  /** The day asked about last, and its session if it has one. */
  private long midnight;

  private long next;
  private @Nullable Session session;

  Periods(TimeBars rule) {
    timeframe = rule.timeframe();
    calendar = rule.calendar();
    hours = rule.extendedHours();
    auctionNanos = rule.auctionNanos();
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
  void locateBar(long barStart, long knownAt) {
    long instant = barStart;
    if (!timeframe.intraday()
        && !calendar.isOpen(instant)
        && instant == midnight(calendar.dateOf(instant))) {
      long open = calendar.sessionAtOrAfter(instant).open();
      if (open < knownAt) {
        instant = open;
      }
    }
    locate(instant);
  }

  /** Finds the first period of a session that has not ended by the given instant. */
  void locateSession(long instant) {
    Session session = calendar.sessionAtOrAfter(instant);
    long at = Math.max(instant, session.open());
    locate(session.phase(at) == Phase.BREAK ? session.breakEnd() : at);
  }

  private void find(long instant) {
    if (instant < midnight || instant >= next) {
      LocalDate date = calendar.dateOf(instant);
      session = calendar.session(date).orElse(null);
      midnight = midnight(date);
      next = midnight(date.plusDays(1));
    }
    if (session != null) {
      find(instant, session);
    } else if (hours == ExtendedHours.OWN_BARS) {
      extended(instant, midnight, next);
    } else {
      outside(midnight, next);
    }
  }

  private void find(long instant, Session session) {
    long close = session.close();
    long auctionEnd = Math.min(close + auctionNanos, next);
    if (session.contains(instant)) {
      regular(instant, session, auctionEnd);
    } else if (instant < session.open()) {
      closed(instant, session, session.open(), midnight, session.open());
    } else if (instant < close) {
      closed(instant, session, session.breakEnd(), session.breakStart(), session.breakEnd());
    } else if (instant < auctionEnd) {
      regular(close - 1, session, auctionEnd);
    } else {
      closed(instant, session, close - 1, auctionEnd, next);
    }
  }

  private void regular(long instant, Session session, long auctionEnd) {
    inside = true;
    boolean merges = hours == ExtendedHours.MERGE;
    start = timeframe.startOf(instant, calendar);
    end = timeframe.endOf(start, calendar);
    if (timeframe.intraday()) {
      flags = end - start < timeframe.nanos() ? BarFlag.SHORT.bit() : 0;
      from = merges && start == session.open() ? midnight : start;
      if (end >= session.close()) {
        end = merges ? next : auctionEnd;
      }
      to = end;
      return;
    }
    boolean oneDay = timeframe.equals(Timeframe.DAY_1);
    flags = oneDay && session.earlyClose() ? BarFlag.SHORT.bit() : 0;
    long endOfDay = midnight(calendar.dateOf(end - 1).plusDays(1));
    end = merges ? endOfDay : Math.min(end + auctionNanos, endOfDay);
    if (merges) {
      from = midnight;
      to = next;
    } else {
      boolean morning = instant < session.breakStart();
      from = morning ? session.open() : session.breakEnd();
      to = morning && session.hasBreak() ? session.breakStart() : auctionEnd;
    }
  }

  /**
   * Answers for a stretch of time of a session's date in which the market is closed.
   *
   * @param merged an instant of the session's period with which the stretch is merged, if it is
   */
  private void closed(
      long instant, Session session, long merged, long fromInclusive, long toExclusive) {
    switch (hours) {
      case DROP -> outside(fromInclusive, toExclusive);
      case OWN_BARS -> extended(instant, fromInclusive, toExclusive);
      case MERGE -> {
        regular(merged, session, session.close());
        from = Math.min(from, fromInclusive);
      }
    }
  }

  /** Periods outside the session are counted from midnight and cut where the market opens. */
  private void extended(long instant, long fromInclusive, long toExclusive) {
    long length = timeframe.nanos();
    long counted = instant - Math.floorMod(instant - midnight, length);
    inside = true;
    start = Math.max(fromInclusive, counted);
    end = Math.min(counted + length, toExclusive);
    from = start;
    to = end;
    flags = BarFlag.EXTENDED.bit() | (end - start < length ? BarFlag.SHORT.bit() : 0);
  }

  private void outside(long fromInclusive, long toExclusive) {
    inside = false;
    from = fromInclusive;
    to = toExclusive;
  }

  private long midnight(LocalDate date) {
    return EpochNanos.of(date.atStartOfDay(calendar.zone()).toInstant());
  }
}
