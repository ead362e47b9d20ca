package io.quantkit.core.store;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarField;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Which columns of a Parquet or HDF5 file hold bars, and what they mean. Declared, never guessed.
 *
 * <pre>{@code
 * BarColumns columns =
 *     BarColumns.builder(Timeframe.MINUTE_1)
 *         .symbol("ticker")
 *         .time("timestamp", TimeUnit.MILLISECONDS)
 *         .knownAtCloseOf(TradingCalendar.xnys())
 *         .field(BarField.CLOSE, "c")
 *         .build();
 * }</pre>
 */
public final class BarColumns {
  /** The first time that is believed of a foreign file: 1900-01-01. */
  private static final long FIRST = -2_208_988_800_000_000_000L;

  /** The time from which on none is believed of a foreign file: 2200-01-01. */
  private static final long LAST = 7_258_118_400_000_000_000L;

  private final Timeframe timeframe;
  private final Optional<String> symbolColumn;
  private final Optional<Symbol> symbol;
  private final String timeColumn;
  private final TimeUnit timeUnit;
  private final Optional<String> knownAtColumn;
  private final Optional<TradingCalendar> calendar;
  private final Map<BarField, String> fields;
  private final boolean own;

  private BarColumns(Builder builder, boolean own) {
    timeframe = builder.timeframe;
    symbolColumn = builder.symbolColumn;
    symbol = builder.symbol;
    timeColumn = builder.timeColumn;
    timeUnit = builder.timeUnit;
    knownAtColumn = builder.knownAtColumn;
    calendar = builder.calendar;
    fields = new EnumMap<>(builder.fields);
    this.own = own;
  }

  /**
   * Returns the columns that this package writes: {@code symbol}, {@code start} and {@code
   * known_at} in nanoseconds since 1970, {@code open}, {@code high}, {@code low}, {@code close},
   * {@code volume}, {@code vwap} and {@code trades}.
   */
  public static BarColumns of(Timeframe timeframe) {
    Builder builder =
        builder(timeframe).symbol("symbol").time("start", TimeUnit.NANOSECONDS).knownAt("known_at");
    for (BarField field : BarField.values()) {
      builder.field(field, ownName(field));
    }
    return new BarColumns(builder, true);
  }

  /** Returns a builder of the columns of a file that something else wrote. */
  public static Builder builder(Timeframe timeframe) {
    return new Builder(timeframe);
  }

  /** Returns the length of a bar's period. */
  public Timeframe timeframe() {
    return timeframe;
  }

  Optional<String> symbolColumn() {
    return symbolColumn;
  }

  Optional<Symbol> symbol() {
    return symbol;
  }

  String timeColumn() {
    return timeColumn;
  }

  TimeUnit timeUnit() {
    return timeUnit;
  }

  Optional<String> knownAtColumn() {
    return knownAtColumn;
  }

  Optional<TradingCalendar> calendar() {
    return calendar;
  }

  /** Returns the name of the column that holds a field, empty if none does. */
  Optional<String> column(BarField field) {
    return Optional.ofNullable(fields.get(field));
  }

  /** Returns whether a time is believed: in a foreign file, within 1900 to 2199. */
  boolean believes(long epochNanos) {
    return own || (epochNanos >= FIRST && epochNanos < LAST);
  }

  static String ownName(BarField field) {
    return switch (field) {
      case OPEN -> "open";
      case HIGH -> "high";
      case LOW -> "low";
      case CLOSE -> "close";
      case VOLUME -> "volume";
      case VWAP -> "vwap";
      case TRADES -> "trades";
    };
  }

  /** Collects what columns mean. Not thread-safe. */
  public static final class Builder {
    private final Timeframe timeframe;
    private Optional<String> symbolColumn = Optional.empty();
    private Optional<Symbol> symbol = Optional.empty();
    private String timeColumn = "";
    private TimeUnit timeUnit = TimeUnit.NANOSECONDS;
    private Optional<String> knownAtColumn = Optional.empty();
    private Optional<TradingCalendar> calendar = Optional.empty();
    private final Map<BarField, String> fields = new EnumMap<>(BarField.class);

    private Builder(Timeframe timeframe) {
      this.timeframe = timeframe;
    }

    /** Names the column of text that tells whose a bar is. */
    public Builder symbol(String column) {
      symbolColumn = Optional.of(column);
      symbol = Optional.empty();
      return this;
    }

    /** Says whose all the bars are. */
    public Builder symbol(Symbol symbol) {
      this.symbol = Optional.of(symbol);
      symbolColumn = Optional.empty();
      return this;
    }

    /**
     * Names the column of the bars' starts: whole numbers since 1970-01-01T00:00Z, timestamps,
     * which are taken as UTC, or dates, which stand for the period of that date and need {@link
     * #knownAtCloseOf}.
     *
     * @param unit what whole numbers count, seconds or finer; timestamps and dates tell by
     *     themselves
     */
    public Builder time(String column, TimeUnit unit) {
      if (unit.compareTo(TimeUnit.SECONDS) > 0) {
        throw new IllegalArgumentException("unit must be seconds or finer, was " + unit);
      }
      timeColumn = column;
      timeUnit = unit;
      return this;
    }

    /** Names the column of the times from which on bars are known, written as the starts are. */
    public Builder knownAt(String column) {
      knownAtColumn = Optional.of(column);
      return this;
    }

    /** Says that each bar is known at the end of its period by a calendar. */
    public Builder knownAtCloseOf(TradingCalendar calendar) {
      this.calendar = Optional.of(calendar);
      return this;
    }

    /** Names the column of a number; those that are not named are not told. */
    public Builder field(BarField field, String column) {
      fields.put(field, column);
      return this;
    }

    /**
     * Returns the columns.
     *
     * @throws IllegalArgumentException if the column of times or of closes is not named, or neither
     *     a column nor a calendar tells when a bar is known
     */
    public BarColumns build() {
      if (timeColumn.isEmpty()) {
        throw new IllegalArgumentException("the column of times must be named");
      }
      if (!fields.containsKey(BarField.CLOSE)) {
        throw new IllegalArgumentException("the column of closes must be named");
      }
      if (knownAtColumn.isEmpty() && calendar.isEmpty()) {
        throw new IllegalArgumentException(
            "a column or a calendar must tell when a bar is known, neither was given");
      }
      return new BarColumns(this, false);
    }
  }
}
