package io.quantkit.models.tree;

import io.quantkit.models.validation.Holdout;
import io.quantkit.models.validation.Span;

/**
 * Ends boosting when it no longer helps on rows that are not learnt from: the last of the dataset,
 * never random ones. Rows whose labels reach into those are purged.
 *
 * <p>The model consists of the rounds up to the one with the least loss on the rows held back, the
 * first such round if there are several. These rows have chosen it, so they say nothing about its
 * skill.
 *
 * @param holdout which rows are held back
 * @param patience after how many rounds without improvement boosting ends, at least 1
 */
public record EarlyStopping(Holdout holdout, int patience) {

  /** The patience of {@link #on}: 50 rounds. */
  public static final int DEFAULT_PATIENCE = 50;

  public EarlyStopping {
    if (patience < 1) {
      throw new IllegalArgumentException("patience must be at least 1, was " + patience);
    }
  }

  /** Returns early stopping on the last part of the dataset with {@link #DEFAULT_PATIENCE}. */
  public static EarlyStopping on(Span tail) {
    return new EarlyStopping(Holdout.of(tail), DEFAULT_PATIENCE);
  }

  /** Returns this with another patience. */
  public EarlyStopping withPatience(int patience) {
    return new EarlyStopping(holdout, patience);
  }
}
