package io.quantkit.core.strategy;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
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

  /** Returns what the account holds. */
  PortfolioView portfolio();

  /**
   * Places an order. It passes the checks, which may shrink or reject it, and reaches the market
   * after this moment.
   *
   * @return the order as it left: rejected with a reason, submitted or unconfirmed
   * @throws IllegalArgumentException if the symbol is unknown or the quantity is not positive
   */
  Order submit(
      Symbol symbol, Side side, Decimal quantity, OrderTerms terms, TimeInForce timeInForce);

  /** Buys at the market, good till cancelled; see {@link #submit}. */
  default Order buy(Symbol symbol, Decimal quantity) {
    return submit(symbol, Side.BUY, quantity, new OrderTerms.Market(), TimeInForce.GTC);
  }

  /** Sells at the market, good till cancelled; see {@link #submit}. */
  default Order sell(Symbol symbol, Decimal quantity) {
    return submit(symbol, Side.SELL, quantity, new OrderTerms.Market(), TimeInForce.GTC);
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
              new OrderTerms.Market(),
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
}
