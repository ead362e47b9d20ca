package io.quantkit.core.quality;

import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;
import java.util.Optional;

/** Looks up days of a calendar and remembers the last one, since rows come in runs of a day. */
final class Days {
  private static final long MINUTE = 60_000_000_000L;

  final TradingCalendar calendar;
  private final long firstInstant;
  private final long endInstant;
  private final long before;
  private final long after;
  private long from = Long.MAX_VALUE;
  private long to = Long.MIN_VALUE;
  private LocalDate date;
  private Optional<Session> session = Optional.empty();

  /** Takes the minutes before the open and after the close that count as session. */
  Days(TradingCalendar calendar, double minutesBefore, double minutesAfter) {
    this.calendar = calendar;
    before = (long) (minutesBefore * MINUTE);
    after = (long) (minutesAfter * MINUTE);
    date = calendar.firstDate();
    firstInstant = midnight(calendar.firstDate());
    endInstant = midnight(calendar.lastDate().minusDays(10));
  }

  /** Returns whether the calendar knows a time and some sessions after it. */
  boolean known(long time) {
    return time >= firstInstant && time < endInstant;
  }

  /** Returns the date, in the calendar's zone, of a time that is known. */
  LocalDate date(long time) {
    find(time);
    return date;
  }

  /** Returns the session on the date of a time that is known. */
  Optional<Session> session(long time) {
    find(time);
    return session;
  }

  /** Returns whether a time that is known lies within a session or the hours admitted around. */
  boolean open(long time) {
    find(time);
    if (session.isEmpty()) {
      return false;
    }
    Session today = session.get();
    return today.contains(time)
        || (time < today.open() && time >= today.open() - before)
        || (time >= today.close() && time < today.close() + after);
  }

  long firstInstant() {
    return firstInstant;
  }

  private void find(long time) {
    if (time < from || time >= to) {
      date = calendar.dateOf(time);
      from = midnight(date);
      to = midnight(date.plusDays(1));
      session = calendar.session(date);
    }
  }

  private long midnight(LocalDate day) {
    return EpochNanos.of(day.atStartOfDay(calendar.zone()).toInstant());
  }
}
