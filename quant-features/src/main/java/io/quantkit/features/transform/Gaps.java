package io.quantkit.features.transform;

import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.util.Arrays;

/** Finds the bars that a calendar expects and a series does not have. */
final class Gaps {
  private Gaps() {}

  /**
   * Returns the starts of the whole bars expected after a bar, oldest first.
   *
   * @param until when the last of them is known at the latest, in epoch nanoseconds UTC
   * @param limit how many to return at most
   */
  static long[] after(
      BarSeries series, int index, long until, TradingCalendar calendar, int limit) {
    Timeframe timeframe = series.timeframe();
    long[] missing = new long[8];
    int size = 0;
    long start = next(timeframe, calendar, series.knownAt(index));
    long end = timeframe.endOf(start, calendar);
    while (end <= until && size < limit) {
      if (size == missing.length) {
        missing = Arrays.copyOf(missing, size * 2);
      }
      missing[size++] = start;
      start = next(timeframe, calendar, end);
      end = timeframe.endOf(start, calendar);
    }
    return Arrays.copyOf(missing, size);
  }

  /** Returns the start of the first bar that begins at or after a moment. */
  private static long next(Timeframe timeframe, TradingCalendar calendar, long from) {
    long instant = open(calendar, from);
    long start = timeframe.startOf(instant, calendar);
    return start >= from
        ? start
        : timeframe.startOf(open(calendar, timeframe.endOf(start, calendar)), calendar);
  }

  private static long open(TradingCalendar calendar, long from) {
    return calendar.isOpen(from) ? from : calendar.nextOpen(from);
  }
}
