package io.quantkit.core.data;

import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;

/** Reads when a bar starts and becomes known from the field that stamps it. */
final class BarTimes {
  private final CsvSchema schema;
  private final Timeframe timeframe;
  private final TradingCalendar calendar;
  private final boolean dates;
  private final boolean atEnd;
  private final TimeReader times;
  private final TimeReader knownAts;
  private final DayTable days = new DayTable();
  private long start;
  private long knownAt;

  BarTimes(CsvSchema schema) {
    this.schema = schema;
    this.timeframe = schema.timeframe();
    this.calendar = schema.calendar();
    this.dates = schema.timeFormat().isDate();
    this.atEnd = schema.stamp() == Stamp.END;
    this.times = new TimeReader(schema.timeFormat());
    this.knownAts = new TimeReader(schema.knownAtFormat());
  }

  long start() {
    return start;
  }

  long knownAt() {
    return knownAt;
  }

  /** Reads a stamp; what it means is in {@link #start} and {@link #knownAt}. */
  void read(CsvRows rows, int column) throws RowFault {
    byte[] bytes = rows.bytes();
    int from = rows.from(column);
    int to = rows.to(column);
    try {
      if (dates) {
        int day = times.epochDay(bytes, from, to);
        if (!days.has(day)) {
          long first = timeframe.startOf(LocalDate.ofEpochDay(day), calendar);
          days.put(day, first, timeframe.endOf(first, calendar));
        }
        start = days.first(day);
        knownAt = days.second(day);
        return;
      }
      long stamp = times.instant(bytes, from, to);
      start = atEnd ? timeframe.startOf(stamp - 1, calendar) : stamp;
      knownAt = timeframe.endOf(start, calendar);
    } catch (IllegalArgumentException outside) {
      throw new RowFault(RowRule.SESSION, String.valueOf(outside.getMessage()));
    }
    if (knownAt < start) {
      throw new RowFault(
          RowRule.SESSION,
          "bar of %s must be stamped before its session closes at %s; is the zone right?"
              .formatted(timeframe, EpochNanos.toInstant(knownAt)));
    }
    if (schema.regularHours() && timeframe.intraday() && !calendar.isOpen(start)) {
      throw new RowFault(
          RowRule.SESSION,
          "bar must start within a session of %s, starts at %s; is the zone right?"
              .formatted(calendar, EpochNanos.toInstant(start)));
    }
  }

  /** Reads when the bar became known from a field of its own. */
  void readKnownAt(CsvRows rows, int column) throws RowFault {
    knownAt = knownAts.instant(rows.bytes(), rows.from(column), rows.to(column));
  }

  void requireNotFromTheFuture() throws RowFault {
    if (knownAt > schema.asOf()) {
      throw new RowFault(
          RowRule.NOT_FROM_THE_FUTURE,
          "bar must be known by %s, is known at %s"
              .formatted(EpochNanos.toInstant(schema.asOf()), EpochNanos.toInstant(knownAt)));
    }
  }
}
