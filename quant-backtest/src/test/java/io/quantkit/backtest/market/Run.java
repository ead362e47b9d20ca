package io.quantkit.backtest.market;

import io.quantkit.backtest.Bars;
import io.quantkit.core.engine.Feed;
import io.quantkit.core.engine.TradingEngine;
import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Order;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One run of an engine on a simulated market, scripted bar by bar. */
final class Run implements Strategy {
  static final Symbol X = Symbol.of("X");
  static final Decimal HALF = Decimal.parse("0.5");

  final List<Fill> fills = new ArrayList<>();
  final List<EngineEvent> events = new ArrayList<>();
  private final List<Consumer<StrategyContext>> script = new ArrayList<>();
  private UnaryOperator<SimulatedMarket.Builder> settings = market -> market;
  private TradingCalendar calendar = TradingCalendar.alwaysOpen();
  private Universe universe = Universe.of(Instrument.equity("X").withLotSize(HALF));
  private int bar;
  private TradingEngine engine;
  SimulatedMarket market;

  static Decimal d(String text) {
    return Decimal.parse(text);
  }

  static Run script() {
    return new Run();
  }

  Run market(UnaryOperator<SimulatedMarket.Builder> newSettings) {
    settings = newSettings;
    return this;
  }

  Run universe(Universe newUniverse) {
    universe = newUniverse;
    return this;
  }

  Run calendar(TradingCalendar newCalendar) {
    calendar = newCalendar;
    return this;
  }

  /** Does something at the close of the next bar. */
  Run then(Consumer<StrategyContext> action) {
    script.add(action);
    return this;
  }

  Run wait(int bars) {
    for (int i = 0; i < bars; i++) {
      script.add(context -> {});
    }
    return this;
  }

  Run on(double[]... bars) {
    return on(Bars.panel("X", bars));
  }

  Run on(Panel panel) {
    return on(Feed.replay(panel));
  }

  Run on(Feed feed) {
    Decimal cash = Decimal.of(100_000);
    market = settings.apply(SimulatedMarket.builder(universe, calendar).cash(cash)).build();
    engine =
        TradingEngine.builder(universe, feed, market)
            .cash(cash)
            .calendar(calendar)
            .venue(market)
            .listener((sequence, event) -> events.add(event))
            .strategy("test", this)
            .build();
    engine.run();
    if (!engine.failures().isEmpty()) {
      throw new AssertionError(engine.failures());
    }
    return this;
  }

  @Override
  public void onBars(StrategyContext context, io.quantkit.core.series.BarSlice bars) {
    if (bar < script.size()) {
      script.get(bar).accept(context);
    }
    bar++;
  }

  @Override
  public void onFill(StrategyContext context, Fill fill) {
    fills.add(fill);
  }

  TradingEngine engine() {
    return engine;
  }

  List<Order> orders() {
    return engine.orders();
  }

  Order order(int i) {
    return engine.orders().get(i);
  }

  Decimal position() {
    return engine.ledger().position(X).quantity();
  }

  /** Returns every fill as "side quantity @ price". */
  List<String> executed() {
    return fills.stream().map(f -> f.side() + " " + f.quantity() + " @ " + f.price()).toList();
  }

  /** Returns the status of every order. */
  List<String> statuses() {
    return orders().stream().map(order -> order.status().name()).toList();
  }
}
