package io.quantkit.core.strategy;

import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderInstructions;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a strategy may see and do. Belongs to the engine's thread and is valid during a call of the
 * strategy only.
 */
public interface StrategyContext {

  /** Returns what is known of the market. */
  MarketView market();

  /**
   * Returns what this strategy holds: all of the account if it is the only strategy, otherwise the
   * cash it was given and what it traded.
   */
  PortfolioView portfolio();

  /** Returns what the account holds, over all strategies. */
  PortfolioView account();

  /**
   * Returns the account as its broker sees it: buying power and margin among others. A simulated
   * broker tells it at once; a real one is asked, which takes its time.
   *
   * @throws io.quantkit.core.error.BrokerConnectionException if the broker cannot be asked
   */
  AccountSnapshot brokerAccount();

  /**
   * Places an order. It passes the checks, which may shrink or reject it, and reaches the market
   * after this moment.
   *
   * @return the order as it left: rejected with a reason, submitted or unconfirmed
   * @throws IllegalArgumentException if the symbol is unknown or the quantity is not positive
   */
  Order submit(
      Symbol symbol,
      Side side,
      Decimal quantity,
      OrderTerms terms,
      TimeInForce timeInForce,
      OrderInstructions instructions);

  /** Places an order without further instructions; see {@link #submit}. */
  default Order submit(
      Symbol symbol, Side side, Decimal quantity, OrderTerms terms, TimeInForce timeInForce) {
    return submit(symbol, side, quantity, terms, timeInForce, OrderInstructions.NONE);
  }

  /**
   * Places a market order for an amount of money, good for the day: as many units, rounded down to
   * the lot, as the amount buys or sells at the last known price; see {@link #submit}. At another
   * price the order costs another amount: a broker that sizes such orders when it executes them, as
   * Alpaca does, spends the amount and buys other units.
   *
   * @param notional how much money of the instrument's currency, positive
   * @throws IllegalArgumentException if the amount is not positive or less than one lot
   * @throws IllegalStateException if no price is known yet
   */
  default Order submitNotional(
      Symbol symbol, Side side, Decimal notional, OrderInstructions instructions) {
    double price = market().lastPrice(symbol);
    if (Double.isNaN(price)) {
      throw new IllegalStateException("no price of " + symbol + " is known yet");
    }
    Decimal lot = market().universe().instrument(symbol).lotSize();
    Decimal quantity =
        notional
            .dividedBy(Decimal.of(price), Math.max(lot.scale(), 9), RoundingMode.DOWN)
            .roundToMultiple(lot, RoundingMode.DOWN);
    if (!quantity.isPositive()) {
      throw new IllegalArgumentException(
          "notional must buy at least one lot of %s %s at %s, was %s"
              .formatted(lot, symbol, price, notional));
    }
    return submit(symbol, side, quantity, OrderTerms.MARKET, TimeInForce.DAY, instructions);
  }

  /** Buys at the market, good till cancelled; see {@link #submit}. */
  default Order buy(Symbol symbol, Decimal quantity) {
    return submit(symbol, Side.BUY, quantity, OrderTerms.MARKET, TimeInForce.GTC);
  }

  /** Sells at the market, good till cancelled; see {@link #submit}. */
  default Order sell(Symbol symbol, Decimal quantity) {
    return submit(symbol, Side.SELL, quantity, OrderTerms.MARKET, TimeInForce.GTC);
  }

  /**
   * Trades what leads from the present positions to target weights, with market orders good till
   * cancelled; see {@link OrderSizer} and {@link #submit}.
   *
   * @return the orders as they left, sells first
   */
  default List<Order> rebalance(Weights target, OrderSizer sizer) {
    List<Order> orders = new ArrayList<>();
    for (OrderSizer.Change change : sizer.changes(target, portfolio(), market())) {
      orders.add(
          submit(
              change.symbol(),
              change.side(),
              change.quantity(),
              OrderTerms.MARKET,
              TimeInForce.GTC));
    }
    return orders;
  }

  /** Rebalances every change of at least one lot; see {@link #rebalance(Weights, OrderSizer)}. */
  default List<Order> rebalance(Weights target) {
    return rebalance(target, OrderSizer.DEFAULT);
  }

  /** Asks for an order to be cancelled; it may still be filled. Does nothing if it is done. */
  void cancel(ClientOrderId orderId);

  /**
   * Puts an order in the place of one of this strategy's own, in one step: what is left of the old
   * one is cancelled, and only then the new one works, on the same symbol and side, for the same
   * time and with the same instructions. The new order passes the checks like any other.
   *
   * @param quantity what is to be executed from now on
   * @return the new order; rejected, and the old one as it was, if the old one is done or the
   *     broker refuses
   * @throws IllegalArgumentException if this strategy never placed the order
   */
  Order replace(ClientOrderId orderId, Decimal quantity, OrderTerms terms);

  /** Returns an order of this strategy. */
  Optional<Order> order(ClientOrderId orderId);

  /** Returns this strategy's orders that are not done, oldest first. */
  List<Order> openOrders();

  /**
   * Asks to be called at a time.
   *
   * @param timer the name that {@link Strategy#onTimer} receives; setting it again moves it
   * @param epochNanos when; not in the past
   */
  void schedule(String timer, long epochNanos);

  /**
   * Records something of this strategy's own among the engine's events, such as a signal.
   *
   * @param kind what sort of thing it is, such as {@code SIGNAL}
   * @param text the thing in words
   */
  void note(String kind, String text);
}
