package io.quantkit.features.matrix;

/** Numbers brought within some robust deviations of the median. */
record MadWinsorizing(double scores) implements DenseOperator {

  MadWinsorizing {
    if (!(scores > 0)) {
      throw new IllegalArgumentException("scores must be positive, were " + scores);
    }
  }

  @Override
  public String name() {
    return OperatorName.of("winsorize-mad", scores);
  }

  @Override
  public Rewrite rewrite() {
    Middle middle = new Middle();
    return (values, weights, size) -> {
      double median = middle.median(values, size);
      double reach = scores * middle.deviation(values, size, median);
      Clipping.clip(values, size, median - reach, median + reach);
    };
  }
}
