package io.quantkit.core.engine;

import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;
import org.jspecify.annotations.Nullable;

/** The next open or close of a calendar, which may not reach as far as the data does. */
final class SessionClock {
  private final TradingCalendar calendar;
  private @Nullable Session session;
  private boolean open;
  private long nextTime = Long.MAX_VALUE;

  SessionClock(TradingCalendar calendar) {
    this.calendar = calendar;
  }

  /** Begins with the first session that has not ended at a time. */
  void start(long epochNanos) {
    if (calendar.dateOf(epochNanos).isAfter(calendar.lastDate())) {
      return;
    }
    session =
        calendar.dateOf(epochNanos).isBefore(calendar.firstDate())
            ? calendar.nextSession(calendar.firstDate().minusDays(1))
            : calendar.sessionAtOrAfter(epochNanos);
    nextTime = Math.max(session.open(), epochNanos);
  }

  TradingCalendar calendar() {
    return calendar;
  }

  long nextTime() {
    return nextTime;
  }

  /** Returns the session that opens or closes next; only if there is one. */
  Session session() {
    Session now = session;
    if (now == null) {
      throw new IllegalStateException("there is no session any more");
    }
    return now;
  }

  /** Returns whether what comes next is a close. */
  boolean closing() {
    return open;
  }

  /** Goes on to what comes next. */
  void advance() {
    Session now = session();
    if (!open) {
      open = true;
      nextTime = now.close();
      return;
    }
    open = false;
    if (!now.date().isBefore(calendar.lastDate())) {
      session = null;
      nextTime = Long.MAX_VALUE;
    } else {
      session = calendar.nextSession(now.date());
      nextTime = session.open();
    }
  }
}
