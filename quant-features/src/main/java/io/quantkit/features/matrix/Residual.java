package io.quantkit.features.matrix;

/** What a regression on exposures and groups leaves. */
record Residual() implements RowOperator {

  @Override
  public String name() {
    return "residual";
  }

  @Override
  public Kernel start(int symbols) {
    return new ResidualKernel(symbols);
  }
}
