package io.quantkit.core.synthetic.flow;

import java.util.Arrays;
import java.util.Optional;

/**
 * A recipe for a market of traders without intelligence: their orders arrive at random, and the
 * price is what comes of it.
 *
 * <p>Limit orders to buy arrive {@code i} ticks below the best ask at the rate {@code limitRates[i
 * - 1]}, orders to sell as far above the best bid; further away there are none. Each resting order
 * is cancelled at the rate {@code cancelRates[i - 1]} of its distance from the other side's best,
 * the last rate holding for all beyond. Market orders arrive on each side at one rate or by a
 * {@link HawkesProcess}. Rates are per second; all arrivals are otherwise independent. Orders have
 * one lot or a geometric number. While a side is empty, distances are counted from its last best
 * price.
 *
 * <p>The book begins with the orders that each distance would have in the long run if prices stood
 * still, {@code limitRate / cancelRate}, at least one. It takes a while to forget that.
 *
 * <p>With the same rate at all distances this is the market of E. Smith, J. D. Farmer, L. Gillemot
 * and S. Krishnamurthy, "Statistical theory of the continuous double auction", Quantitative Finance
 * 3 (2003); with rates by distance that of R. Cont, S. Stoikov and R. Talreja, "A stochastic model
 * for order book dynamics", Operations Research 58 (2010).
 */
public final class OrderFlow {
  final double tick;
  final double lot;
  final int startTick;
  final double[] limitRates;
  final double[] cancelRates;
  final double marketRate;
  final Optional<HawkesProcess> marketOrders;
  final double meanLots;
  final long snapshotEvery;

  private OrderFlow(Builder builder) {
    tick = builder.tick;
    lot = builder.lot;
    startTick = builder.startTick;
    limitRates = builder.limitRates;
    cancelRates = Arrays.copyOf(builder.cancelRates, limitRates.length);
    Arrays.fill(
        cancelRates,
        builder.cancelRates.length,
        cancelRates.length,
        builder.cancelRates[builder.cancelRates.length - 1]);
    marketRate = builder.marketRate;
    marketOrders = builder.marketOrders;
    meanLots = builder.meanLots;
    snapshotEvery = builder.snapshotEvery;
  }

  /**
   * Returns a builder of a market.
   *
   * @param price what the first best prices surround, positive
   * @param tick what prices are multiples of, positive
   */
  public static Builder builder(double price, double tick) {
    return new Builder(price, tick);
  }

  /**
   * Simulates the market over a range of times.
   *
   * @param fromInclusive when it opens, in epoch nanoseconds UTC
   * @param toExclusive when it closes
   * @param seed what the randomness grows from
   * @param listener hears of trades, quotes and snapshots, all known when they happen
   * @return what happened, by number
   */
  public OrderFlowCounts run(
      long fromInclusive, long toExclusive, long seed, TapeListener listener) {
    if (toExclusive < fromInclusive) {
      throw new IllegalArgumentException(
          "toExclusive must not be before fromInclusive, was "
              + toExclusive
              + " < "
              + fromInclusive);
    }
    return new RunningMarket(this, fromInclusive, toExclusive, seed, listener).run();
  }

  /** Collects the settings of a market. Not thread-safe. */
  public static final class Builder {
    private final double tick;
    private final int startTick;
    private double lot = 100;
    private double[] limitRates = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    private double[] cancelRates = {0.2};
    private double marketRate = 1;
    private Optional<HawkesProcess> marketOrders = Optional.empty();
    private double meanLots = 1;
    private long snapshotEvery;

    private Builder(double price, double tick) {
      this.tick = positive("tick", tick);
      double ticks = Math.rint(positive("price", price) / tick);
      if (ticks < 1 || ticks > LimitOrderBook.MAX_TICK / 2) {
        throw new IllegalArgumentException(
            "price must be within 1 to %d ticks, was %s"
                .formatted(LimitOrderBook.MAX_TICK / 2, ticks));
      }
      this.startTick = (int) ticks;
    }

    /** Sets the units in a lot; 100 unless told. */
    public Builder lot(double units) {
      lot = positive("lot", units);
      return this;
    }

    /**
     * Sets how many limit orders per second arrive on each side at each distance, 1 tick first; 1
     * at each of ten unless told.
     */
    public Builder limitRates(double... perSecond) {
      limitRates = rates("limitRates", perSecond);
      return this;
    }

    /**
     * Sets how often per second each resting order is cancelled at each distance, 1 tick first; the
     * last one holds further on. 0.2 unless told.
     */
    public Builder cancelRates(double... perSecond) {
      cancelRates = rates("cancelRates", perSecond);
      return this;
    }

    /** Sets how many market orders per second arrive on each side; 1 unless told. */
    public Builder marketRate(double perSecond) {
      marketRate = rates("marketRate", perSecond)[0];
      marketOrders = Optional.empty();
      return this;
    }

    /**
     * Lets market orders excite each other.
     *
     * @param arrivals of two types, 0 buys and 1 sells, at rates per second
     */
    public Builder marketOrders(HawkesProcess arrivals) {
      if (arrivals.types() != 2) {
        throw new IllegalArgumentException(
            "market orders must be of 2 types, was " + arrivals.types());
      }
      marketOrders = Optional.of(arrivals);
      marketRate = 0;
      return this;
    }

    /**
     * Sets the mean number of lots in an order, at least 1; numbers are geometric, 1 being the most
     * common. 1 unless told: then all are.
     */
    public Builder meanLots(double lots) {
      if (!(lots >= 1) || lots > 1e6) {
        throw new IllegalArgumentException("meanLots must be within 1 to 1000000, was " + lots);
      }
      meanLots = lots;
      return this;
    }

    /** Sets the time between snapshots of the book in nanoseconds; 0, none, unless told. */
    public Builder snapshotEvery(long nanos) {
      if (nanos < 0) {
        throw new IllegalArgumentException("snapshotEvery must be at least 0, was " + nanos);
      }
      snapshotEvery = nanos;
      return this;
    }

    /**
     * Returns the market.
     *
     * @throws IllegalArgumentException if there are more cancel rates than limit rates
     */
    public OrderFlow build() {
      if (cancelRates.length > limitRates.length) {
        throw new IllegalArgumentException(
            "there must be no more cancel rates than limit rates, was %d and %d"
                .formatted(cancelRates.length, limitRates.length));
      }
      return new OrderFlow(this);
    }

    private static double positive(String name, double value) {
      if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
      }
      return value;
    }

    private static double[] rates(String name, double... rates) {
      if (rates.length == 0) {
        throw new IllegalArgumentException(name + " must have at least 1 rate, was 0");
      }
      for (double rate : rates) {
        if (!(rate >= 0) || rate == Double.POSITIVE_INFINITY) {
          throw new IllegalArgumentException(name + " must be at least 0 and finite, was " + rate);
        }
      }
      return rates.clone();
    }
  }
}
