package io.quantkit.features.kernel.rows;

/** {@link io.quantkit.features.kernel.RunningTotal} of many symbols. */
public final class RunningTotals {
  private final double[] total;
  private final double[] lost;

  /** Creates totals of nothing. */
  public RunningTotals(int symbols) {
    total = new double[symbols];
    lost = new double[symbols];
  }

  /**
   * Adds numbers and tells the totals.
   *
   * @param out receives the totals; may be {@code x}; modified
   */
  public void add(double[] x, double[] out) {
    double[] sums = total;
    double[] errors = lost;
    for (int s = 0; s < sums.length; s++) {
      double sum = sums[s];
      double next = sum + x[s];
      double shadow = next - sum;
      double error = errors[s] + ((sum - (next - shadow)) + (x[s] - shadow));
      sums[s] = next;
      errors[s] = error;
      out[s] = next + error;
    }
  }
}
