package io.quantkit.features.transform;

import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.time.EpochNanos;
import java.util.List;

/** What prepared rows must be before a model sees them; every breach names its row and column. */
public final class MatrixChecks {
  private MatrixChecks() {}

  /**
   * Requires numbers in every row of some columns.
   *
   * @param columns which must be there
   * @throws DataValidationException at the first one that is missing or infinite
   */
  public static void requireFinite(FeatureMatrix matrix, List<String> columns) {
    for (String name : columns) {
      int c = matrix.require(name);
      for (int row = 0; row < matrix.rows(); row++) {
        if (!Double.isFinite(matrix.value(row, c))) {
          throw breach(matrix, row, name, "must be a finite number, was " + matrix.value(row, c));
        }
      }
    }
  }

  /**
   * Requires the numbers of a column to lie between bounds; missing ones are passed over.
   *
   * @throws DataValidationException at the first one outside
   */
  public static void requireWithin(FeatureMatrix matrix, String column, double low, double high) {
    if (!(low <= high)) {
      throw new IllegalArgumentException("bounds must be in order, were " + low + " and " + high);
    }
    int c = matrix.require(column);
    for (int row = 0; row < matrix.rows(); row++) {
      double value = matrix.value(row, c);
      if (value < low || value > high) {
        throw breach(
            matrix, row, column, "must be within [" + low + ", " + high + "], was " + value);
      }
    }
  }

  /**
   * Requires every moment to have a row for each symbol that has rows on both sides of it: a symbol
   * may start late and end early but not be missing in between.
   *
   * @throws DataValidationException at the first one that is missing
   */
  public static void requireConsistent(FeatureMatrix matrix) {
    int symbols = matrix.symbols().size();
    int[] firstMoment = new int[symbols];
    int[] lastMoment = new int[symbols];
    int[] rows = new int[symbols];
    int moment = -1;
    long time = Long.MIN_VALUE;
    for (int row = 0; row < matrix.rows(); row++) {
      if (moment < 0 || matrix.time(row) != time) {
        time = matrix.time(row);
        moment++;
      }
      int s = matrix.symbolIndex(row);
      if (rows[s]++ == 0) {
        firstMoment[s] = moment;
      }
      lastMoment[s] = moment;
      int expected = lastMoment[s] - firstMoment[s] + 1;
      if (rows[s] != expected) {
        throw breach(
            matrix,
            row,
            "time",
            "must follow the symbol's last row without a moment in between, "
                + (expected - rows[s])
                + " are missing");
      }
    }
  }

  private static DataValidationException breach(
      FeatureMatrix matrix, int row, String column, String rule) {
    return new DataValidationException(
        column,
        "row %d, %s at %s: %s %s"
            .formatted(
                row, matrix.symbol(row), EpochNanos.toInstant(matrix.time(row)), column, rule));
  }
}
