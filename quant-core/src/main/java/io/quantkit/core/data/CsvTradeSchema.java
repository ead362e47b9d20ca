package io.quantkit.core.data;

import java.util.Optional;

/**
 * What the columns of a file of trades mean. Columns are found by the names in the header line,
 * which a file must have; columns that the schema does not name are ignored.
 */
public final class CsvTradeSchema {
  private final CsvFormat format;
  private final String timeColumn;
  private final TimeFormat timeFormat;
  private final String price;
  private final String size;
  private final Optional<String> knownAt;
  private final TimeFormat knownAtFormat;
  private final Optional<String> aggressor;
  private final String buyer;
  private final String seller;
  private final String unknown;

  private CsvTradeSchema(Builder builder) {
    this.format = builder.format;
    this.timeColumn = builder.timeColumn;
    this.timeFormat = builder.timeFormat;
    this.price = builder.price;
    this.size = builder.size;
    this.knownAt = builder.knownAt;
    this.knownAtFormat = builder.knownAtFormat;
    this.aggressor = builder.aggressor;
    this.buyer = builder.buyer;
    this.seller = builder.seller;
    this.unknown = builder.unknown;
  }

  /**
   * Returns a builder of a schema with columns {@code price} and {@code size}, comma separated, of
   * trades that were known when they happened and of which nobody tells who crossed the spread.
   *
   * @param timeColumn the column of times
   * @param timeFormat how they are written
   * @throws IllegalArgumentException if they are dates
   */
  public static Builder trades(String timeColumn, TimeFormat timeFormat) {
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

  String price() {
    return price;
  }

  String size() {
    return size;
  }

  Optional<String> knownAt() {
    return knownAt;
  }

  TimeFormat knownAtFormat() {
    return knownAtFormat;
  }

  Optional<String> aggressor() {
    return aggressor;
  }

  String buyer() {
    return buyer;
  }

  String seller() {
    return seller;
  }

  String unknown() {
    return unknown;
  }

  /** Collects what the columns mean, then {@link #build} makes the schema. Not thread-safe. */
  public static final class Builder {
    private final String timeColumn;
    private final TimeFormat timeFormat;
    private CsvFormat format = CsvFormat.DEFAULT;
    private String price = "price";
    private String size = "size";
    private Optional<String> knownAt = Optional.empty();
    private TimeFormat knownAtFormat = TimeFormat.ISO_INSTANT;
    private Optional<String> aggressor = Optional.empty();
    private String buyer = "";
    private String seller = "";
    private String unknown = "";

    private Builder(String timeColumn, TimeFormat timeFormat) {
      if (timeFormat.isDate()) {
        throw new IllegalArgumentException("trades must have times and not only dates");
      }
      this.timeColumn = timeColumn;
      this.timeFormat = timeFormat;
    }

    /** Sets how the file writes its records. Default: {@link CsvFormat#DEFAULT}. */
    public Builder format(CsvFormat newFormat) {
      format = newFormat;
      return this;
    }

    /** Sets the column of prices. Default: {@code price}. */
    public Builder price(String column) {
      price = column;
      return this;
    }

    /** Sets the column of units traded. Default: {@code size}. */
    public Builder size(String column) {
      size = column;
      return this;
    }

    /**
     * Sets which column says when a trade became known, and how it is written.
     *
     * @throws IllegalArgumentException if it is written as a date
     */
    public Builder knownAt(String column, TimeFormat newFormat) {
      if (newFormat.isDate()) {
        throw new IllegalArgumentException("a trade must become known at a time and not on a date");
      }
      knownAt = Optional.of(column);
      knownAtFormat = newFormat;
      return this;
    }

    /**
     * Sets which column says who crossed the spread, and how. An empty field means that nobody
     * tells; any other text is rejected.
     *
     * @param newBuyer what stands for a buyer, such as {@code B}
     * @param newSeller what stands for a seller, such as {@code S}
     * @param newUnknown what stands for neither beside an empty field
     * @throws IllegalArgumentException if a text for a buyer or a seller is empty, or two texts are
     *     the same
     */
    public Builder aggressor(String column, String newBuyer, String newSeller, String newUnknown) {
      if (newBuyer.equals(newSeller)
          || newBuyer.equals(newUnknown)
          || newSeller.equals(newUnknown)
          || newBuyer.isEmpty()
          || newSeller.isEmpty()) {
        throw new IllegalArgumentException(
            "buyer, seller and unknown must be told apart, were '%s', '%s' and '%s'"
                .formatted(newBuyer, newSeller, newUnknown));
      }
      aggressor = Optional.of(column);
      buyer = newBuyer;
      seller = newSeller;
      unknown = newUnknown;
      return this;
    }

    /** Returns the schema. */
    public CsvTradeSchema build() {
      return new CsvTradeSchema(this);
    }
  }
}
