package io.quantkit.core.series;

import java.util.Arrays;

/**
 * Rows to learn from: features, the label of each row with the interval it was computed from, and
 * the weight of each row.
 */
public final class Dataset {
  private final FeatureMatrix features;
  private final double[] labels;
  private final long[] intervalStarts;
  private final long[] intervalEnds;
  private final double[] weights;

  private Dataset(
      FeatureMatrix features,
      double[] labels,
      long[] intervalStarts,
      long[] intervalEnds,
      double[] weights) {
    this.features = features;
    this.labels = labels;
    this.intervalStarts = intervalStarts;
    this.intervalEnds = intervalEnds;
    this.weights = weights;
  }

  /**
   * Joins features and labels on (time, symbol). Rows that have no label are left out, and so are
   * labels that have no row. Every weight is 1.
   *
   * @throws IllegalArgumentException if the two are about different symbols
   */
  public static Dataset join(FeatureMatrix features, Labels labels) {
    if (!features.symbols().equals(labels.symbols())) {
      throw new IllegalArgumentException(
          "features and labels must be about the same symbols, were %s and %s"
              .formatted(features.symbols(), labels.symbols()));
    }
    int[] rows = new int[Math.min(features.rows(), labels.size())];
    int[] from = new int[rows.length];
    int size = 0;
    int r = 0;
    for (int i = 0; i < labels.size() && r < features.rows(); i++) {
      while (r < features.rows() && compare(features, r, labels, i) < 0) {
        r++;
      }
      if (r < features.rows() && compare(features, r, labels, i) == 0) {
        rows[size] = r;
        from[size++] = i;
      }
    }
    double[] values = new double[size];
    long[] starts = new long[size];
    long[] ends = new long[size];
    for (int k = 0; k < size; k++) {
      values[k] = labels.value(from[k]);
      starts[k] = labels.intervalStart(from[k]);
      ends[k] = labels.intervalEnd(from[k]);
    }
    double[] weights = new double[size];
    Arrays.fill(weights, 1);
    return new Dataset(features.pick(Arrays.copyOf(rows, size)), values, starts, ends, weights);
  }

  private static int compare(FeatureMatrix features, int row, Labels labels, int index) {
    return FeatureMatrix.compare(
        features.time(row),
        features.symbolIndex(row),
        labels.time(index),
        labels.symbolIndex(index));
  }

  /** Returns how many rows there are. */
  public int rows() {
    return labels.length;
  }

  /** Returns the features, row for row. */
  public FeatureMatrix features() {
    return features;
  }

  /** Returns when a row was known, in epoch nanoseconds. */
  public long time(int row) {
    return features.time(row);
  }

  /** Returns what is to be learnt from a row. */
  public double label(int row) {
    return labels[row];
  }

  /** Returns the first moment whose data a row's label uses, inclusive. */
  public long intervalStart(int row) {
    return intervalStarts[row];
  }

  /** Returns the moment by which all the data that a row's label uses is known, inclusive. */
  public long intervalEnd(int row) {
    return intervalEnds[row];
  }

  /** Returns how much a row counts, at least 0. */
  public double weight(int row) {
    return weights[row];
  }

  /** Returns a copy of all labels. */
  public double[] labels() {
    return labels.clone();
  }

  /** Returns a copy of all weights. */
  public double[] weights() {
    return weights.clone();
  }

  /**
   * Returns this dataset with other weights.
   *
   * @param newWeights one per row, finite and at least 0; not modified, not kept
   */
  public Dataset withWeights(double[] newWeights) {
    if (newWeights.length != rows()) {
      throw new IllegalArgumentException(
          "there must be " + rows() + " weights, were " + newWeights.length);
    }
    for (double weight : newWeights) {
      if (!(weight >= 0) || weight == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("a weight must be finite and at least 0, was " + weight);
      }
    }
    return new Dataset(features, labels, intervalStarts, intervalEnds, newWeights.clone());
  }

  /** Returns the rows of which every feature is a number. */
  public Dataset complete() {
    int[] rows = new int[rows()];
    int size = 0;
    for (int r = 0; r < rows.length; r++) {
      boolean complete = true;
      for (int c = 0; c < features.columns(); c++) {
        complete &= !Double.isNaN(features.value(r, c));
      }
      if (complete) {
        rows[size++] = r;
      }
    }
    return pick(Arrays.copyOf(rows, size));
  }

  /**
   * Returns some of the rows.
   *
   * @param rows positions, increasing; not modified
   */
  public Dataset pick(int[] rows) {
    double[] values = new double[rows.length];
    long[] starts = new long[rows.length];
    long[] ends = new long[rows.length];
    double[] some = new double[rows.length];
    for (int k = 0; k < rows.length; k++) {
      values[k] = labels[rows[k]];
      starts[k] = intervalStarts[rows[k]];
      ends[k] = intervalEnds[rows[k]];
      some[k] = weights[rows[k]];
    }
    return new Dataset(features.pick(rows), values, starts, ends, some);
  }

  @Override
  public String toString() {
    return "Dataset of %d rows by %s".formatted(rows(), features.names());
  }
}
