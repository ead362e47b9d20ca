package io.quantkit.core.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.quantkit.core.error.DataException;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads bars from CSV files by a declared schema. Gzip is recognised by its first bytes, a
 * byte-order mark is skipped, any line end is taken.
 *
 * <p>A row that breaks a {@link RowRule} is returned as a {@link RejectedRow} and never repaired. A
 * file that cannot be understood as a whole, because it is missing, empty, truncated, has no header
 * or not the declared columns, is a {@link DataException} that names it.
 *
 * @param schema what the columns mean
 */
public record CsvBarReader(CsvSchema schema) {

  /**
   * Reads a file.
   *
   * @throws DataException if the file as a whole cannot be used
   */
  public BarLoad read(Path file) {
    try (CsvRows rows = CsvRows.open(file, schema.delimiter())) {
      return new Load(rows).run();
    }
  }

  /**
   * Reads a stream to its end and closes it.
   *
   * @param source what errors and rejections call it
   * @throws DataException if the stream as a whole cannot be used
   */
  public BarLoad read(String source, InputStream stream) {
    try (CsvRows rows = CsvRows.open(source, stream, schema.delimiter())) {
      return new Load(rows).run();
    }
  }

  /** One reading of one file. */
  private final class Load {
    private final CsvRows rows;
    private final Map<Symbol, Series> series = new LinkedHashMap<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final int time;
    private final Timeframe timeframe = schema.timeframe();

    Load(CsvRows rows) {
      this.rows = rows;
      this.time = rows.column(schema.timeColumn());
    }

    BarLoad run() {
      long count = schema.wide() ? readWide() : readLong();
      List<BarSeries> built = new ArrayList<>();
      for (Series one : series.values()) {
        if (one.builder.size() > 0) {
          built.add(one.builder.build());
        }
      }
      return new BarLoad(rows.source(), count, built, rejected);
    }

    private long readLong() {
      int open = optional(schema.open());
      int high = optional(schema.high());
      int low = optional(schema.low());
      int close = rows.column(schema.close());
      int volume = optional(schema.volume());
      int symbolColumn = optional(schema.symbolColumn());
      long count = 0;
      while (rows.hasNext()) {
        CsvRecord row = rows.next();
        count++;
        int at = -1;
        try {
          rows.requireComplete(row);
          at = time;
          long start = start(row.getField(time));
          at = symbolColumn;
          Symbol symbol =
              symbolColumn < 0 ? schema.symbol().orElseThrow() : symbol(row.getField(symbolColumn));
          double[] numbers = new double[5];
          int[] columns = {open, high, low, close, volume};
          for (int f = 0; f < columns.length; f++) {
            at = columns[f];
            numbers[f] = at < 0 ? Double.NaN : Fields.number(row.getField(at));
          }
          at = close;
          if (Double.isNaN(numbers[3])) {
            throw new RowFault(RowRule.CLOSE_PRESENT, "close must be given");
          }
          at = -1;
          add(symbol, start, numbers);
        } catch (RowFault fault) {
          rejected.add(rows.rejection(row, at, fault));
        }
      }
      return count;
    }

    private long readWide() {
      List<String> names = schema.wideColumns();
      int[] columns = new int[names.size()];
      Symbol[] symbols = new Symbol[names.size()];
      for (int s = 0; s < columns.length; s++) {
        columns[s] = rows.column(names.get(s));
        symbols[s] = Symbol.of(names.get(s));
        series.put(symbols[s], new Series(symbols[s]));
      }
      long count = 0;
      while (rows.hasNext()) {
        CsvRecord row = rows.next();
        count++;
        int at = -1;
        long start;
        try {
          rows.requireComplete(row);
          at = time;
          start = start(row.getField(time));
        } catch (RowFault fault) {
          rejected.add(rows.rejection(row, at, fault));
          continue;
        }
        for (int s = 0; s < columns.length; s++) {
          try {
            double close = Fields.number(row.getField(columns[s]));
            if (!Double.isNaN(close)) {
              double nan = Double.NaN;
              add(symbols[s], start, new double[] {nan, nan, nan, close, nan});
            }
          } catch (RowFault fault) {
            rejected.add(rows.rejection(row, columns[s], fault));
          }
        }
      }
      return count;
    }

    private int optional(Optional<String> column) {
      return column.isEmpty() ? -1 : rows.column(column.get());
    }

    private long start(String text) throws RowFault {
      long stamp = schema.timeFormat().parse(text.strip(), timeframe, schema.calendar());
      if (schema.stamp() == Stamp.START) {
        return stamp;
      }
      try {
        return timeframe.startOf(stamp - 1, schema.calendar());
      } catch (IllegalArgumentException outside) {
        throw new RowFault(RowRule.SESSION, String.valueOf(outside.getMessage()));
      }
    }

    private Symbol symbol(String text) throws RowFault {
      try {
        return Symbol.of(text.strip());
      } catch (IllegalArgumentException malformed) {
        throw new RowFault(RowRule.SYMBOL, String.valueOf(malformed.getMessage()));
      }
    }

    private void add(Symbol symbol, long start, double[] numbers) throws RowFault {
      long knownAt;
      try {
        knownAt = timeframe.endOf(start, schema.calendar());
      } catch (IllegalArgumentException outside) {
        throw new RowFault(RowRule.SESSION, String.valueOf(outside.getMessage()));
      }
      if (knownAt > schema.asOf()) {
        throw new RowFault(
            RowRule.NOT_FROM_THE_FUTURE,
            "bar must be known by %s, is known at %s"
                .formatted(EpochNanos.toInstant(schema.asOf()), EpochNanos.toInstant(knownAt)));
      }
      String fault =
          Bar.fault(start, knownAt, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
      if (!fault.isEmpty()) {
        throw new RowFault(RowRule.SOUND_BAR, fault);
      }
      Series one = series.computeIfAbsent(symbol, Series::new);
      one.require(start);
      one.builder.add(start, knownAt, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
      one.lastStart = start;
      one.lastKnownAt = knownAt;
    }
  }

  /** The bars of one symbol while they are read. */
  private final class Series {
    private final Symbol symbol;
    private final BarSeries.Builder builder;
    private long lastStart;
    private long lastKnownAt;

    Series(Symbol symbol) {
      this.symbol = symbol;
      this.builder = BarSeries.builder(symbol, schema.timeframe());
    }

    void require(long start) throws RowFault {
      if (builder.size() == 0) {
        return;
      }
      if (start == lastStart) {
        throw new RowFault(
            RowRule.NO_DUPLICATE,
            "%s must have one bar at %s".formatted(symbol, EpochNanos.toInstant(start)));
      }
      if (start < lastKnownAt) {
        throw new RowFault(
            RowRule.TIME_ORDER,
            "%s must have bars oldest first, the one at %s follows one known at %s"
                .formatted(symbol, EpochNanos.toInstant(start), EpochNanos.toInstant(lastKnownAt)));
      }
    }
  }
}
