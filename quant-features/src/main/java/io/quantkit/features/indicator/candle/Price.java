package io.quantkit.features.indicator.candle;

import java.util.List;

/** A number of one candle. The first four are given. */
enum Price implements Column {
  OPEN,
  HIGH,
  LOW,
  CLOSE,
  /** The upper end of the body. */
  TOP(OPEN, CLOSE),
  /** The lower end of the body. */
  BOTTOM(OPEN, CLOSE),
  BODY(OPEN, CLOSE),
  RANGE(HIGH, LOW),
  MIDDLE(LOW, RANGE),
  UPPER(HIGH, TOP),
  LOWER(BOTTOM, LOW),
  SHADOWS(UPPER, LOWER);

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of constants
  private final List<Column> sources;

  Price(Column... sources) {
    this.sources = List.of(sources);
  }

  @Override
  public List<Column> sources() {
    return sources;
  }

  @Override
  public int reach() {
    return 0;
  }

  @Override
  public void compute(double[][] sources, double[] out, int from, int to) {
    if (this.sources.isEmpty()) {
      return;
    }
    double[] a = sources[0];
    double[] b = sources[1];
    switch (this) {
      case TOP -> {
        for (int t = from; t < to; t++) {
          out[t] = Math.max(a[t], b[t]);
        }
      }
      case BOTTOM -> {
        for (int t = from; t < to; t++) {
          out[t] = Math.min(a[t], b[t]);
        }
      }
      case BODY -> {
        for (int t = from; t < to; t++) {
          out[t] = Math.abs(b[t] - a[t]);
        }
      }
      case MIDDLE -> {
        for (int t = from; t < to; t++) {
          out[t] = a[t] + b[t] / 2;
        }
      }
      case SHADOWS -> {
        for (int t = from; t < to; t++) {
          out[t] = a[t] + b[t];
        }
      }
      default -> {
        for (int t = from; t < to; t++) {
          out[t] = a[t] - b[t];
        }
      }
    }
  }
}
