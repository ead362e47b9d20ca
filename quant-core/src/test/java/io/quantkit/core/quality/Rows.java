package io.quantkit.core.quality;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Rows of bars that can be corrupted. */
final class Rows {
  final String name;
  final Timeframe timeframe;
  final TradingCalendar calendar;
  final double tick;
  final List<Row> rows = new ArrayList<>();
  long asOf = Long.MAX_VALUE;

  static final class Row {
    long start;
    long knownAt;
    final double[] values;

    Row(long start, long knownAt, double... values) {
      this.start = start;
      this.knownAt = knownAt;
      this.values = values.clone();
    }

    Row copy() {
      return new Row(start, knownAt, values);
    }
  }

  Rows(String name, Timeframe timeframe, TradingCalendar calendar, double tick) {
    this.name = name;
    this.timeframe = timeframe;
    this.calendar = calendar;
    this.tick = tick;
  }

  /** Reads a file of the folder of these tests. */
  static List<String[]> csv(String file) {
    List<String[]> lines = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(Rows.class.getResourceAsStream("/golden/quality/" + file));
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line.split(","));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  static Rows daily(String name, String file, double tick) {
    TradingCalendar calendar = TradingCalendar.xnys();
    Rows rows = new Rows(name, Timeframe.DAY_1, calendar, tick);
    for (String[] fields : csv(file)) {
      long start = Timeframe.DAY_1.startOf(LocalDate.parse(fields[0]), calendar);
      rows.add(start, Timeframe.DAY_1.endOf(start, calendar), fields);
    }
    return rows;
  }

  /** Reads bars that are stamped a millisecond before their end. */
  static Rows fiveMinutes(String name, String file, double tick) {
    Rows rows = new Rows(name, Timeframe.MINUTE_5, TradingCalendar.alwaysOpen(), tick);
    for (String[] fields : csv(file)) {
      long end = EpochNanos.of(Instant.parse(fields[0])) + 1_000_000;
      rows.add(end - Timeframe.MINUTE_5.nanos(), end, fields);
    }
    return rows;
  }

  private void add(long start, long end, String[] fields) {
    double[] values = new double[7];
    for (int f = 0; f < 5; f++) {
      values[f] = Double.parseDouble(fields[f + 1]);
    }
    values[5] = Double.NaN;
    values[6] = Double.NaN;
    rows.add(new Row(start, end, values));
  }

  Rows copy() {
    Rows copy = new Rows(name, timeframe, calendar, tick);
    rows.forEach(row -> copy.rows.add(row.copy()));
    copy.asOf = asOf;
    return copy;
  }

  int size() {
    return rows.size();
  }

  Row row(int index) {
    return rows.get(index);
  }

  long start(int index) {
    return rows.get(index).start;
  }

  boolean has(int field) {
    return !Double.isNaN(rows.get(0).values[field]);
  }

  RawBars raw() {
    RawBars.Builder builder = RawBars.builder(Symbol.of(name), timeframe);
    for (Row row : rows) {
      double[] v = row.values;
      builder.add(row.start, row.knownAt, v[0], v[1], v[2], v[3], v[4], v[5], v[6]);
    }
    return builder.build();
  }

  SeriesValidator validator() {
    SeriesValidator validator = SeriesValidator.of(calendar).withAsOf(asOf);
    return tick > 0 ? validator.withTickSize(tick) : validator;
  }

  CheckedBars check() {
    return validator().check(raw());
  }
}
