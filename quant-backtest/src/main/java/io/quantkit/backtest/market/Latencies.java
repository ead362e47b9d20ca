package io.quantkit.backtest.market;

/**
 * How long everything takes between a market and a strategy, leg by leg.
 *
 * <p>An order that is placed at {@code t} reaches the market at {@code t + signal + transmission +
 * exchange}, and so does a cancellation; what the market reports at {@code u} is known at {@code u
 * + confirmation}. What is sent first arrives first: a message that would overtake another arrives
 * with it. What the market publishes at {@code u} reaches a {@link DelayedStrategy} at {@code u +
 * marketData + processing}.
 *
 * @param signal from seeing data to having decided
 * @param transmission of a request to the market
 * @param exchange from a request's arrival to its being carried out
 * @param confirmation of what the market reports about orders
 * @param marketData of what the market publishes
 * @param processing from receiving data to seeing it
 */
public record Latencies(
    Latency signal,
    Latency transmission,
    Latency exchange,
    Latency confirmation,
    Latency marketData,
    Latency processing) {

  private static final long MILLI = 1_000_000;

  /** Everything at once. */
  public static final Latencies NONE =
      new Latencies(
          Latency.NONE, Latency.NONE, Latency.NONE, Latency.NONE, Latency.NONE, Latency.NONE);

  /**
   * A desktop at home with a retail broker: signal 50 to 200 ms, transmission 10 to 50, exchange 1
   * to 10, confirmation 10 to 50, which is 71 to 310 ms for an order, market data 10 to 100,
   * processing 10 to 50; each equally likely.
   */
  public static final Latencies RETAIL =
      new Latencies(
          Latency.uniform(50 * MILLI, 200 * MILLI),
          Latency.uniform(10 * MILLI, 50 * MILLI),
          Latency.uniform(1 * MILLI, 10 * MILLI),
          Latency.uniform(10 * MILLI, 50 * MILLI),
          Latency.uniform(10 * MILLI, 100 * MILLI),
          Latency.uniform(10 * MILLI, 50 * MILLI));

  /**
   * Returns latencies that are told end to end.
   *
   * @param entry from placing an order to its arrival at the market
   * @param response from the market's report to its arrival
   */
  public static Latencies ofOrders(Latency entry, Latency response) {
    return NONE.withTransmission(entry).withConfirmation(response);
  }

  /** Returns these latencies with another way to the market. */
  public Latencies withTransmission(Latency latency) {
    return new Latencies(signal, latency, exchange, confirmation, marketData, processing);
  }

  /** Returns these latencies with another way of reports. */
  public Latencies withConfirmation(Latency latency) {
    return new Latencies(signal, transmission, exchange, latency, marketData, processing);
  }

  /** Returns these latencies with another way of market data. */
  public Latencies withMarketData(Latency latency) {
    return new Latencies(signal, transmission, exchange, confirmation, latency, processing);
  }

  /** Starts the way of requests to the market. */
  Latency.Delays startRequests(long seed) {
    return sum(signal.start(seed, 0), transmission.start(seed, 1), exchange.start(seed, 2));
  }

  /** Starts the way of reports. */
  Latency.Delays startReports(long seed) {
    return confirmation.start(seed, 3);
  }

  /** Starts the way of market data. */
  Latency.Delays startData(long seed) {
    return sum(marketData.start(seed, 4), processing.start(seed, 5), time -> 0);
  }

  /** Returns one delay after the other. */
  private static Latency.Delays sum(
      Latency.Delays first, Latency.Delays second, Latency.Delays third) {
    return time -> {
      long at = Math.addExact(time, first.next(time));
      at = Math.addExact(at, second.next(at));
      at = Math.addExact(at, third.next(at));
      return at - time;
    };
  }
}
