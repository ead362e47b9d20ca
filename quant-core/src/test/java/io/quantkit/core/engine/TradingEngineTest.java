package io.quantkit.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderStatus;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.strategy.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TradingEngineTest {
  private static final Symbol X = Symbol.of("X");
  private static final Symbol Y = Symbol.of("Y");
  private static final Universe UNIVERSE =
      Universe.of(Instrument.equity("X"), Instrument.equity("Y"), Instrument.index("^I"));
  private static final long DAY = Duration.ofDays(1).toNanos();

  private static StrategyHarness harness(Strategy strategy) {
    return StrategyHarness.of(strategy, UNIVERSE, Decimal.of(1000));
  }

  @Test
  void ordersReachTheBrokerAndFillsTheLedger() {
    StrategyHarness harness = harness((context, bars) -> context.buy(X, Decimal.of(3)));

    harness.closes(X, 10);
    OrderRequest order = harness.orders().get(0);
    harness.fill(order.id(), Decimal.of(11));

    assertThat(order.quantity()).isEqualTo(Decimal.of(3));
    assertThat(harness.portfolio().position(X)).isEqualTo(Decimal.of(3));
    assertThat(harness.portfolio().cash()).isEqualTo(Decimal.of(967));
  }

  @Test
  void positionsAreValuedBeforeStrategiesSeeTheBar() {
    List<Decimal> equity = new ArrayList<>();
    StrategyHarness harness =
        harness(
            (context, bars) -> {
              equity.add(context.portfolio().equity());
              if (equity.size() == 1) {
                context.buy(X, Decimal.of(10));
              }
            });

    harness.closes(X, 10);
    harness.fill(harness.orders().get(0).id(), Decimal.of(10));
    harness.closes(X, 12);

    assertThat(equity).containsExactly(Decimal.of(1000), Decimal.of(1020));
  }

  @Test
  void pendingOrdersAreCountedUntilTheyAreDone() {
    StrategyHarness harness = harness((context, bars) -> context.buy(X, Decimal.of(3)));

    harness.closes(X, 10);
    assertThat(harness.portfolio().pending(X)).isEqualTo(Decimal.of(3));
    harness.fill(harness.orders().get(0).id(), Decimal.of(11));

    assertThat(harness.portfolio().pending(X)).isEqualTo(Decimal.ZERO);
  }

  @Test
  void workingBuysAndSellsOfOneSymbolAreCountedApart() {
    StrategyHarness harness =
        harness(
            (context, bars) -> {
              context.buy(X, Decimal.of(3));
              context.sell(X, Decimal.of(2));
            });

    harness.closes(X, 10);

    assertThat(harness.portfolio().pendingBuys(X)).isEqualTo(Decimal.of(3));
    assertThat(harness.portfolio().pendingSells(X)).isEqualTo(Decimal.of(2));
    assertThat(harness.portfolio().pending(X)).isEqualTo(Decimal.ONE);
  }

  @Test
  void timersFireInTheOrderOfTheirTimesAndMoveWhenSetAgain() {
    List<String> fired = new ArrayList<>();
    StrategyHarness harness =
        harness(
            new Strategy() {
              @Override
              public void onStart(StrategyContext context) {
                context.schedule("late", 3 * DAY);
                context.schedule("early", 2 * DAY);
                context.schedule("moved", DAY);
                context.schedule("moved", 4 * DAY);
              }

              @Override
              public void onBars(StrategyContext context, BarSlice bars) {
                fired.add("bar");
              }

              @Override
              public void onTimer(StrategyContext context, String timer) {
                fired.add(timer + "@" + context.market().now() / DAY);
              }
            });

    harness.closes(X, 10, 11);
    harness.advance(Duration.ofDays(2));

    assertThat(fired).containsExactly("bar", "bar", "early@2", "late@3", "moved@4");
  }

  @Test
  void timersInThePastAreRefused() {
    StrategyHarness harness = harness((context, bars) -> context.schedule("late", 0));

    assertThatThrownBy(() -> harness.closes(X, 10)).hasMessageContaining("must not be in the past");
  }

  @Test
  void strategiesThatThrowAreNamedAndTheBooksStayBalanced() {
    StrategyHarness harness =
        harness(
            (context, bars) -> {
              throw new IllegalArgumentException("boom");
            });

    assertThatThrownBy(() -> harness.closes(X, 10))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("strategy strategy failed")
        .hasMessageContaining("boom");
    assertThat(harness.portfolio().equity()).isEqualTo(Decimal.of(1000));
  }

  @Test
  void strategiesLearnOfTheirFillsAndOrders() {
    List<String> seen = new ArrayList<>();
    StrategyHarness harness =
        harness(
            new Strategy() {
              @Override
              public void onBars(StrategyContext context, BarSlice bars) {
                context.buy(X, Decimal.of(1));
              }

              @Override
              public void onFill(StrategyContext context, Fill fill) {
                seen.add("fill " + fill.price());
              }

              @Override
              public void onOrder(StrategyContext context, Order order) {
                seen.add("order " + order.status());
              }
            });

    harness.closes(X, 10);
    harness.fill(harness.orders().get(0).id(), Decimal.of(9));

    assertThat(seen).containsExactly("fill 9", "order FILLED");
  }

  @Test
  void cancelledOrdersAreDone() {
    StrategyHarness harness =
        harness(
            (context, bars) -> {
              if (context.openOrders().isEmpty()) {
                context.buy(X, Decimal.of(1));
              } else {
                context.cancel(context.openOrders().get(0).id());
              }
            });

    harness.closes(X, 10, 10);

    assertThat(harness.openOrders()).isEmpty();
    assertThat(harness.portfolio().pending(X)).isEqualTo(Decimal.ZERO);
  }

  @Test
  void ordersForWhatCannotBeTradedAreRejectedWithTheReason() {
    List<Order> orders = new ArrayList<>();
    StrategyHarness harness =
        harness(
            (context, bars) -> {
              orders.add(context.buy(Symbol.of("^I"), Decimal.of(1)));
              orders.add(context.buy(X, Decimal.parse("0.5")));
            });

    harness.closes(X, 10);

    assertThat(orders).extracting(Order::status).containsOnly(OrderStatus.REJECTED);
    assertThat(orders.get(0).reason().orElseThrow()).contains("NOT_TRADEABLE");
    assertThat(orders.get(1).reason().orElseThrow()).contains("LOT_SIZE");
    assertThat(harness.orders()).isEmpty();
  }

  @Test
  void unknownSymbolsAreTheCallersMistake() {
    StrategyHarness harness =
        harness((context, bars) -> context.buy(Symbol.of("NOPE"), Decimal.of(1)));

    assertThatThrownBy(() -> harness.closes(X, 10)).hasMessageContaining("NOPE");
  }

  @Test
  void barsOfSeveralSymbolsArriveTogether() {
    List<String> seen = new ArrayList<>();
    StrategyHarness harness =
        harness((context, bars) -> seen.add(bars.has(0) + " " + bars.has(1) + " " + bars.has(2)));

    harness.bars(Map.of(Y, Bar.ofClose(0, DAY, 1), X, Bar.ofClose(0, DAY, 2)));
    harness.bar(Y, Bar.ofClose(DAY, 2 * DAY, 1));

    assertThat(seen).containsExactly("true true false", "false true false");
  }

  @Test
  void checksAreAskedInOrderAndMayShrinkOrRejectOrders() {
    List<String> asked = new ArrayList<>();
    OrderCheck halve =
        check("halve", asked, order -> new Verdict.Resize(Decimal.of(2), "HALF", ""));
    OrderCheck reject =
        check(
            "reject",
            asked,
            order ->
                order.quantity().equals(Decimal.of(2))
                    ? new Verdict.Reject("TWO", "two is too many")
                    : Verdict.ACCEPT);
    List<Order> orders = new ArrayList<>();
    StrategyHarness harness =
        StrategyHarness.of(
            (context, bars) -> orders.add(context.buy(X, Decimal.of(4))),
            UNIVERSE,
            Decimal.of(1000),
            halve,
            reject);

    harness.closes(X, 10);

    assertThat(asked).containsExactly("halve 4", "reject 2");
    assertThat(orders.get(0).status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(orders.get(0).reason().orElseThrow()).isEqualTo("TWO: two is too many");
  }

  private interface Rule {
    Verdict apply(OrderRequest order);
  }

  private static OrderCheck check(String name, List<String> asked, Rule rule) {
    return new OrderCheck() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Verdict check(OrderRequest order, PortfolioView portfolio, MarketView market) {
        asked.add(name + " " + order.quantity());
        return rule.apply(order);
      }
    };
  }
}
