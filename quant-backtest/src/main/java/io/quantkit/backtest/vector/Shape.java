package io.quantkit.backtest.vector;

/** Checks that plans fit panels. */
final class Shape {
  private Shape() {}

  static int rows(String name, int cells, int columns) {
    if (columns < 1) {
      throw new IllegalArgumentException("columns must be at least 1, was " + columns);
    }
    if (cells % columns != 0) {
      throw new IllegalArgumentException(
          "%s must have whole rows of %d, had %d".formatted(name, columns, cells));
    }
    return cells / columns;
  }

  static void requireSame(PriceImage image, int rows, int columns) {
    if (rows != image.rows || columns != image.columns) {
      throw new IllegalArgumentException(
          "a plan must be as large as the panel, %d rows of %d, was %d of %d"
              .formatted(image.rows, image.columns, rows, columns));
    }
  }

  static void requireWithin(PriceImage image, int rows, int columns) {
    if (rows > image.rows || columns > image.columns) {
      throw new IllegalArgumentException(
          "a plan must be within the panel, %d rows of %d, was %d of %d"
              .formatted(image.rows, image.columns, rows, columns));
    }
  }
}
