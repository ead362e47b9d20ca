package io.quantkit.features.transform;

import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Phase;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;

/**
 * Where in its trading day each bar of a series stands, by the calendar and not by its neighbours:
 * the last bar of a day is known to be the last when it closes.
 */
public final class SessionMarks {
  private final Phase[] phases;
  private final int[] days;
  private final int[] positions;
  private final boolean[] last;

  private SessionMarks(int size) {
    phases = new Phase[size];
    days = new int[size];
    positions = new int[size];
    last = new boolean[size];
  }

  /**
   * Marks the bars of an intraday series.
   *
   * @param calendar of the market that they come from
   * @throws IllegalArgumentException if the series is not intraday or a date is not known
   */
  public static SessionMarks of(BarSeries series, TradingCalendar calendar) {
    if (!series.timeframe().intraday()) {
      throw new IllegalArgumentException(
          "series to mark must be intraday, %s is of %s"
              .formatted(series.symbol(), series.timeframe()));
    }
    SessionMarks marks = new SessionMarks(series.size());
    for (int i = 0; i < series.size(); i++) {
      long start = series.start(i);
      LocalDate date = calendar.tradingDateOf(start);
      marks.phases[i] = calendar.phase(start);
      marks.days[i] = Math.toIntExact(date.toEpochDay());
      boolean sameDay = i > 0 && marks.days[i] == marks.days[i - 1];
      marks.positions[i] = sameDay ? marks.positions[i - 1] + 1 : 0;
      long close = calendar.session(date).orElseThrow().close();
      marks.last[i] = start < close && series.timeframe().endOf(start, calendar) >= close;
    }
    return marks;
  }

  /** Returns in which hours a bar lies. */
  public Phase phase(int index) {
    return phases[index];
  }

  /** Returns the trading day that a bar belongs to, also before and after the session. */
  public LocalDate tradingDate(int index) {
    return LocalDate.ofEpochDay(days[index]);
  }

  /** Returns how many bars of its trading day came before a bar. */
  public int position(int index) {
    return positions[index];
  }

  /** Returns whether a bar is the first one that its trading day has. */
  public boolean first(int index) {
    return positions[index] == 0;
  }

  /** Returns whether a bar ends with the close of its session. */
  public boolean last(int index) {
    return last[index];
  }
}
