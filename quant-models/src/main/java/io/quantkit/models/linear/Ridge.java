package io.quantkit.models.linear;

import io.quantkit.core.error.TrainingException;
import io.quantkit.core.series.Dataset;
import io.quantkit.models.Provenance;
import io.quantkit.models.Trainer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.EjmlVersion;

/**
 * Ridge regression: the linear function of the features with the least weighted squared error and
 * penalised coefficients.
 *
 * <p>Minimises {@code sum_i w_i (y_i - b0 - sum_j b_j x_ij)^2 + lambda * sum_j (s_j b_j)^2}, where
 * {@code s_j} is 1, or with {@code standardize} the weighted standard deviation of feature {@code
 * j} (ddof 0), so that every feature is penalised alike whatever its unit. The intercept {@code b0}
 * is not penalised. The penalty is not divided by the number of rows; {@code lambda} is what
 * scikit-learn's {@code Ridge} calls {@code alpha}. With {@code lambda} 0 it is ordinary least
 * squares.
 *
 * <p>The columns are centred and scaled, then the normal equations are solved by Cholesky's
 * decomposition; where these are too ill-conditioned to keep nine digits, by Householder's QR of
 * the rows themselves. A constant feature gets the coefficient 0. Without a penalty a constant or
 * collinear feature is an error, since no coefficients are the best.
 *
 * <p>Source: A. E. Hoerl and R. W. Kennard, "Ridge Regression: Biased Estimation for Nonorthogonal
 * Problems", Technometrics 12 (1970). The seed is not used.
 *
 * @param lambda the penalty, finite and at least 0
 * @param intercept whether {@code b0} is fitted; it is 0 otherwise
 * @param standardize whether the penalty is on standardised coefficients; needs an intercept
 * @param missingValues what {@code NaN} among the features means
 */
public record Ridge(
    double lambda, boolean intercept, boolean standardize, MissingValues missingValues)
    implements Trainer {

  public Ridge {
    if (!(lambda >= 0) || lambda == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("lambda must be finite and at least 0, was " + lambda);
    }
    if (standardize && !intercept) {
      throw new IllegalArgumentException(
          "standardize needs an intercept, since it measures deviations from the mean");
    }
  }

  /**
   * Returns ridge regression with intercept and standardised penalty that rejects missing values.
   */
  public static Ridge of(double lambda) {
    return new Ridge(lambda, true, true, MissingValues.REJECT);
  }

  /** Returns this recipe with another way to treat missing values. */
  public Ridge withMissingValues(MissingValues missingValues) {
    return new Ridge(lambda, intercept, standardize, missingValues);
  }

  /**
   * Fits the model.
   *
   * @throws IllegalArgumentException if no row has weight, or a label or feature is not finite,
   *     naming its row
   * @throws TrainingException if {@code lambda} is 0 and the best coefficients are not unique
   */
  @Override
  public RidgeModel fit(Dataset data, long seed) {
    Design design = Design.of(data, intercept, missingValues);
    double[] solution = LeastSquares.solve(design, lambda, standardize);
    double[] coefficients = new double[solution.length];
    double constant = design.labelMean;
    for (int c = 0; c < coefficients.length; c++) {
      coefficients[c] = design.scales[c] > 0 ? solution[c] / design.scales[c] : 0;
      constant -= coefficients[c] * design.centers[c];
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("lambda", Provenance.text(lambda));
    parameters.put("intercept", Boolean.toString(intercept));
    parameters.put("standardize", Boolean.toString(standardize));
    parameters.put("missingValues", missingValues.name());
    Provenance provenance =
        Provenance.of(
            RidgeFormat.KIND,
            parameters,
            seed,
            data,
            Map.of("org.ejml:ejml-ddense", EjmlVersion.VERSION),
            metrics(design, solution));
    return new RidgeModel(provenance, constant, coefficients, fillers(design), design.deviations);
  }

  private double[] fillers(Design design) {
    if (missingValues == MissingValues.TRAINING_MEAN) {
      return design.means;
    }
    double[] none = new double[design.columns];
    Arrays.fill(none, Double.NaN);
    return none;
  }

  private static Map<String, Double> metrics(Design design, double[] solution) {
    double[] fitted = new double[design.rows];
    Arrays.fill(fitted, design.labelMean);
    for (int c = 0; c < solution.length; c++) {
      for (int r = 0; r < fitted.length; r++) {
        fitted[r] += solution[c] * design.standardized[c][r];
      }
    }
    double weight = 0;
    double squaredError = 0;
    double variation = 0;
    double mean = design.weightedLabelMean();
    for (int r = 0; r < design.rows; r++) {
      double w = design.weights[r];
      double error = design.labels[r] - fitted[r];
      double deviation = design.labels[r] - mean;
      weight += w;
      squaredError += w * error * error;
      variation += w * deviation * deviation;
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("train_mse", squaredError / weight);
    if (variation > 0) {
      metrics.put("train_r2", 1 - squaredError / variation);
    }
    return metrics;
  }

  static TrainingException singular(List<String> features) {
    return new TrainingException(
        RidgeFormat.KIND,
        "the best coefficients are not unique: %s constant or collinear with others; leave them out or give lambda a positive value"
            .formatted(features));
  }
}
