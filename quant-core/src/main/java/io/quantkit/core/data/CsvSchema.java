package io.quantkit.core.data;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the columns of a file of bars mean. Columns are found by the names in the header line, which
 * a file must have; columns that the schema does not name are ignored.
 *
 * <p>A file is either long, with a row per bar, or wide, with a row per period and a column of
 * closes per symbol.
 */
public final class CsvSchema {
  private final Timeframe timeframe;
  private final TradingCalendar calendar;
  private final CsvFormat format;
  private final String timeColumn;
  private final TimeFormat timeFormat;
  private final Stamp stamp;
  private final Optional<Symbol> symbol;
  private final Optional<String> symbolColumn;
  private final Optional<String> open;
  private final Optional<String> high;
  private final Optional<String> low;
  private final String close;
  private final Optional<String> volume;
  private final Optional<String> vwap;
  private final Optional<String> trades;
  private final Optional<String> knownAt;
  private final TimeFormat knownAtFormat;
  private final List<String> wideColumns;
  private final long asOf;
  private final boolean regularHours;

  private CsvSchema(Builder builder) {
    this.timeframe = builder.timeframe;
    this.calendar = builder.calendar;
    this.format = builder.format;
    this.timeColumn = builder.timeColumn;
    this.timeFormat = builder.timeFormat;
    this.stamp = builder.stamp;
    this.symbol = builder.symbol;
    this.symbolColumn = builder.symbolColumn;
    this.open = builder.open;
    this.high = builder.high;
    this.low = builder.low;
    this.close = builder.close;
    this.volume = builder.volume;
    this.vwap = builder.vwap;
    this.trades = builder.trades;
    this.knownAt = builder.knownAt;
    this.knownAtFormat = builder.knownAtFormat;
    this.wideColumns = List.copyOf(builder.wideColumns);
    this.asOf = builder.asOf;
    this.regularHours = builder.regularHours;
  }

  /**
   * Returns a builder of a schema with columns {@code date}, {@code open}, {@code high}, {@code
   * low}, {@code close} and {@code volume}, comma separated, stamped with the start as an ISO date.
   *
   * @param timeframe the length of a bar
   * @param calendar when the market is open, from which follows when a bar is known
   */
  public static Builder bars(Timeframe timeframe, TradingCalendar calendar) {
    return new Builder(timeframe, calendar);
  }

  Timeframe timeframe() {
    return timeframe;
  }

  TradingCalendar calendar() {
    return calendar;
  }

  CsvFormat format() {
    return format;
  }

  String timeColumn() {
    return timeColumn;
  }

  TimeFormat timeFormat() {
    return timeFormat;
  }

  Stamp stamp() {
    return stamp;
  }

  Optional<Symbol> symbol() {
    return symbol;
  }

  Optional<String> symbolColumn() {
    return symbolColumn;
  }

  Optional<String> open() {
    return open;
  }

  Optional<String> high() {
    return high;
  }

  Optional<String> low() {
    return low;
  }

  String close() {
    return close;
  }

  Optional<String> volume() {
    return volume;
  }

  Optional<String> vwap() {
    return vwap;
  }

  Optional<String> trades() {
    return trades;
  }

  Optional<String> knownAt() {
    return knownAt;
  }

  TimeFormat knownAtFormat() {
    return knownAtFormat;
  }

  boolean wide() {
    return !wideColumns.isEmpty();
  }

  List<String> wideColumns() {
    return wideColumns;
  }

  long asOf() {
    return asOf;
  }

  boolean regularHours() {
    return regularHours;
  }

  /** Collects what the columns mean, then {@link #build} makes the schema. Not thread-safe. */
  public static final class Builder {
    private final Timeframe timeframe;
    private final TradingCalendar calendar;
    private final List<String> wideColumns = new ArrayList<>();
    private CsvFormat format = CsvFormat.DEFAULT;
    private String timeColumn = "date";
    private TimeFormat timeFormat = TimeFormat.ISO_DATE;
    private Stamp stamp = Stamp.START;
    private Optional<Symbol> symbol = Optional.empty();
    private Optional<String> symbolColumn = Optional.empty();
    private Optional<String> open = Optional.of("open");
    private Optional<String> high = Optional.of("high");
    private Optional<String> low = Optional.of("low");
    private String close = "close";
    private Optional<String> volume = Optional.of("volume");
    private Optional<String> vwap = Optional.empty();
    private Optional<String> trades = Optional.empty();
    private Optional<String> knownAt = Optional.empty();
    private TimeFormat knownAtFormat = TimeFormat.ISO_INSTANT;
    private long asOf = Long.MAX_VALUE;
    private boolean regularHours;

