package io.quantkit.features.transform;

import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.math.Moments;
import io.quantkit.core.math.Quantiles;
import io.quantkit.core.series.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A way to bring the columns of a matrix to one scale, fitted to training rows.
 *
 * <p>Missing numbers are left out of the fit and stay missing. A column without spread is shifted
 * but not scaled, and so is one whose spread is within the rounding of its numbers. The conventions
 * are scikit-learn's, of its class named in brackets.
 */
public enum Scaling {
  /** {@code (x - mean) / deviation}, {@code ddof = 0} (StandardScaler). */
  Z_SCORE,
  /** {@code (x - min) / (max - min)}: within [0, 1] on the training rows (MinMaxScaler). */
  MIN_MAX,
  /** {@code (x - median) / (q75 - q25)}, quantiles of type 7 (RobustScaler). */
  ROBUST,
  /**
   * The share of training numbers below, by linear interpolation between at most 1,000 quantiles,
   * within [0, 1] (QuantileTransformer).
   */
  UNIFORM,
  /** The standard normal quantile of {@link #UNIFORM}, cut at {@code ±5.2} (the same). */
  NORMAL;

  /** How many quantiles describe a column at most. */
  static final int QUANTILES = 1000;

  /**
   * Fits every column.
   *
   * @param training the rows to learn from
   * @throws DataValidationException if a column has no finite number or an infinite one
   */
  public FittedScaling fit(FeatureMatrix training) {
    List<double[]> parameters = new ArrayList<>();
    for (int c = 0; c < training.columns(); c++) {
      double[] values =
          Arrays.stream(training.column(c)).filter(x -> !Double.isNaN(x)).sorted().toArray();
      String name = training.names().get(c);
      if (values.length == 0) {
        throw new DataValidationException(
            name, "column %s has no number in %d rows to fit".formatted(name, training.rows()));
      }
      if (Double.isInfinite(values[0]) || Double.isInfinite(values[values.length - 1])) {
        throw new DataValidationException(
            name, "column %s has an infinite number among the rows to fit".formatted(name));
      }
      double[] learnt = parameters(values);
      if (!Arrays.stream(learnt).allMatch(Double::isFinite)) {
        throw new DataValidationException(
            name, "column %s is too widely spread to be scaled".formatted(name));
      }
      parameters.add(learnt);
    }
    return new FittedScaling(
        this, training.names(), parameters, training.time(0), training.time(training.rows() - 1));
  }

  /** Returns what describes a column of sorted numbers: offset and scale, or its quantiles. */
  private double[] parameters(double[] sorted) {
    return switch (this) {
      case Z_SCORE ->
          new double[] {
            Moments.mean(sorted), spread(Math.sqrt(Moments.variance(sorted, 0)), sorted)
          };
      case MIN_MAX ->
          new double[] {sorted[0], spread(sorted[sorted.length - 1] - sorted[0], sorted)};
      case ROBUST ->
          new double[] {
            Quantiles.linearOfSorted(sorted, 0.5),
            spread(
                Quantiles.linearOfSorted(sorted, 0.75) - Quantiles.linearOfSorted(sorted, 0.25),
                sorted)
          };
      case UNIFORM, NORMAL -> quantiles(sorted);
    };
  }

  /** Returns a spread, 1 if it is no more than the rounding of the numbers that it is of. */
  private static double spread(double spread, double[] sorted) {
    double largest = Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
    return spread <= 10 * Math.ulp(largest) ? 1 : spread;
  }

  private static double[] quantiles(double[] sorted) {
    double[] quantiles = new double[Math.min(QUANTILES, sorted.length)];
    for (int i = 0; i < quantiles.length; i++) {
      double probability = quantiles.length == 1 ? 0 : (double) i / (quantiles.length - 1);
      quantiles[i] = Quantiles.linearOfSorted(sorted, probability);
    }
    return quantiles;
  }
}
