package io.quantkit.models.validation;

import io.quantkit.core.math.Correlation;
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
 * @param meanSquaredError the weighted mean of {@code (label - prediction)^2}, in squared units of
 *     the label
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
    double[] labels = new double[toExclusive - fromInclusive];
    int size = 0;
    for (int r = fromInclusive; r < toExclusive; r++) {
      labels[r - fromInclusive] = data.label(r);
      size += Double.isNaN(predictions[r]) ? 0 : 1;
    }
    return size < LEAST_SYMBOLS
        ? Double.NaN
        : Correlation.spearman(Arrays.copyOfRange(predictions, fromInclusive, toExclusive), labels);
  }
}
