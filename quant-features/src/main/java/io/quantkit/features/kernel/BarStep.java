package io.quantkit.features.kernel;

/**
 * What a feature does with bars whose numbers are all there; {@link GapKernel} deals with others.
 * For recipes with state of their own, which may also take bars in blocks; one composed of {@link
 * Stages} is a {@link BarFormula}.
 */
public interface BarStep {

  /**
   * Consumes the next bar.
   *
   * @param out the outputs as of the bar before, to be overwritten where there is a value; {@code
   *     NaN} at first
   */
  void step(
      long knownAt,
      double open,
      double high,
      double low,
      double close,
      double volume,
      double[] out);

  /**
   * Consumes bars, oldest first, and tells the outputs as of each of them: the same, to the bit, as
   * one step after the other.
   *
   * @param bars the bars; not modified
   * @param values the outputs as of the bar before, afterwards as of the last bar; modified
   * @param out receives one number per output and bar; modified
   * @param outFrom where the outputs of the first bar go
   */
  default void steps(BarBlock bars, double[] values, double[][] out, int outFrom) {
    int count = bars.count();
    for (int i = 0; i < count; i++) {
      step(
          bars.knownAt(i),
          bars.open[i],
          bars.high[i],
          bars.low[i],
          bars.close[i],
          bars.volume[i],
          values);
      for (int o = 0; o < values.length; o++) {
        out[o][outFrom + i] = values[o];
      }
    }
  }

  /** Forgets everything. */
  void clear();

  /** Returns an independent step in the same state. */
  BarStep copy();
}
