package io.quantkit.models.linear;

import io.quantkit.core.series.Dataset;
import io.quantkit.core.series.FeatureMatrix;
import java.util.List;

/**
 * The rows of positive weight of a dataset as centred and scaled columns. Missing values are
 * filled.
 */
final class Design {
  final List<String> names;
  final int rows;
  final int columns;

  /** By column, then row: {@code (value - center) / scale}; 0 throughout a constant column. */
  final double[][] standardized;

  final double[] labels;
  final double[] weights;

  /** The weighted mean of each column. */
  final double[] means;

  /** What is subtracted from each column: its mean if there is an intercept, otherwise 0. */
  final double[] centers;

  /** What is subtracted from the labels: their weighted mean if there is an intercept, or 0. */
  final double labelMean;

  /** The root of the weighted mean square of each centred column; 0 if it is constant. */
  final double[] scales;

  /** The weighted standard deviation (ddof 0) of each column. */
  final double[] deviations;

  private Design(
      List<String> names,
      double[][] values,
      double[] labels,
      double[] weights,
      double[] means,
      boolean intercept) {
    this.names = names;
    this.rows = labels.length;
    this.columns = values.length;
    this.standardized = values;
    this.labels = labels;
    this.weights = weights;
    this.means = means;
    this.centers = intercept ? means : new double[columns];
    this.labelMean = intercept ? mean(labels, weights) : 0;
    this.scales = new double[columns];
    this.deviations = new double[columns];
    for (int c = 0; c < columns; c++) {
      double[] column = values[c];
      double center = centers[c];
      deviations[c] = scale(column, weights, means[c], true);
      double scale = intercept ? deviations[c] : scale(column, weights, 0, false);
      scales[c] = scale;
      for (int r = 0; r < column.length; r++) {
        column[r] = scale > 0 ? (column[r] - center) / scale : 0;
      }
    }
  }

  static Design of(Dataset data, boolean intercept, MissingValues missing) {
    int[] kept = new int[data.rows()];
    int rows = 0;
    for (int r = 0; r < kept.length; r++) {
      if (data.weight(r) > 0) {
        kept[rows++] = r;
      }
    }
    if (rows == 0) {
      throw new IllegalArgumentException(
          "the dataset must have rows of positive weight, had none among " + data.rows());
    }
    double[] labels = new double[rows];
    double[] weights = new double[rows];
    for (int r = 0; r < rows; r++) {
      labels[r] = data.label(kept[r]);
      weights[r] = data.weight(kept[r]);
      if (!Double.isFinite(labels[r])) {
        throw new IllegalArgumentException(
            "label of row %d must be finite, was %s".formatted(kept[r], labels[r]));
      }
    }
    FeatureMatrix features = data.features();
    double[][] values = new double[features.columns()][rows];
    double[] means = new double[values.length];
    for (int c = 0; c < values.length; c++) {
      String name = features.names().get(c);
      double[] column = values[c];
      for (int r = 0; r < rows; r++) {
        column[r] = features.value(kept[r], c);
        if (Double.isInfinite(column[r])
            || (Double.isNaN(column[r]) && missing == MissingValues.REJECT)) {
          throw new IllegalArgumentException(
              "feature %s of row %d (%s at %d) must be finite, was %s"
                  .formatted(
                      name, kept[r], features.symbol(kept[r]), features.time(kept[r]), column[r]));
        }
      }
      means[c] = mean(column, weights);
      if (Double.isNaN(means[c])) {
        throw new IllegalArgumentException("feature " + name + " has no value in any row");
      }
      for (int r = 0; r < rows; r++) {
        column[r] = Double.isNaN(column[r]) ? means[c] : column[r];
      }
    }
    return new Design(features.names(), values, labels, weights, means, intercept);
  }

  double weightedLabelMean() {
    return mean(labels, weights);
  }

  /** Returns the mean of what is not NaN, NaN if all is; corrected by the mean of the residuals. */
  private static double mean(double[] values, double[] weights) {
    double weight = 0;
    double sum = 0;
    for (int r = 0; r < values.length; r++) {
      if (!Double.isNaN(values[r])) {
        weight += weights[r];
        sum += weights[r] * values[r];
      }
    }
    double mean = sum / weight;
    double residual = 0;
    for (int r = 0; r < values.length; r++) {
      if (!Double.isNaN(values[r])) {
        residual += weights[r] * (values[r] - mean);
      }
    }
    return mean + residual / weight;
  }

  private static double scale(
      double[] values, double[] weights, double center, boolean constantIsZero) {
    double least = values[0];
    double greatest = values[0];
    double weight = 0;
    double sum = 0;
    for (int r = 0; r < values.length; r++) {
      least = Math.min(least, values[r]);
      greatest = Math.max(greatest, values[r]);
      double deviation = values[r] - center;
      weight += weights[r];
      sum += weights[r] * deviation * deviation;
    }
    return constantIsZero && least == greatest ? 0 : Math.sqrt(sum / weight);
  }
}
