package io.quantkit.core.data;

import java.util.Optional;

/**
 * What the columns of a file of quotes mean. Columns are found by the names in the header line,
 * which a file must have; columns that the schema does not name are ignored. A side that nobody
 * quotes has an empty price and an empty size or one of 0.
 */
public final class CsvQuoteSchema {
  private final CsvFormat format;
  private final String timeColumn;
  private final TimeFormat timeFormat;
  private final String bid;
  private final String bidSize;
  private final String ask;
  private final String askSize;
  private final Optional<String> knownAt;
  private final TimeFormat knownAtFormat;

  private CsvQuoteSchema(Builder builder) {
    this.format = builder.format;
    this.timeColumn = builder.timeColumn;
    this.timeFormat = builder.timeFormat;
    this.bid = builder.bid;
    this.bidSize = builder.bidSize;
    this.ask = builder.ask;
    this.askSize = builder.askSize;
    this.knownAt = builder.knownAt;
    this.knownAtFormat = builder.knownAtFormat;
  }

  /**
   * Returns a builder of a schema with columns {@code bid}, {@code bid_size}, {@code ask} and
   * {@code ask_size}, comma separated, of quotes that were known from the moment they stood.
   *
   * @param timeColumn the column of times
   * @param timeFormat how they are written
   * @throws IllegalArgumentException if they are dates
   */
  public static Builder quotes(String timeColumn, TimeFormat timeFormat) {
    return new Builder(timeColumn, timeFormat);
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

  String bid() {
    return bid;
  }

  String bidSize() {
    return bidSize;
  }

  String ask() {
    return ask;
  }

  String askSize() {
    return askSize;
  }

  Optional<String> knownAt() {
    return knownAt;
  }

  TimeFormat knownAtFormat() {
    return knownAtFormat;
  }

  /** Collects what the columns mean, then {@link #build} makes the schema. Not thread-safe. */
  public static final class Builder {
    private final String timeColumn;
    private final TimeFormat timeFormat;
    private CsvFormat format = CsvFormat.DEFAULT;
    private String bid = "bid";
    private String bidSize = "bid_size";
    private String ask = "ask";
    private String askSize = "ask_size";
    private Optional<String> knownAt = Optional.empty();
    private TimeFormat knownAtFormat = TimeFormat.ISO_INSTANT;

    private Builder(String timeColumn, TimeFormat timeFormat) {
      if (timeFormat.isDate()) {
        throw new IllegalArgumentException("quotes must have times and not only dates");
      }
      this.timeColumn = timeColumn;
      this.timeFormat = timeFormat;
    }

    /** Sets how the file writes its records. Default: {@link CsvFormat#DEFAULT}. */
    public Builder format(CsvFormat newFormat) {
      format = newFormat;
      return this;
    }

    /** Sets the columns of the price and the size of the best bid. */
    public Builder bid(String priceColumn, String sizeColumn) {
      bid = priceColumn;
      bidSize = sizeColumn;
      return this;
    }

    /** Sets the columns of the price and the size of the best offer. */
    public Builder ask(String priceColumn, String sizeColumn) {
      ask = priceColumn;
      askSize = sizeColumn;
      return this;
    }

    /**
     * Sets which column says when a quote became known, and how it is written.
     *
     * @throws IllegalArgumentException if it is written as a date
     */
    public Builder knownAt(String column, TimeFormat newFormat) {
      if (newFormat.isDate()) {
        throw new IllegalArgumentException("a quote must become known at a time and not on a date");
      }
      knownAt = Optional.of(column);
      knownAtFormat = newFormat;
      return this;
    }

    /** Returns the schema. */
    public CsvQuoteSchema build() {
      return new CsvQuoteSchema(this);
    }
  }
}
