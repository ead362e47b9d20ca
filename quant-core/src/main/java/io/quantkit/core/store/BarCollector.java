package io.quantkit.core.store;

import io.quantkit.core.data.BarLoad;
import io.quantkit.core.data.RejectedRow;
import io.quantkit.core.data.RowRule;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes series of the rows of a file, and names those that are no bars. */
final class BarCollector {
  private final String source;
  private final BarColumns columns;
  private final List<Line> lines = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();
  private boolean outOfOrder;

  BarCollector(String source, BarColumns columns) {
    this.source = source;
    this.columns = columns;
  }

  /**
   * Makes a symbol known; its number is how many were known before.
   *
   * @param name by which the file calls it; one that is no symbol has its rows rejected
   * @param rows how many rows it has
   */
  void symbol(String name, int rows) {
    lines.add(new Line(name, rows));
  }

  /** Returns whether a bar came that starts before the one before it is known. */
  boolean outOfOrder() {
    return outOfOrder;
  }

  /** Takes a row with the date of its period instead of a start. */
  void addDate(long row, int line, long epochDay, double[] numbers) {
    TradingCalendar calendar = columns.calendar().orElseThrow();
    try {
      LocalDate date = LocalDate.ofEpochDay(epochDay);
      add(row, line, columns.timeframe().startOf(date, calendar), 0, false, numbers);
    } catch (RuntimeException outside) {
      String day = String.valueOf(epochDay);
      reject(row, columns.timeColumn(), day, RowRule.SESSION, String.valueOf(outside.getMessage()));
    }
  }

  /**
   * Takes a row.
   *
   * @param row its number, counted from 1
   * @param line the number of its symbol, -1 if it has none
   * @param knownAt from when on it is known, looked at only if it is told
   * @param numbers open, high, low, close, volume, vwap and trades; not kept
   */
  void add(long row, int line, long start, long knownAt, boolean told, double[] numbers) {
    if (line < 0) {
      reject(row, columns.symbolColumn().orElse(""), "", RowRule.SYMBOL, "symbol must be present");
      return;
    }
    Line to = lines.get(line);
    if (!to.fault.isEmpty()) {
      reject(row, columns.symbolColumn().orElse(""), to.name, RowRule.SYMBOL, to.fault);
      return;
    }
    if (!columns.believes(start)) {
      rejectTime(row, Long.toString(start));
      return;
    }
    long end = told ? knownAt : to.end(start);
    if (!told && end < start) {
      String text = EpochNanos.toInstant(start).toString();
      String message = "the calendar must have a session then";
      reject(row, columns.timeColumn(), text, RowRule.SESSION, message);
      return;
    }
    to.add(row, start, end, numbers);
  }

  /** Names a row whose time is missing or not within the years that are believed. */
  void rejectTime(long row, String value) {
    String message = "time must be present and within 1900 to 2199, check the declared unit";
    reject(row, columns.timeColumn(), value, RowRule.TIME_RANGE, message);
  }

  /** Returns what came out. */
  BarLoad load(long rows) {
    List<BarSeries> series = new ArrayList<>();
    for (Line line : lines) {
      if (line.size > 0) {
        series.add(line.builder().build());
      }
      line.builder = null;
    }
    return new BarLoad(source, rows, series, rejected);
  }

  private void reject(long row, String column, String value, RowRule rule, String message) {
    rejected.add(new RejectedRow(source, row, column, value, rule, message));
  }

  /** The bars of one symbol while they are read. */
  private final class Line {
    private final String name;
    private final String fault;
    private BarSeries.@Nullable Builder builder;
    private int size;
    private long lastStart;
    private long lastKnownAt;

    Line(String name, int rows) {
      this.name = name;
      String problem = "";
      try {
        builder = BarSeries.builder(Symbol.of(name), columns.timeframe()).reserve(rows);
      } catch (IllegalArgumentException malformed) {
        problem = String.valueOf(malformed.getMessage());
      }
      fault = problem;
    }

    BarSeries.Builder builder() {
      if (builder == null) {
        throw new IllegalStateException("series of " + name + " is already built");
      }
      return builder;
    }

    /** Returns the end of the period that starts then, a time before it if there is none. */
    long end(long start) {
      try {
        return columns.timeframe().endOf(start, columns.calendar().orElseThrow());
      } catch (IllegalArgumentException outside) {
        return Long.MIN_VALUE;
      }
    }

    void add(long row, long start, long end, double[] n) {
      if (Double.isNaN(n[3])) {
        String column = columns.column(BarField.CLOSE).orElse("");
        reject(row, column, "", RowRule.CLOSE_PRESENT, "close must be present");
        return;
      }
      if (size > 0 && (start < lastKnownAt || start == lastStart)) {
        outOfOrder = true;
        rejectOrder(row, start);
        return;
      }
      String problem = Bar.fault(start, end, n[0], n[1], n[2], n[3], n[4]);
      if (problem.isEmpty()) {
        problem = Bar.fault(n[5], n[6]);
      }
      if (!problem.isEmpty()) {
        reject(row, "", "", RowRule.SOUND_BAR, problem);
        return;
      }
      builder().add(start, end, n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
      size++;
      lastStart = start;
      lastKnownAt = end;
    }

    private void rejectOrder(long row, long start) {
      String text = EpochNanos.toInstant(start).toString();
      if (start == lastStart) {
        String message = "%s must have one bar at a time".formatted(name);
        reject(row, columns.timeColumn(), text, RowRule.NO_DUPLICATE, message);
      } else {
        String message =
            "%s must have bars that do not overlap, this one follows one known at %s"
                .formatted(name, EpochNanos.toInstant(lastKnownAt));
        reject(row, columns.timeColumn(), text, RowRule.TIME_ORDER, message);
      }
    }
  }
}
