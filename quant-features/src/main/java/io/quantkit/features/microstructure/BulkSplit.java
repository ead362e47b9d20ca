package io.quantkit.features.microstructure;

import io.quantkit.features.kernel.SlidingMoments;

/** The share of a bar's volume that was bought, by its change of price. */
final class BulkSplit {
  private final BulkClassification classification;
  private final SlidingMoments changes;
  private double lastClose = Double.NaN;

  BulkSplit(int period, BulkClassification classification) {
    this(classification, new SlidingMoments(period));
  }

  private BulkSplit(BulkClassification classification, SlidingMoments changes) {
    this.classification = classification;
    this.changes = changes;
  }

  BulkSplit copy() {
    BulkSplit copy = new BulkSplit(classification, changes.copy());
    copy.lastClose = lastClose;
    return copy;
  }

  /** Returns the share, {@code NaN} while warming up and where the bar lacks a number. */
  double add(double close, double volume) {
    if (!Double.isFinite(close) || !Double.isFinite(volume)) {
      changes.clear();
      lastClose = Double.NaN;
      return Double.NaN;
    }
    double change = close - lastClose;
    lastClose = close;
    if (Double.isNaN(change) || !changes.add(change)) {
      return Double.NaN;
    }
    return classification.bought(change, changes.deviation(1));
  }

  /** Returns whether the last bar had its numbers. */
  boolean alive() {
    return !Double.isNaN(lastClose);
  }
}
