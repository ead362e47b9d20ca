package io.quantkit.features.microstructure;

import io.quantkit.core.market.BookSnapshot;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * Queue imbalance: {@code (bid size - ask size) / (bid size + ask size)} of the best levels summed.
 *
 * <p>Within [-1, 1]; {@code NaN} before the first event and while both sides are empty. One level
 * is read from quotes, several from books. M. Gould and J. Bonart, "Queue imbalance as a
 * one-tick-ahead price predictor in a limit order book", Market Microstructure and Liquidity 2,
 * 2016.
 *
 * @param levels how many, within 1 to {@value BookSnapshot#MAX_LEVELS}
 */
public record QueueImbalance(int levels) implements OrderFlowFeature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if there are too few or too many levels
   */
  public QueueImbalance {
    Check.within("levels", levels, 1, BookSnapshot.MAX_LEVELS);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(Check.name("queue-imbalance", Integer.toString(levels), "raw"));
  }

  @Override
  public String warmup() {
    return levels == 1 ? "a quote" : "a book";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(levels);
  }

  private static final class State implements OrderFlowKernel {
    private final int levels;
    private double value = Double.NaN;

    State(int levels) {
      this.levels = levels;
    }

    @Override
    public void quote(
        long eventTime, long knownAt, double bid, double bidSize, double ask, double askSize) {
      if (levels == 1) {
        set(bidSize, askSize);
      }
    }

    @Override
    public void book(BookSnapshot book) {
      if (levels > 1) {
        double bids = 0;
        double asks = 0;
        for (int m = 0; m < levels; m++) {
          bids += book.bidSize(m);
          asks += book.askSize(m);
        }
        set(bids, asks);
      }
    }

    private void set(double bids, double asks) {
      value = bids + asks > 0 ? (bids - asks) / (bids + asks) : Double.NaN;
    }

    @Override
    public void advance(long knownAt) {}

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public OrderFlowKernel copy() {
      State copy = new State(levels);
      copy.value = value;
      return copy;
    }
  }
}
