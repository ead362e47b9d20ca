package io.quantkit.features;

/** Where exponential averages begin. Values differ by less and less as the stream goes on. */
public enum Seed {
  /** With the mean of the first {@code period} inputs, as TA-Lib does unless told otherwise. */
  MEAN,
  /**
   * With the first input, as TradingView, pandas ({@code adjust=False}) and Metastock do. The first
   * {@code period - 1} values are withheld all the same.
   */
  FIRST
}
