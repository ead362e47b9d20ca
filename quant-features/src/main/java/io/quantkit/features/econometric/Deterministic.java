package io.quantkit.features.econometric;

/** The deterministic terms of a regression that tests for a unit root. */
public enum Deterministic {
  /** None: the mean is known to be zero. */
  NONE(0),
  /** A constant. */
  CONSTANT(1),
  /** A constant and a linear trend. */
  TREND(2),
  /** A constant, a linear and a quadratic trend. */
  QUADRATIC_TREND(3);

  private final int terms;

  Deterministic(int terms) {
    this.terms = terms;
  }

  String label() {
    return switch (this) {
      case NONE -> "n";
      case CONSTANT -> "c";
      case TREND -> "ct";
      case QUADRATIC_TREND -> "ctt";
    };
  }

  int terms() {
    return terms;
  }

  /** Writes the terms of a row, counted from 1, into columns from the given one. */
  void fill(LeastSquares fit, int rows) {
    for (int power = 0; power < terms; power++) {
      double[] column = fit.column(power);
      for (int t = 0; t < rows; t++) {
        double trend = t + 1;
        column[t] = power == 0 ? 1 : power == 1 ? trend : trend * trend;
      }
    }
  }
}
