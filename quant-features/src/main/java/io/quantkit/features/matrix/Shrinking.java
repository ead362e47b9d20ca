package io.quantkit.features.matrix;

/** Numbers bent towards a limit. */
record Shrinking(double knee) implements DenseOperator {

  Shrinking {
    if (!(knee > 0 && knee < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("knee must be positive, was " + knee);
    }
  }

  @Override
  public String name() {
    return OperatorName.of("tanh", knee);
  }

  @Override
  public Rewrite rewrite() {
    return (values, weights, size) -> {
      for (int i = 0; i < size; i++) {
        values[i] = knee * StrictMath.tanh(values[i] / knee);
      }
    };
  }
}
