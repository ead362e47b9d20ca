package io.quantkit.features.microstructure;

import io.quantkit.core.market.BookSnapshot;
import io.quantkit.features.FeatureName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Order-flow imbalance at several depths of the book: at each level what {@link OrderFlowImbalance}
 * is at the best prices, computed between one snapshot and the next.
 *
 * <p>Outputs: one per level from the best on, in units of size, summed over {@code (now - window,
 * now]}; at last their sum. {@code NaN} before the second book. A level that a side does not have
 * has no size and a price worse than any.
 *
 * <p>K. Xu, M. Gould and S. Howison, "Multi-level order-flow imbalance in a limit order book",
 * Market Microstructure and Liquidity 4, 2018, equations 2.4 to 2.6.
 *
 * @param levels how many, within 1 to {@value BookSnapshot#MAX_LEVELS}
 * @param window the length of the window, positive
 */
public record MultiLevelOrderFlowImbalance(int levels, Duration window)
    implements OrderFlowFeature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if there are too few or too many levels or the window is not
   *     positive
   */
  public MultiLevelOrderFlowImbalance {
    Check.within("levels", levels, 1, BookSnapshot.MAX_LEVELS);
    Check.positive("window", window);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = levels + "x" + Check.text(window);
    List<FeatureName> names = new ArrayList<>();
    for (int level = 1; level <= levels; level++) {
      names.add(Check.name("mlofi", text, "level" + level));
    }
    names.add(Check.name("mlofi", text, "total"));
    return List.copyOf(names);
  }

  @Override
  public String warmup() {
    return "two books";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(levels, new TimedSums(window.toNanos(), levels));
  }

  private static final class State implements OrderFlowKernel {
    private final int levels;
    private final TimedSums sums;
    private final double[] bids;
    private final double[] bidSizes;
    private final double[] asks;
    private final double[] askSizes;
    private int books;

    State(int levels, TimedSums sums) {
      this.levels = levels;
      this.sums = sums;
      bids = new double[levels];
      bidSizes = new double[levels];
      asks = new double[levels];
      askSizes = new double[levels];
    }

    @Override
    public void book(BookSnapshot book) {
      advance(book.knownAt());
      if (books > 0) {
        sums.add(book.knownAt());
      }
      for (int m = 0; m < levels; m++) {
        double bid = book.bid(m);
        double bidSize = book.bidSize(m);
        double ask = book.ask(m);
        double askSize = book.askSize(m);
        if (books > 0) {
          sums.put(
              m,
              OrderFlowImbalance.contribution(
                  bid, bidSize, ask, askSize, bids[m], bidSizes[m], asks[m], askSizes[m]));
        }
        bids[m] = bid;
        bidSizes[m] = bidSize;
        asks[m] = ask;
        askSizes[m] = askSize;
      }
      books = Math.min(2, books + 1);
    }

    @Override
    public void advance(long knownAt) {
      sums.expire(knownAt);
    }

    @Override
    public double value(int output) {
      if (books < 2) {
        return Double.NaN;
      }
      if (output < levels) {
        return sums.sum(output);
      }
      double total = 0;
      for (int m = 0; m < levels; m++) {
        total += sums.sum(m);
      }
      return total;
    }

    @Override
    public OrderFlowKernel copy() {
      State copy = new State(levels, sums.copy());
      System.arraycopy(bids, 0, copy.bids, 0, levels);
      System.arraycopy(bidSizes, 0, copy.bidSizes, 0, levels);
      System.arraycopy(asks, 0, copy.asks, 0, levels);
      System.arraycopy(askSizes, 0, copy.askSizes, 0, levels);
      copy.books = books;
      return copy;
    }
  }
}
