package io.quantkit.features;

import io.quantkit.core.series.BarSeries;

/** The mutable state of one running {@link Feature}. Belongs to one thread; never allocates. */
public interface FeatureKernel {

  /**
   * Consumes the next bar. A field that the source does not tell is {@code NaN}.
   *
   * @param knownAt when the bar became known, in epoch nanoseconds; after that of the bar before
   * @param open the first price
   * @param high the highest price
   * @param low the lowest price
   * @param close the last price
   * @param volume the units traded
   */
  void update(long knownAt, double open, double high, double low, double close, double volume);

  /**
   * Consumes bars of a series, oldest first, and tells the outputs as of each of them: the same, to
   * the bit, as one update after the other.
   *
   * @param series whose bars
   * @param from the first bar
   * @param to the bar after the last one
   * @param out receives one number per output and bar, each at its bar's position; modified
   */
  default void update(BarSeries series, int from, int to, double[][] out) {
    for (int t = from; t < to; t++) {
      update(
          series.knownAt(t),
          series.open(t),
          series.high(t),
          series.low(t),
          series.close(t),
          series.volume(t));
      for (int o = 0; o < out.length; o++) {
        out[o][t] = value(o);
      }
    }
  }

  /**
   * Returns an output as of the last bar, {@code NaN} if there is none.
   *
   * @param output a position in {@link Feature#outputs()}
   */
  double value(int output);

  /**
   * Returns a kernel in exactly this state that goes on independently: a snapshot to restore from.
   */
  FeatureKernel copy();
}
