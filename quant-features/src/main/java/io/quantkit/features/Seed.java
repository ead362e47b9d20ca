package io.quantkit.features;

/** Where exponential averages begin. Values differ by less and less as the stream goes on. */
public enum Seed {
  /** With the mean of the first {@code period} inputs, as TA-Lib does unless told otherwise. */
  MEAN,
  /**
   * With the first input, as TradingView, pandas ({@code adjust=False}) and Metastock do. The first
   * {@code period - 1} values are withheld all the same.
   *
   * <p>An average of averages begins with their first value, withheld or not. TA-Lib in Metastock's
   * mode begins it with the first that is shown, so its MACD signal and TRIX agree with ours once
   * the beginning is forgotten; EMA, DEMA, TEMA, the MACD line, APO and PPO agree throughout.
   */
  FIRST
}
