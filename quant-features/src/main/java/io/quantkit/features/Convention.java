package io.quantkit.features;

/**
 * Whose rules an indicator follows where they differ. They differ in how a recursion begins, hardly
 * in how it goes on: the numbers draw together as the stream goes on.
 */
public enum Convention {
  /** TA-Lib, with its default compatibility and no unstable period. */
  TA_LIB(Seed.MEAN),
  /** The inventor's own worksheet: J. Welles Wilder, New Concepts in Technical Trading, 1978. */
  WILDER(Seed.MEAN),
  /** The built-in functions of TradingView's Pine Script, version 5. */
  TRADING_VIEW(Seed.FIRST);

  private final Seed seed;

  Convention(Seed seed) {
    this.seed = seed;
  }

  /** Returns how exponential averages of span {@code n}, not Wilder's averages, begin. */
  public Seed seed() {
    return seed;
  }

  /** Returns the name of an indicator by these rules: the name itself for {@link #TA_LIB}. */
  public String label(String indicator) {
    return switch (this) {
      case TA_LIB -> indicator;
      case WILDER -> indicator + "-wilder";
      case TRADING_VIEW -> indicator + "-tradingview";
    };
  }
}
