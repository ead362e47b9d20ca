package io.quantkit.features.transform;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings series of different instruments onto one time line. {@link Panel#align} keeps every period
 * in which anybody trades; these are the other ways.
 */
public final class Alignment {
  private Alignment() {}

  /**
   * Returns the periods in which all of them trade.
   *
   * @throws IllegalArgumentException as {@link Panel#align}
   */
  public static Panel common(List<BarSeries> series) {
    Panel all = Panel.align(series);
    List<BarSeries> kept = new ArrayList<>();
    for (int s = 0; s < series.size(); s++) {
      kept.add(complete(all, series.get(s), s));
    }
    return Panel.align(kept);
  }

  /** Returns the bars that start while a market has continuous trading. */
  public static BarSeries regularHours(BarSeries series, TradingCalendar calendar) {
    BarSeries.Builder builder = BarSeries.builder(series.symbol(), series.timeframe());
    for (int i = 0; i < series.size(); i++) {
      if (calendar.isOpen(series.start(i))) {
        builder.add(series.bar(i));
      }
    }
    return builder.build();
  }

  private static BarSeries complete(Panel all, BarSeries one, int symbol) {
    BarSeries.Builder builder = BarSeries.builder(one.symbol(), one.timeframe());
    int bar = 0;
    for (int row = 0; row < all.rows(); row++) {
      if (all.trading(row, symbol)) {
        boolean complete = true;
        for (int s = 0; s < all.symbols().size(); s++) {
          complete &= all.trading(row, s);
        }
        if (complete) {
          builder.add(one.bar(bar));
        }
        bar++;
      }
    }
    return builder.build();
  }

  /**
   * Tells, at every bar of one series, the last that was known of another by then, whatever hours
   * the other keeps.
   *
   * <p>Nothing is seen early: a bar of the other counts once it is known, at the latest when the
   * leader's bar is.
   *
   * @param leader whose bars set the time line
   * @param other whose numbers are told; of any timeframe and calendar
   * @param field which number
   * @return a column per bar of the leader
   */
  public static AsOfColumn asOf(BarSeries leader, BarSeries other, BarField field) {
    double[] values = new double[leader.size()];
    long[] ages = new long[leader.size()];
    int last = -1;
    for (int i = 0; i < leader.size(); i++) {
      while (last + 1 < other.size() && other.knownAt(last + 1) <= leader.knownAt(i)) {
        last++;
      }
      values[i] = last < 0 ? Double.NaN : other.value(field, last);
      ages[i] = last < 0 ? Long.MAX_VALUE : leader.knownAt(i) - other.knownAt(last);
    }
    return new AsOfColumn(values, ages);
  }
}
