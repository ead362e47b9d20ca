package io.quantkit.features.kernel;

/** Wilder's true range. */
public final class TrueRange {
  private TrueRange() {}

  /** Returns the largest of high - low, |high - last close| and |low - last close|. */
  public static double of(double high, double low, double lastClose) {
    return Math.max(high, lastClose) - Math.min(low, lastClose);
  }
}
