package io.quantkit.core.store;

import io.quantkit.core.math.Decimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/** The columns of a row that is being written, from left to right. */
final class RowWriter {
  private static final int MONEY_SCALE = 9;
  private static final int MONEY_DIGITS = 20;

  private final DuckDBAppender appender;

  RowWriter(DuckDBAppender appender) {
    this.appender = appender;
  }

  RowWriter whole(long value) throws SQLException {
    appender.append(value);
    return this;
  }

  RowWriter number(double value) throws SQLException {
    appender.append(value);
    return this;
  }

  RowWriter text(String value) throws SQLException {
    appender.append(value);
    return this;
  }

  /** Writes an amount; throws if it has more digits than the column. */
  RowWriter money(Decimal value) throws SQLException {
    BigDecimal exact = value.toBigDecimal();
    if (exact.scale() > MONEY_SCALE
        || exact.precision() - exact.scale() > MONEY_DIGITS - MONEY_SCALE) {
      throw new IllegalArgumentException(
          "amount must have at most 11 digits before the point and 9 after it, was " + value);
    }
    appender.append(exact.setScale(MONEY_SCALE, RoundingMode.UNNECESSARY));
    return this;
  }

  RowWriter nothing() throws SQLException {
    appender.appendNull();
    return this;
  }
}
