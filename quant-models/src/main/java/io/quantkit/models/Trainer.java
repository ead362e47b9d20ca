package io.quantkit.models;

import io.quantkit.core.series.Dataset;

/**
 * An immutable recipe for learning from data. It can be shared, compared, logged and swept over;
 * the state of learning lives in {@link #fit} and its result in the {@link Model}.
 */
@FunctionalInterface
public interface Trainer {

  /**
   * Learns from all rows of a dataset. The same data and seed give the same model, to the bit.
   *
   * <p>Rows of weight 0 count as absent. Nothing is shuffled across time and no row is held back
   * except by a recipe that says so.
   *
   * @param data the rows to learn from; what must not be learnt from is not in it
   * @param seed where all randomness comes from; recipes without any ignore it
   * @throws IllegalArgumentException if the data break a rule of the recipe, naming the row
   * @throws io.quantkit.core.error.TrainingException if no model fits the data
   */
  Model fit(Dataset data, long seed);
}