    private Builder(Timeframe timeframe, TradingCalendar calendar) {
      this.timeframe = timeframe;
      this.calendar = calendar;
    }

    /** Sets what separates fields. Default: a comma. */
    public Builder delimiter(char newDelimiter) {
      format = format.withDelimiter(newDelimiter);
      return this;
    }

    /** Sets how the file writes its records. Default: {@link CsvFormat#DEFAULT}. */
    public Builder format(CsvFormat newFormat) {
      format = newFormat;
      return this;
    }

    /** Sets which column holds the time and how it is written. Default: {@code date}, ISO dates. */
    public Builder time(String column, TimeFormat format) {
      timeColumn = column;
      timeFormat = format;
      return this;
    }

    /**
     * Sets which end of its period a bar is stamped with. Default: its start. A date stands for the
     * period it is in, whichever end is meant.
     */
    public Builder stamp(Stamp newStamp) {
      stamp = newStamp;
      return this;
    }

    /** Says whose bars the whole file holds. */
    public Builder symbol(Symbol newSymbol) {
      symbol = Optional.of(newSymbol);
      symbolColumn = Optional.empty();
      return this;
    }

    /** Sets which column says whose bar a row is. */
    public Builder symbolColumn(String column) {
      symbolColumn = Optional.of(column);
      symbol = Optional.empty();
      return this;
    }

    /** Sets the columns of prices. */
    public Builder prices(String newOpen, String newHigh, String newLow, String newClose) {
      open = Optional.of(newOpen);
      high = Optional.of(newHigh);
      low = Optional.of(newLow);
      close = newClose;
      return this;
    }

    /** Says that closes are the only prices, and in which column. */
    public Builder closeOnly(String column) {
      open = Optional.empty();
      high = Optional.empty();
      low = Optional.empty();
      close = column;
      return this;
    }

    /** Sets the column of volumes. */
    public Builder volume(String column) {
      volume = Optional.of(column);
      return this;
    }

    /** Says that the file has no volumes. */
    public Builder noVolume() {
      volume = Optional.empty();
      return this;
    }

    /** Sets the column of volume-weighted average prices. Default: the file has none. */
    public Builder vwap(String column) {
      vwap = Optional.of(column);
      return this;
    }

    /** Sets the column that counts the trades of a bar. Default: the file has none. */
    public Builder trades(String column) {
      trades = Optional.of(column);
      return this;
    }

    /**
     * Sets which column says when a bar became known, and how it is written. Default: the file has
     * none, and the calendar tells when a bar's period ends.
     *
     * @throws IllegalArgumentException if it is written as a date
     */
    public Builder knownAt(String column, TimeFormat format) {
      if (format.isDate()) {
        throw new IllegalArgumentException("a bar must become known at a time and not on a date");
      }
      knownAt = Optional.of(column);
      knownAtFormat = format;
      return this;
    }

    /**
     * Rejects intraday bars that start outside the calendar's sessions: bars of extended hours, and
     * most bars of a file that is in another zone than declared.
     */
    public Builder regularHours() {
      regularHours = true;
      return this;
    }

    /**
     * Says that the file is wide: each named column holds the closes of the symbol of that name,
     * and an empty field means that the symbol has no bar.
     */
    public Builder wide(List<String> columns) {
      wideColumns.clear();
      wideColumns.addAll(columns);
      return this;
    }

    /**
     * Rejects bars that are not known yet at a time; without it no bar is from the future.
     *
     * @param epochNanos when the file was taken
     */
    public Builder asOf(long epochNanos) {
      asOf = epochNanos;
      return this;
    }

    /**
     * Returns the schema.
     *
     * @throws IllegalArgumentException if it does not say whose bars the rows are, dates stand for
     *     intraday bars, or the bars of a wide file are to have more than closes
     */
    public CsvSchema build() {
      if (wideColumns.isEmpty() && symbol.isEmpty() && symbolColumn.isEmpty()) {
        throw new IllegalArgumentException(
            "a schema must say whose bars the rows are: set symbol, symbolColumn or wide");
      }
      if (timeFormat.isDate() && timeframe.intraday()) {
        throw new IllegalArgumentException(
            "intraday bars must have times and not only dates, timeframe was " + timeframe);
      }
      boolean more = vwap.isPresent() || trades.isPresent() || knownAt.isPresent();
      if (!wideColumns.isEmpty() && more) {
        throw new IllegalArgumentException(
            "a wide file has closes only: vwap, trades and knownAt must not be set");
      }
      return new CsvSchema(this);
    }
  }
}
