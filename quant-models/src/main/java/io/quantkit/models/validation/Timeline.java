package io.quantkit.models.validation;

import io.quantkit.core.series.Dataset;
import java.time.LocalDate;
import java.util.Arrays;

/** The distinct times of a dataset's rows, and where spans of them begin. */
final class Timeline {
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;

  private final long[] times;

  Timeline(Dataset data) {
    long[] distinct = new long[data.rows()];
    int size = 0;
    for (int r = 0; r < distinct.length; r++) {
      if (size == 0 || distinct[size - 1] != data.time(r)) {
        distinct[size++] = data.time(r);
      }
    }
    this.times = Arrays.copyOf(distinct, size);
  }

  int size() {
    return times.length;
  }

  long time(int index) {
    return times[index];
  }

  /** Returns the position of a time that is in the line. */
  int indexOf(long time) {
    return Arrays.binarySearch(times, time);
  }

  /** Returns the position of the last time that is at most {@code time}, -1 if none is. */
  int lastAt(long time) {
    int found = Arrays.binarySearch(times, time);
    return found >= 0 ? found : -found - 2;
  }

  /** Returns the time at which {@code units} units have passed since the line began. */
  long boundary(Span.Unit unit, long units) {
    if (unit == Span.Unit.BARS) {
      return units < times.length ? times[(int) units] : Long.MAX_VALUE;
    }
    long day = Math.floorDiv(times[0], NANOS_PER_DAY);
    if (unit == Span.Unit.DAYS) {
      return Math.multiplyExact(day + units, NANOS_PER_DAY);
    }
    LocalDate month = LocalDate.ofEpochDay(day).withDayOfMonth(1).plusMonths(units);
    return Math.multiplyExact(month.toEpochDay(), NANOS_PER_DAY);
  }

  /** Returns the first time of the last span, the line's first time if the span covers it all. */
  long tailStart(Span span) {
    int last = times.length - 1;
    if (span.unit() == Span.Unit.BARS) {
      return times[Math.max(0, times.length - span.length())];
    }
    long day = Math.floorDiv(times[last], NANOS_PER_DAY);
    if (span.unit() == Span.Unit.DAYS) {
      return (day + 1 - span.length()) * NANOS_PER_DAY;
    }
    LocalDate month = LocalDate.ofEpochDay(day).withDayOfMonth(1).minusMonths(span.length() - 1L);
    return month.toEpochDay() * NANOS_PER_DAY;
  }
}
