package io.quantkit.core.strategy;

import io.quantkit.core.series.FeatureMatrix;
import java.util.List;

/**
 * Turns features into one number per row: an expected return, a score, a probability. Immutable and
 * thread-safe.
 */
public interface Predictor {

  /** Returns the names of the columns it needs. */
  List<String> featureNames();

  /**
   * Scores rows.
   *
   * @param features rows that have at least the named columns; further columns are ignored
   * @param out receives a number per row, {@code NaN} where there is no prediction; modified
   * @throws IllegalArgumentException if a column is missing, naming it
   */
  void predict(FeatureMatrix features, double[] out);
}
