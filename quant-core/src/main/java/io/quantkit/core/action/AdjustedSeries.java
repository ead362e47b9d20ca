package io.quantkit.core.action;

import io.quantkit.core.series.BarSeries;

/**
 * A series whose prices were adjusted, and what for.
 *
 * <p>Prices are raw prices times a factor per bar, volumes raw volumes times another; numbers of
 * trades stay. It keeps the raw bars, so that adjusting for another time begins from them.
 */
public final class AdjustedSeries {
  private final BarSeries raw;
  private final BarSeries bars;
  private final Adjustment adjustment;
  private final long asOf;
  private final double[] priceFactors;
  private final double[] volumeFactors;

  /** Keeps the arrays. */
  AdjustedSeries(
      BarSeries raw,
      Adjustment adjustment,
      long asOf,
      double[] priceFactors,
      double[] volumeFactors) {
    this.raw = raw;
    this.adjustment = adjustment;
    this.asOf = asOf;
    this.priceFactors = priceFactors;
    this.volumeFactors = volumeFactors;
    BarSeries.Builder builder =
        BarSeries.builder(raw.symbol(), raw.timeframe()).reserve(raw.size());
    for (int i = 0; i < raw.size(); i++) {
      double f = priceFactors[i];
      builder.add(
          raw.start(i),
          raw.knownAt(i),
          raw.open(i) * f,
          raw.high(i) * f,
          raw.low(i) * f,
          raw.close(i) * f,
          raw.volume(i) * volumeFactors[i],
          raw.vwap(i) * f,
          raw.trades(i));
    }
    this.bars = builder.build();
  }

  /** Returns the adjusted bars. Do not adjust them again: adjust the raw ones. */
  public BarSeries bars() {
    return bars;
  }

  /** Returns the bars they were made of: those known as of {@link #asOf}. */
  public BarSeries raw() {
    return raw;
  }

  /** Returns what was allowed for. */
  public Adjustment adjustment() {
    return adjustment;
  }

  /** Returns the time whose knowledge was used, in epoch nanoseconds UTC. */
  public long asOf() {
    return asOf;
  }

  /** Returns what a bar's prices were multiplied by. */
  public double priceFactor(int index) {
    return priceFactors[index];
  }

  /** Returns what a bar's volume was multiplied by. */
  public double volumeFactor(int index) {
    return volumeFactors[index];
  }

  @Override
  public String toString() {
    return bars + ", adjusted for " + adjustment;
  }
}
