package io.quantkit.features.evaluation;

import io.quantkit.core.series.Dataset;
import java.util.Arrays;

/** The rows of a dataset by period: rows of one time follow each other. */
final class Periods {
  /** The first row of each period, and the number of rows at the end. */
  private final int[] bounds;

  private final Dataset dataset;

  private Periods(Dataset dataset, int[] bounds) {
    this.dataset = dataset;
    this.bounds = bounds;
  }

  static Periods of(Dataset dataset, double[] scores) {
    if (scores.length != dataset.rows()) {
      throw new IllegalArgumentException(
          "there must be " + dataset.rows() + " scores, one per row, were " + scores.length);
    }
    int[] bounds = new int[dataset.rows() + 1];
    int size = 0;
    for (int r = 0; r < dataset.rows(); r++) {
      if (r == 0 || dataset.time(r) != dataset.time(r - 1)) {
        bounds[size++] = r;
      }
    }
    bounds[size] = dataset.rows();
    return new Periods(dataset, Arrays.copyOf(bounds, size + 1));
  }

  int size() {
    return bounds.length - 1;
  }

  int from(int period) {
    return bounds[period];
  }

  int to(int period) {
    return bounds[period + 1];
  }

  long[] times() {
    long[] times = new long[size()];
    for (int p = 0; p < times.length; p++) {
      times[p] = dataset.time(bounds[p]);
    }
    return times;
  }
}
