package io.quantkit.models;

import io.quantkit.core.strategy.Predictor;
import java.nio.file.Path;
import java.util.List;

/**
 * What a {@link Trainer} has learnt. Fitted by construction, immutable and thread-safe.
 *
 * <p>A model finds its features by name: the columns of the matrix may stand in any order and there
 * may be more of them. It refers to nothing but memory, so there is nothing to close.
 */
public interface Model extends Predictor {

  /** Returns what the model was made from. */
  Provenance provenance();

  /** Returns how much each feature matters to the model, in the sense the result names. */
  FeatureImportance featureImportance();

  /** Returns the name of the {@link ModelFormat} that reads the {@link #payload}. */
  String kind();

  /** Returns all that was learnt as the bytes of a file, the same on each call; a copy. */
  byte[] payload();

  /** Returns the features in the order in which the model was fitted to them. */
  @Override
  default List<String> featureNames() {
    return provenance().featureNames();
  }

  /**
   * Stores this model in a new directory, which appears complete or not at all. The same model
   * gives the same bytes.
   *
   * @param directory where to store it; must not exist yet, its parent is created when missing
   * @throws IllegalArgumentException if the directory exists
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  default void save(Path directory) {
    Models.save(this, directory);
  }
}
