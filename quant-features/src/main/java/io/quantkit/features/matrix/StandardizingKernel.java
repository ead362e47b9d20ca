package io.quantkit.features.matrix;

/** Standardizes whole rows where they are, and leaves all others to the general way. */
final class StandardizingKernel implements RowOperator.Kernel {
  private final int ddof;
  private final RowOperator.Kernel general;
  private final Spread spread = new Spread();

  StandardizingKernel(int ddof, RowOperator.Kernel general) {
    this.ddof = ddof;
    this.general = general;
  }

  @Override
  public void apply(RowMatrix in, int t, double[] out) {
    int from = t * in.symbols();
    if (in.grouped()
        || in.weighted()
        || !spread.measure(in.shared(), from, from + in.symbols(), ddof)) {
      general.apply(in, t, out);
    } else {
      spread.standardize(in.shared(), from, from + in.symbols(), out);
    }
  }
}
