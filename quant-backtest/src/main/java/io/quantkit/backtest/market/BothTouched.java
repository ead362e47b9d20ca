package io.quantkit.backtest.market;

/**
 * What a bar is taken to have done first where it touched both a stop and a target, under {@link
 * FillTiming#NEXT_OPEN}. It says where the price went from the open: toward the stop of an exit, or
 * toward its target; then to the other extreme, then to the close.
 */
public enum BothTouched {
  /** The stop: the default. */
  STOP_FIRST,
  /** The target. */
  TARGET_FIRST,
  /**
   * What is worse: the stop, and for a trailing stop on its own the path that ends it at the worse
   * price.
   */
  WORST
}
