package io.quantkit.features;

import io.quantkit.core.series.BarSeries;
import java.util.List;

/**
 * An immutable recipe that turns the bars of one instrument into numbers: one per bar and output.
 *
 * <p>The recipe is a value: it can be compared, named, logged and swept over. The computation is a
 * {@link FeatureKernel}, which a live feed drives bar by bar and {@link #over} drives across
 * history, so the two agree to the last bit and no output can depend on a later bar.
 *
 * <p><b>Missing numbers.</b> Every feature of this module treats a missing ({@code NaN}) or
 * infinite input in one way: the output at that bar is {@code NaN} and the feature <em>starts
 * again</em>, as if the next bar were the first one. So no value is ever computed across a gap, and
 * after a gap the outputs are, to the bit, those of a new kernel. A feature ignores the fields that
 * it does not use. A bar that does not exist is not a gap: a kernel only sees bars that exist.
 *
 * <p>A quotient whose denominator is zero is {@code NaN} unless the feature says otherwise.
 *
 * <p>Implementations are records. The checks of {@code io.quantkit.features.check} hold each of
 * them to the laws: no look-ahead, batch equals stream, exact warm-up.
 */
public interface Feature {

  /** What {@link #settle} returns for a feature that never forgets, such as a running total. */
  int NEVER = Integer.MAX_VALUE;

  /** Returns the names of the outputs, in order; at least one, distinct. */
  List<FeatureName> outputs();

  /**
   * Returns how many leading values of an output are {@code NaN} when every input is finite. Every
   * later value is a full one.
   *
   * @param output a position in {@link #outputs()}
   */
  int warmup(int output);

  /** Returns the warm-up of the slowest output. */
  default int warmup() {
    int longest = 0;
    for (int o = 0; o < outputs().size(); o++) {
      longest = Math.max(longest, warmup(o));
    }
    return longest;
  }

  /**
   * Returns how many bars of history make a restart agree: after that many bars a new kernel and
   * one that has seen everything before differ by at most {@code eps} times the largest magnitude
   * that the output had, provided that the inputs before and after the restart are of one scale. At
   * least the warm-up; {@link #NEVER} for a feature that never forgets.
   *
   * @param eps the relative difference, in [1e-12, 1)
   */
  int settle(double eps);

  /** Starts an independent computation. */
  FeatureKernel start();

  /**
   * Computes this feature over a series.
   *
   * @param out receives one number per output and bar, in arrays that are at least as long as the
   *     series; modified
   * @throws IllegalArgumentException if {@code out} has another number of outputs or is too short
   */
  default void over(BarSeries series, double[][] out) {
    OutputArrays.check(out, outputs().size(), series.size());
    start().update(series, 0, series.size(), out);
  }

  /** Returns this feature over a series, by output and bar. */
  default double[][] over(BarSeries series) {
    double[][] out = new double[outputs().size()][series.size()];
    over(series, out);
    return out;
  }
}
