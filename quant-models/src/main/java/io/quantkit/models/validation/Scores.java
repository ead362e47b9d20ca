package io.quantkit.models.validation;

import io.quantkit.core.series.Dataset;
import java.util.Arrays;

/**
 * How well predictions met the labels.
 *
 * @param rows how many rows had a prediction; the others do not count
 * @param rankIc the rank information coefficient: the mean over all times of Spearman's correlation
 *     between predictions and labels of the symbols at that time, ties ranked by their average;
 *     {@code NaN} if no time has a correlation
 * @param rankIcTimes how many times had at least three predictions and neither they nor the labels
 *     all equal
 * @param meanSquaredError the weighted mean of {@code (label - prediction)^2}, in squared units of the
 *     label
 * @param rSquared {@code 1 - sum w (y - p)^2 / sum w (y - mean)^2} with the weighted mean of these
 *     rows' labels; negative where predicting that mean would have been better, {@code NaN} if all
 *     labels are equal
 */
public record Scores(
    int rows, double rankIc, int rankIcTimes, double meanSquaredError, double rSquared) {

  /** The fewest symbols whose ranks are correlated. */
  private static final int LEAST_SYMBOLS = 3;

  /**
   * Scores predictions.
   *
   * @param data what was predicted
   * @param predictions one per row, {@code NaN} where there is none; not modified
   */
  public static Scores of(Dataset data, double[] predictions) {
    if (predictions.length != data.rows()) {
      throw new IllegalArgumentException(
          "there must be %d predictions, were %d".formatted(data.rows(), predictions.length));
    }
    int rows = 0;
    double weight = 0;
    double labelSum = 0;
    for (int r = 0; r < predictions.length; r++) {
      if (!Double.isNaN(predictions[r])) {
        rows++;
        weight += data.weight(r);
        labelSum += data.weight(r) * data.label(r);
      }
    }
    double mean = labelSum / weight;
    double squaredError = 0;
    double variation = 0;
    for (int r = 0; r < predictions.length; r++) {
      if (!Double.isNaN(predictions[r])) {
        double error = data.label(r) - predictions[r];
        double deviation = data.label(r) - mean;
        squaredError += data.weight(r) * error * error;
        variation += data.weight(r) * deviation * deviation;
      }
    }
    double icSum = 0;
    int icTimes = 0;
    for (int from = 0; from < predictions.length; ) {
      int to = endOfTime(data, from);
      double correlation = rankCorrelation(data, predictions, from, to);
      if (!Double.isNaN(correlation)) {
        icSum += correlation;
        icTimes++;
      }
      from = to;
    }
    return new Scores(
        rows,
        icSum / icTimes,
        icTimes,
        squaredError / weight,
        variation > 0 ? 1 - squaredError / variation : Double.NaN);
  }

  private static int endOfTime(Dataset data, int from) {
    int to = from + 1;
    while (to < data.rows() && data.time(to) == data.time(from)) {
      to++;
    }
    return to;
  }

  private static double rankCorrelation(
      Dataset data, double[] predictions, int fromInclusive, int toExclusive) {
    double[] x = new double[toExclusive - fromInclusive];
    double[] y = new double[x.length];
    int size = 0;
    for (int r = fromInclusive; r < toExclusive; r++) {
      if (!Double.isNaN(predictions[r])) {
        x[size] = predictions[r];
        y[size++] = data.label(r);
      }
    }
    if (size < LEAST_SYMBOLS) {
      return Double.NaN;
    }
    return correlation(ranks(Arrays.copyOf(x, size)), ranks(Arrays.copyOf(y, size)));
  }

  /** Returns twice the average rank of each value, so that ranks are whole numbers. */
  private static double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int below = 0;
      int equal = 0;
      for (double other : values) {
        below += other < values[i] ? 1 : 0;
        equal += other == values[i] ? 1 : 0;
      }
      ranks[i] = 2.0 * below + equal + 1;
    }
    return ranks;
  }

  private static double correlation(double[] x, double[] y) {
    double mean = x.length + 1.0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - mean) * (x[i] - mean);
      yy += (y[i] - mean) * (y[i] - mean);
      xy += (x[i] - mean) * (y[i] - mean);
    }
    return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
  }
}
