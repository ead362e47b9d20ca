package io.quantkit.features.transform;

/** What was last known of one series at the bars of another, see {@link Alignment#asOf}. */
public final class AsOfColumn {
  private final double[] values;
  private final long[] ages;

  AsOfColumn(double[] values, long[] ages) {
    this.values = values;
    this.ages = ages;
  }

  /** Returns how many bars the leader has. */
  public int size() {
    return values.length;
  }

  /** Returns the last known number at a bar of the leader, {@code NaN} if none was known yet. */
  public double value(int index) {
    return values[index];
  }

  /**
   * Returns how long the number had been known at a bar of the leader, in nanoseconds; {@link
   * Long#MAX_VALUE} if none was known yet.
   */
  public long age(int index) {
    return ages[index];
  }

  /**
   * Returns the numbers known no longer than a time, {@code NaN} where they are older.
   *
   * @param maxAge in nanoseconds
   */
  public double[] fresh(long maxAge) {
    double[] fresh = new double[values.length];
    for (int i = 0; i < fresh.length; i++) {
      fresh[i] = ages[i] <= maxAge ? values[i] : Double.NaN;
    }
    return fresh;
  }
}
