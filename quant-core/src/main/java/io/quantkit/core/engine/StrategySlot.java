package io.quantkit.core.engine;

import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.ledger.Ledger;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderInstructions;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.series.BarSlice;
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
  private final Ledger ledger;
  private final Books books;
  private boolean failed;

  /** The strategy's part of the account is the whole of it if it is the only one. */
  StrategySlot(
      String name, Strategy strategy, TradingEngine engine, OrderDesk desk, Ledger ledger) {
    this.name = name;
    this.strategy = strategy;
    this.engine = engine;
    this.desk = desk;
    this.ledger = ledger;
    this.books = desk.books(ledger, this);
  }

  String name() {
    return name;
  }

  Ledger ledger() {
    return ledger;
  }

  boolean failed() {
    return failed;
  }

  void onBars(BarSlice bars) {
    if (!failed) {
      try {
        strategy.onBars(this, bars);
      } catch (RuntimeException failure) {
        fail(failure);
      }
    }
  }

  void onFill(Fill fill) {
    if (!failed) {
      try {
        strategy.onFill(this, fill);
      } catch (RuntimeException failure) {
        fail(failure);
      }
    }
  }

  void onOrder(Order order) {
    if (!failed) {
      try {
        strategy.onOrder(this, order);
      } catch (RuntimeException failure) {
        fail(failure);
      }
    }
  }

  /** Calls the strategy, for what happens rarely. */
  void call(Consumer<Strategy> callback) {
    if (!failed) {
      try {
        callback.accept(strategy);
      } catch (RuntimeException failure) {
        fail(failure);
      }
    }
  }

  private void fail(RuntimeException cause) {
    failed = true;
    engine.onFailure(
        new StrategyFailure(
            name, engine.market().now(), cause, books.positions(), desk.openOrders(this)),
        this);
  }

  @Override
  public MarketView market() {
    return engine.market();
  }

  @Override
  public PortfolioView portfolio() {
    return books;
  }

  @Override
  public PortfolioView account() {
    return engine.portfolio();
  }

  @Override
  public AccountSnapshot brokerAccount() {
    return engine.brokerAccount();
  }

  @Override
  public Order submit(
      Symbol symbol,
      Side side,
      Decimal quantity,
      OrderTerms terms,
      TimeInForce timeInForce,
      OrderInstructions instructions) {
    return desk.submit(this, symbol, side, quantity, terms, timeInForce, instructions);
  }

  @Override
  public Order replace(ClientOrderId orderId, Decimal quantity, OrderTerms terms) {
    return desk.replace(this, orderId, quantity, terms);
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

  @Override
  public void note(String kind, String text) {
    engine.record(new EngineEvent.Noted(engine.market().now(), name, kind, text));
  }
}
