package io.quantkit.core.data;

import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.time.EpochNanos;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns the rows of one file into bars that keep the rules, and hands each to a receiver. */
final class BarParser {

  /** Takes the bars one at a time. */
  @FunctionalInterface
  interface Receiver {
    void add(
        int symbol,
        long start,
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double vwap,
        double trades);
  }

  private final CsvSchema schema;
  private final CsvRows rows;
  private final Rejections rejections;
  private final Receiver receiver;
  private final SymbolTable symbols;
  private final BarTimes times;
  private final Fields fields;
  private final int time;
  private final int knownAt;
  private long count;
  private long bars;

  private boolean[] begun = new boolean[16];
  private long[] lastStarts = new long[16];
  private long[] lastKnownAts = new long[16];

  BarParser(
      CsvSchema schema,
      CsvRows rows,
      SymbolTable symbols,
      Rejections rejections,
      Receiver receiver) {
    this.schema = schema;
    this.rows = rows;
    this.symbols = symbols;
    this.rejections = rejections;
    this.receiver = receiver;
    this.times = new BarTimes(schema);
    this.fields = new Fields(schema.format());
    this.time = rows.column(schema.timeColumn());
    this.knownAt = optional(schema.knownAt());
  }

  /** Returns how many rows there were. */
  long rows() {
    return count;
  }

  /** Returns how many bars were handed on. */
  long bars() {
    return bars;
  }

  void run() {
    if (schema.wide()) {
      readWide();
    } else {
      readLong();
    }
  }

  private void readLong() {
    int open = optional(schema.open());
    int high = optional(schema.high());
    int low = optional(schema.low());
    int close = rows.column(schema.close());
    int volume = optional(schema.volume());
    int vwap = optional(schema.vwap());
    int trades = optional(schema.trades());
    int symbolColumn = optional(schema.symbolColumn());
    int only = symbolColumn < 0 ? symbols.index(schema.symbol().orElseThrow()) : -1;
    while (rows.next()) {
      count++;
      int at = -1;
      try {
        rows.requireComplete();
        at = time;
        readTimes();
        at = symbolColumn;
        int symbol = symbolColumn < 0 ? only : symbols.index(rows, symbolColumn);
        at = open;
        double o = number(open);
        at = high;
        double h = number(high);
        at = low;
        double l = number(low);
        at = close;
        double c = number(close);
        if (Double.isNaN(c)) {
          throw new RowFault(RowRule.CLOSE_PRESENT, "close must be given");
        }
        at = volume;
        double v = number(volume);
        at = vwap;
        double w = number(vwap);
        at = trades;
        double n = number(trades);
        at = -1;
        add(symbol, o, h, l, c, v, w, n);
      } catch (RowFault fault) {
        rejections.add(at, fault);
      }
    }
  }

  private void readWide() {
    List<String> names = schema.wideColumns();
    int[] columns = new int[names.size()];
    int[] indices = new int[names.size()];
    for (int s = 0; s < columns.length; s++) {
      columns[s] = rows.column(names.get(s));
      indices[s] = symbols.index(Symbol.of(names.get(s)));
    }
    double nan = Double.NaN;
    while (rows.next()) {
      count++;
      int at = -1;
      try {
        rows.requireComplete();
        at = time;
        readTimes();
      } catch (RowFault fault) {
        rejections.add(at, fault);
        continue;
      }
      for (int s = 0; s < columns.length; s++) {
        try {
          double close = number(columns[s]);
          if (!Double.isNaN(close)) {
            add(indices[s], nan, nan, nan, close, nan, nan, nan);
          }
        } catch (RowFault fault) {
          rejections.add(columns[s], fault);
        }
      }
    }
  }

  private int optional(Optional<String> column) {
    return column.isEmpty() ? -1 : rows.column(column.get());
  }

  private void readTimes() throws RowFault {
    times.read(rows, time);
    if (knownAt >= 0) {
      times.readKnownAt(rows, knownAt);
    }
  }

  private double number(int column) throws RowFault {
    return column < 0
        ? Double.NaN
        : fields.number(rows.bytes(), rows.from(column), rows.to(column));
  }

  private void add(
      int symbol,
      double open,
      double high,
      double low,
      double close,
      double volume,
      double vwap,
      double trades)
      throws RowFault {
    times.requireNotFromTheFuture();
    long start = times.start();
    long known = times.knownAt();
    String fault = Bar.fault(start, known, open, high, low, close, volume);
    if (fault.isEmpty()) {
      fault = Bar.fault(vwap, trades);
    }
    if (!fault.isEmpty()) {
      throw new RowFault(RowRule.SOUND_BAR, fault);
    }
    requireOrder(symbol, start, known);
    bars++;
    receiver.add(symbol, start, known, open, high, low, close, volume, vwap, trades);
  }

  private void requireOrder(int symbol, long start, long known) throws RowFault {
    if (symbol >= begun.length) {
      int capacity = 2 * symbol;
      begun = Arrays.copyOf(begun, capacity);
      lastStarts = Arrays.copyOf(lastStarts, capacity);
      lastKnownAts = Arrays.copyOf(lastKnownAts, capacity);
    }
    if (begun[symbol]) {
      if (start == lastStarts[symbol]) {
        throw new RowFault(
            RowRule.NO_DUPLICATE,
            "%s must have one bar at %s"
                .formatted(symbols.symbol(symbol), EpochNanos.toInstant(start)));
      }
      if (start < lastKnownAts[symbol]) {
        throw new RowFault(
            RowRule.TIME_ORDER,
            "%s must have bars oldest first, the one at %s follows one known at %s"
                .formatted(
                    symbols.symbol(symbol),
                    EpochNanos.toInstant(start),
                    EpochNanos.toInstant(lastKnownAts[symbol])));
      }
    }
    begun[symbol] = true;
    lastStarts[symbol] = start;
    lastKnownAts[symbol] = known;
  }
}
