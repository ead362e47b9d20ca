package io.quantkit.core.synthetic.flow;

/**
 * What happened in a simulated market, by number: what its rates can be estimated from.
 *
 * <p>Distances are in ticks from the other side's best price; both sides are counted together. The
 * estimate of a limit rate is {@code limitOrders(i) / (2 seconds)}, of a cancel rate {@code
 * cancellations(i) / orderSeconds(i)} and of the market rate {@code marketOrders / (2 seconds)}.
 */
public final class OrderFlowCounts {
  final double seconds;
  final long[] limitOrders;
  final long[] cancellations;
  final double[] orderSeconds;
  long buyOrders;
  long sellOrders;
  long trades;

  OrderFlowCounts(double seconds, int distances) {
    this.seconds = seconds;
    limitOrders = new long[distances];
    cancellations = new long[distances + 1];
    orderSeconds = new double[distances + 1];
  }

  /** Returns how long the market was open. */
  public double seconds() {
    return seconds;
  }

  /** Returns the largest distance at which limit orders arrive. */
  public int distances() {
    return limitOrders.length;
  }

  /** Returns the limit orders that arrived at a distance, from 1 to {@link #distances}. */
  public long limitOrders(int distance) {
    return limitOrders[distance - 1];
  }

  /**
   * Returns the orders cancelled at a distance, from 1 to {@link #distances}, or one more for all
   * further away.
   */
  public long cancellations(int distance) {
    return cancellations[distance - 1];
  }

  /** Returns the time that orders have rested at a distance, summed over the orders. */
  public double orderSeconds(int distance) {
    return orderSeconds[distance - 1];
  }

  /** Returns the market orders to buy. */
  public long buyOrders() {
    return buyOrders;
  }

  /** Returns the market orders to sell. */
  public long sellOrders() {
    return sellOrders;
  }

  /** Returns the executions. */
  public long trades() {
    return trades;
  }

  /** Returns the orders of all kinds and cancellations. */
  public long events() {
    long sum = buyOrders + sellOrders;
    for (long count : limitOrders) {
      sum += count;
    }
    for (long count : cancellations) {
      sum += count;
    }
    return sum;
  }
}
