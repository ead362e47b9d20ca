package io.quantkit.core.engine;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A strategy in an engine, and its view of that engine. */
final class StrategySlot implements StrategyContext {
  private final String name;
  private final Strategy strategy;
  private final TradingEngine engine;
  private final OrderDesk desk;

  StrategySlot(String name, Strategy strategy, TradingEngine engine, OrderDesk desk) {
    this.name = name;
    this.strategy = strategy;
    this.engine = engine;
    this.desk = desk;
  }

  String name() {
    return name;
  }

  /** Calls the strategy; what it throws becomes an exception that names it. */
  void call(Consumer<Strategy> callback) {
    try {
      callback.accept(strategy);
    } catch (RuntimeException failure) {
      throw new IllegalStateException(
          "strategy %s failed at %d: %s"
              .formatted(name, engine.market().now(), failure.getMessage()),
          failure);
    }
  }

  @Override
  public MarketView market() {
    return engine.market();
  }

  @Override
  public PortfolioView portfolio() {
    return desk;
  }

  @Override
  public Order submit(
      Symbol symbol, Side side, Decimal quantity, OrderTerms terms, TimeInForce timeInForce) {
    return desk.submit(this, symbol, side, quantity, terms, timeInForce);
  }

  @Override
  public void cancel(ClientOrderId orderId) {
    desk.cancel(this, orderId);
  }

  @Override
  public Optional<Order> order(ClientOrderId orderId) {
    return desk.order(this, orderId);
  }

  @Override
  public List<Order> openOrders() {
    return desk.openOrders(this);
  }

  @Override
  public void schedule(String timer, long epochNanos) {
    engine.schedule(this, timer, epochNanos);
  }
}
