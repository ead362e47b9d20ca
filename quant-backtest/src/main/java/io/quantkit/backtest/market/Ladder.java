package io.quantkit.backtest.market;

import io.quantkit.core.market.BookSnapshot;

/**
 * The displayed levels of one side of a book, best first, and how many units of each own orders
 * have used. What was used stays used until the size that is displayed at that price changes.
 */
final class Ladder {
  static final int MOST = BookSnapshot.MAX_LEVELS;

  private final boolean asks;
  private final double share;
  private double[] prices = new double[MOST];
  private double[] sizes = new double[MOST];
  private double[] used = new double[MOST];
  private double[] nextPrices = new double[MOST];
  private double[] nextSizes = new double[MOST];
  private double[] nextUsed = new double[MOST];
  private int levels;
  private boolean seen;
  private boolean hidden;
  private boolean deep;

  /**
   * Creates an empty side.
   *
   * @param asks whether its prices rise from the best
   * @param share the part of what is displayed that own orders get at most, in (0, 1]
   */
  Ladder(boolean asks, double share) {
    this.asks = asks;
    this.share = share;
  }

  /** Forgets what was displayed; there is still something to wait for. */
  void clear() {
    levels = 0;
    hidden = true;
  }

  /** Returns whether anything was ever displayed. */
  boolean seen() {
    return seen;
  }

  int levels() {
    return levels;
  }

  /** Returns the best price, {@code NaN} if the side is empty. */
  double best() {
    return levels == 0 ? Double.NaN : prices[0];
  }

  double price(int level) {
    return prices[level];
  }

  /** Returns the units at a level that are for own orders and that none has used. */
  double free(int level) {
    return Math.max(sizes[level] * share - used[level], 0);
  }

  /** Marks units at a level as used, at most those displayed. */
  void use(int level, double units) {
    used[level] = Math.min(used[level] + units, sizes[level]);
  }

  /** Returns whether somebody who trades up to a limit reaches a price on this side. */
  boolean within(double price, double limit) {
    return asks ? price <= limit : price >= limit;
  }

  /** Returns the unused units that somebody who trades up to a limit reaches. */
  double freeWithin(double limit) {
    double sum = 0;
    for (int i = 0; i < levels && within(prices[i], limit); i++) {
      sum += free(i);
    }
    return sum;
  }

  /**
   * Returns the units displayed at a price: 0 if there are none, {@code NaN} if the display does
   * not reach so deep.
   */
  double shown(double price) {
    if (!seen || hidden) {
      return Double.NaN;
    }
    for (int i = 0; i < levels; i++) {
      if (prices[i] == price) {
        return sizes[i];
      }
      if (asks ? price < prices[i] : price > prices[i]) {
        return 0;
      }
    }
    return levels == 0 ? 0 : Double.NaN;
  }

  /** Takes the levels of a snapshot. */
  void set(BookSnapshot book) {
    int count = asks ? book.askLevels() : book.bidLevels();
    for (int i = 0; i < count; i++) {
      next(i, asks ? book.ask(i) : book.bid(i), asks ? book.askSize(i) : book.bidSize(i));
    }
    show(count);
  }

  /** Prepares a level of what {@link #show} displays. */
  void next(int level, double price, double size) {
    nextPrices[level] = price;
    nextSizes[level] = size;
  }

  /** Displays the levels that were prepared. */
  void show(int count) {
    int old = 0;
    for (int i = 0; i < count; i++) {
      double price = nextPrices[i];
      while (old < levels && (asks ? prices[old] < price : prices[old] > price)) {
        old++;
      }
      boolean same = old < levels && prices[old] == price && sizes[old] == nextSizes[i];
      nextUsed[i] = same ? used[old] : 0;
    }
    swap();
    levels = count;
    seen = true;
    hidden = false;
    deep = true;
  }

  /**
   * Takes the best level of a quote. Deeper levels are those of the last snapshot, if there ever
   * was one; levels better than the quote have gone.
   */
  void top(double price, double size) {
    seen = true;
    hidden = false;
    if (Double.isNaN(price)) {
      levels = 0;
      return;
    }
    int gone = 0;
    while (gone < levels && (asks ? prices[gone] < price : prices[gone] > price)) {
      gone++;
    }
    boolean known = gone < levels && prices[gone] == price;
    boolean same = known && sizes[gone] == size;
    double usedThere = same ? used[gone] : 0;
    int from = known ? gone + 1 : gone;
    int rest = deep ? Math.min(levels - from, MOST - 1) : 0;
    if (rest > 0 && from != 1) {
      System.arraycopy(prices, from, prices, 1, rest);
      System.arraycopy(sizes, from, sizes, 1, rest);
      System.arraycopy(used, from, used, 1, rest);
    }
    prices[0] = price;
    sizes[0] = size;
    used[0] = usedThere;
    levels = rest + 1;
  }

  private void swap() {
    double[] spare = nextPrices;
    nextPrices = prices;
    prices = spare;
    spare = nextSizes;
    nextSizes = sizes;
    sizes = spare;
    spare = nextUsed;
    nextUsed = used;
    used = spare;
  }
}
