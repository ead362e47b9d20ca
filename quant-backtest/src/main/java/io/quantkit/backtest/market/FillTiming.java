package io.quantkit.backtest.market;

/** When an order that was decided on a bar's close is executed. */
public enum FillTiming {
  /**
   * At the open of the symbol's next bar: the default, and the earliest that can be traded. Limits
   * and stops are executed where a bar reaches them; {@link BothTouched} says what came first. An
   * order that arrives within a bar waits for the next.
   */
  NEXT_OPEN("decided on a bar's close, executed at the symbol's next open"),
  /** At the close of the symbol's next bar: for data that has closes only. */
  NEXT_CLOSE("decided on a bar's close, executed at the symbol's next close"),
  /**
   * Along the path that prices are taken to have gone in a bar, see {@link IntrabarPath}: what
   * arrives within a bar is executed at the price where the path is by then, time passing evenly.
   */
  INTRABAR("decided on a bar's close, executed along the path of the bars that follow"),
  /**
   * At the very close it was decided on. No one can trade so; it shows what a careless backtest
   * would claim.
   */
  SAME_CLOSE("decided and executed on the same close, which no one can do");

  private final String description;

  FillTiming(String description) {
    this.description = description;
  }

  /** Returns the policy in words, for reports. */
  public String description() {
    return description;
  }

  /** Returns whether orders see nothing of a bar but its close. */
  boolean closesOnly() {
    return this == NEXT_CLOSE || this == SAME_CLOSE;
  }
}
