package io.quantkit.features.indicator.candle;

/**
 * A limit that sizes are compared with: {@code factor} times the mean of a measure over the {@code
 * period} candles before the one that is judged, or times the measure of that candle itself if the
 * period is 0.
 *
 * @param measure what is averaged
 * @param period how many candles are averaged, at least 0
 * @param factor what the mean is multiplied by, finite and at least 0
 */
public record CandleSetting(CandleMeasure measure, int period, double factor) {

  /**
   * Creates a setting.
   *
   * @throws IllegalArgumentException if the period or the factor is out of its range
   */
  public CandleSetting {
    if (period < 0) {
      throw new IllegalArgumentException("period must be at least 0, was " + period);
    }
    if (!(factor >= 0) || factor == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("factor must be finite and at least 0, was " + factor);
    }
    factor = Math.abs(factor);
  }
}
