package io.quantkit.core.strategy;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;
import java.util.List;

/**
 * An immutable recipe that turns bars of many instruments into scores of each of them.
 *
 * <p>A factor has one or more named outputs. It is computed slice by slice by a {@link Kernel},
 * from history and from a live feed alike, so the two agree to the bit and no score can depend on a
 * later slice.
 */
public interface Factor {

  /** Returns the names of the outputs, distinct, such as {@code tech_rsi_14_raw}. */
  List<String> names();

  /**
   * Returns how many leading bars of a symbol have no score in at least one output, when every
   * input is a number.
   */
  int warmup();

  /**
   * Starts an independent computation.
   *
   * @param universe which of the symbols may be traded, and their sectors
   * @param symbols the columns of the slices that will follow
   */
  Kernel start(Universe universe, Symbols symbols);

  /** The mutable state of one running computation. Belongs to one thread. */
  @FunctionalInterface
  interface Kernel {

    /**
     * Consumes the next slice.
     *
     * @param bars the slice; later than the one before
     * @param out receives the scores by output and symbol, {@code NaN} where there is none; every
     *     cell is written; modified
     */
    void update(BarSlice bars, double[][] out);
  }
}
