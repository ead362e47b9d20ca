package io.quantkit.features.microstructure;

import io.quantkit.features.FeatureName;
import java.time.Duration;
import java.util.List;

/**
 * Order-flow imbalance: what arrived at the best bid and left the best ask, less what left the bid
 * and arrived at the ask, within a window of time.
 *
 * <p>Each change of the quote contributes {@code e = [b >= b'] q - [b <= b'] q' - [a <= a'] s + [a
 * >= a'] s'} with bid {@code b}, ask {@code a}, their sizes {@code q} and {@code s}, and the same
 * with a prime before the change. A side that nobody quotes has no size and a price worse than any.
 *
 * <p>Outputs, in order: the sum of {@code e} over {@code (now - window, now]} in units of size;
 * that by the mean depth {@code (q + s) / 2} of the changes in the window, a pure number, {@code
 * NaN} if there are none. {@code NaN} before the second quote.
 *
 * <p>R. Cont, A. Kukanov and S. Stoikov, "The price impact of order book events", Journal of
 * Financial Econometrics 12, 2014, equation 2.
 *
 * @param window the length of the window, positive
 */
public record OrderFlowImbalance(Duration window) implements OrderFlowFeature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the window is not positive
   */
  public OrderFlowImbalance {
    Check.positive("window", window);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = Check.text(window);
    return List.of(Check.name("ofi", text, "raw"), Check.name("ofi", text, "scaled"));
  }

  @Override
  public String warmup() {
    return "two quotes";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(new TimedSums(window.toNanos(), 2));
  }

  /** Returns what a change contributes. */
  static double contribution(
      double bid,
      double bidSize,
      double ask,
      double askSize,
      double lastBid,
      double lastBidSize,
      double lastAsk,
      double lastAskSize) {
    return side(-bid, bidSize, -lastBid, lastBidSize) - side(ask, askSize, lastAsk, lastAskSize);
  }

  /** Returns what was added to a side, told by prices of which the lower is the better. */
  private static double side(double price, double size, double lastPrice, double lastSize) {
    double now = Double.isNaN(price) ? Double.POSITIVE_INFINITY : price;
    double last = Double.isNaN(lastPrice) ? Double.POSITIVE_INFINITY : lastPrice;
    return (now <= last ? size : 0) - (now >= last ? lastSize : 0);
  }

  private static final class State implements OrderFlowKernel {
    private final TimedSums sums;
    private boolean quoted;
    private boolean started;
    private double bid;
    private double bidSize;
    private double ask;
    private double askSize;

    State(TimedSums sums) {
      this.sums = sums;
    }

    @Override
    public void quote(
        long eventTime, long knownAt, double bid, double bidSize, double ask, double askSize) {
      advance(knownAt);
      if (quoted) {
        started = true;
        sums.add(knownAt);
        sums.put(
            0,
            contribution(
                bid, bidSize, ask, askSize, this.bid, this.bidSize, this.ask, this.askSize));
        sums.put(1, (bidSize + askSize) / 2);
      }
      quoted = true;
      this.bid = bid;
      this.bidSize = bidSize;
      this.ask = ask;
      this.askSize = askSize;
    }

    @Override
    public void advance(long knownAt) {
      sums.expire(knownAt);
    }

    @Override
    public double value(int output) {
      if (!started) {
        return Double.NaN;
      }
      if (output == 0) {
        return sums.sum(0);
      }
      double depth = sums.sum(1);
      return depth > 0 ? sums.sum(0) / (depth / sums.size()) : Double.NaN;
    }

    @Override
    public OrderFlowKernel copy() {
      State copy = new State(sums.copy());
      copy.quoted = quoted;
      copy.started = started;
      copy.bid = bid;
      copy.bidSize = bidSize;
      copy.ask = ask;
      copy.askSize = askSize;
      return copy;
    }
  }
}
