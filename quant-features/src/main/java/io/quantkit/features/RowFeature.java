package io.quantkit.features;

import java.util.List;

/**
 * A feature that can also be computed for many symbols at once, one row of a panel after the other.
 *
 * <p>Where every symbol has a bar in every row, all of them are at the same step of the same
 * computation. So a row of them is added to a row of states in a plain loop, which the processor
 * runs for several symbols at a time.
 */
public interface RowFeature extends Feature {

  /** Returns what is read from a bar. */
  List<Input> inputs();

  /**
   * Starts an independent computation over rows.
   *
   * @param symbols how many symbols a row has
   */
  RowKernel rows(int symbols);
}
