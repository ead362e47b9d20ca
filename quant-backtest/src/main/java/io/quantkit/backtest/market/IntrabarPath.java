package io.quantkit.backtest.market;

/**
 * In which order the prices of a bar are taken to have traded, under {@link FillTiming#INTRABAR}.
 * Bars of a shorter timeframe in the feed come before any assumption: orders are matched against
 * them, and a longer bar over the same time is passed over.
 */
public sealed interface IntrabarPath permits IntrabarPath.Shape, IntrabarPath.BrownianBridge {

  /** Straight lines between open, high, low and close. */
  enum Shape implements IntrabarPath {
    /** Up to the high, down to the low, to the close. */
    OPEN_HIGH_LOW_CLOSE,
    /** Down to the low, up to the high, to the close. */
    OPEN_LOW_HIGH_CLOSE,
    /** First to the extreme that is nearer to the open; to the high if both are as near. */
    NEARER_EXTREME_FIRST,
    /**
     * For each order, or group of an entry and its exits, the worse of the first two: the stop of a
     * group comes before its target, and a trailing stop follows the path that ends it at the worse
     * price. Orders in one symbol may so see different paths.
     */
    WORST_FOR_ORDER
  }

  /**
   * A random walk from open to close that just reaches high and low: a Brownian bridge whose parts
   * above and below open and close are stretched to the extremes. Every bar of every symbol has a
   * walk of its own, which depends on the seed, the symbol's place in the universe and the bar's
   * start only.
   *
   * @param seed what the walks are drawn from
   * @param steps how many steps a walk has, 4 to 10,000
   */
  record BrownianBridge(long seed, int steps) implements IntrabarPath {
    public BrownianBridge {
      if (steps < 4 || steps > 10_000) {
        throw new IllegalArgumentException("steps must be within [4, 10000], was " + steps);
      }
    }
  }

  /** Returns a Brownian bridge of 64 steps. */
  static IntrabarPath brownianBridge(long seed) {
    return new BrownianBridge(seed, 64);
  }
}
