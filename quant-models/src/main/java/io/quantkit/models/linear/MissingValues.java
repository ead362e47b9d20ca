package io.quantkit.models.linear;

/** What a linear model does about features that are {@code NaN}. */
public enum MissingValues {
  /**
   * A missing value among the rows to learn from is an error that names the row and the column. A
   * row to predict that misses a value has no prediction: {@code NaN}.
   */
  REJECT,

  /**
   * A missing value counts as the feature's weighted mean over the rows learnt from, in learning
   * and in prediction. The mean looks at no row but those.
   */
  TRAINING_MEAN
}
