package io.quantkit.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.backtest.account.CashAccount;
import io.quantkit.backtest.account.Financing;
import io.quantkit.backtest.account.Interest;
import io.quantkit.backtest.account.RegTMargin;
import io.quantkit.backtest.cost.Commission;
import io.quantkit.backtest.cost.FixedSpread;
import io.quantkit.backtest.market.Execution;
import io.quantkit.backtest.market.FillTiming;
import io.quantkit.backtest.market.Latencies;
import io.quantkit.backtest.market.Latency;
import io.quantkit.backtest.market.SimulatedMarket;
import io.quantkit.core.engine.Feed;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderInstructions;
import io.quantkit.core.order.OrderStatus;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Shares in New York and coins around the clock, in one account. */
class VenuesTest {
  private static final Symbol SPY = Symbol.of("SPY");
  private static final Symbol BTC = Symbol.of("BTC/USD");
  private static final Universe UNIVERSE =
      Universe.of(Instrument.equity("SPY"), Instrument.crypto("BTC/USD"));
  private static final TradingCalendar NEW_YORK = TradingCalendar.xnys();
  private static final TradingCalendar ALWAYS = TradingCalendar.alwaysOpen();

  /** Independence Day, a Thursday, and a weekend lie in between. */
  private static final List<String> NEW_YORK_DAYS =
      List.of("2024-07-03", "2024-07-05", "2024-07-08");

  private static Panel daily(
      Symbol symbol, TradingCalendar calendar, List<String> dates, int price) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < dates.size(); i++) {
      Session session = calendar.session(LocalDate.parse(dates.get(i))).orElseThrow();
      int p = price + i;
      bars.add(new Bar(session.open(), session.close(), p, p, p, p, 1e6));
    }
    return Panel.align(List.of(BarSeries.copyOf(symbol, Timeframe.DAY_1, bars)));
  }

  /** Shares at 500, 501, 502; coins at 1,000 on the third of July and one more every day. */
  private static Supplier<Feed> history() {
    List<String> everyDay = new ArrayList<>();
    for (int day = 3; day <= 8; day++) {
      everyDay.add("2024-07-0" + day);
    }
    Panel shares = daily(SPY, NEW_YORK, NEW_YORK_DAYS, 500);
    Panel coins = daily(BTC, ALWAYS, everyDay, 1_000);
    return () -> Feed.merge(Feed.replay(shares), Feed.replay(coins));
  }

  private static Backtest backtest() {
    return Backtest.of(history(), UNIVERSE, NEW_YORK)
        .interval(Duration.ZERO)
        .cash(Decimal.of(10_000))
        .costs(Commission.perTrade(Decimal.ONE))
        .venue(
            ALWAYS,
            Symbols.of("BTC/USD"),
            market ->
                market
                    .costs(Commission.perValue(Decimal.parse("0.001")))
                    .timing(FillTiming.NEXT_CLOSE));
  }

  private static String at(long time) {
    return EpochNanos.toInstant(time).toString();
  }

  @Test
  void eachSymbolTradesByTheRulesOfItsOwnMarket() {
    BacktestResult result =
        backtest()
            .run(
                "both",
                new Strategy() {
                  private boolean done;

                  @Override
                  public void onBars(StrategyContext context, BarSlice bars) {
                    if (!done) {
                      done = true;
                      context.buy(SPY, Decimal.of(4));
                      context.buy(BTC, Decimal.of(2));
                    }
                  }
                });

    // Decided when New York closed early on the third, at 17:00 UTC.
    List<Execution> executions = result.executions();
    assertThat(executions.stream().map(e -> e.fill().symbol())).containsExactly(BTC, SPY);
    Fill coins = executions.get(0).fill();
    assertThat(at(coins.time())).isEqualTo("2024-07-04T00:00:00Z"); // the next close
    assertThat(coins.price()).isEqualTo(Decimal.of(1_000));
    assertThat(coins.fee()).isEqualTo(Decimal.of(2)); // 0.1 %
    Fill shares = executions.get(1).fill();
    assertThat(at(shares.time())).isEqualTo("2024-07-05T13:30:00Z");
    assertThat(shares.price()).isEqualTo(Decimal.of(501));
    assertThat(shares.fee()).isEqualTo(Decimal.ONE);
    assertThat(result.finalEquity()).isEqualTo(Decimal.of(10_000 + 2 * 5 - 2 + 4 - 1));
  }

  @Test
  void sessionsOfAllCalendarsAreToldAndDayOrdersEndWithTheirOwn() {
    List<String> log = new ArrayList<>();
    BacktestResult result =
        backtest()
            .run(
                "day orders",
                new Strategy() {
                  @Override
                  public void onBars(StrategyContext context, BarSlice bars) {
                    if (at(bars.knownAt()).equals("2024-07-05T00:00:00Z")) {
                      low(context, SPY, 400);
                      low(context, BTC, 900);
                    }
                  }

                  private void low(StrategyContext context, Symbol symbol, int limit) {
                    context.submit(
                        symbol,
                        Side.BUY,
                        Decimal.ONE,
                        new OrderTerms.Limit(Decimal.of(limit)),
                        TimeInForce.DAY);
                  }

                  @Override
                  public void onOrder(StrategyContext context, Order order) {
                    if (order.status() == OrderStatus.EXPIRED) {
                      log.add(order.request().symbol() + " expired " + at(context.market().now()));
                    }
                  }

                  @Override
                  public void onSessionOpen(
                      StrategyContext context, TradingCalendar calendar, Session session) {
                    log.add(calendar.code() + " opens " + session.date());
                  }

                  @Override
                  public void onSessionClose(
                      StrategyContext context, TradingCalendar calendar, Session session) {
                    log.add(calendar.code() + " closes " + session.date());
                  }
                });

    assertThat(result.orders()).extracting(Order::status).containsOnly(OrderStatus.EXPIRED);
    assertThat(log)
        .containsSubsequence(
            "24/7 opens 2024-07-03",
            "XNYS opens 2024-07-03",
            "XNYS closes 2024-07-03",
            "24/7 closes 2024-07-03",
            "24/7 opens 2024-07-04",
            "24/7 closes 2024-07-04",
            "24/7 opens 2024-07-05",
            "XNYS opens 2024-07-05",
            "SPY expired 2024-07-05T20:00:00Z",
            "XNYS closes 2024-07-05",
            "BTC/USD expired 2024-07-06T00:00:00Z",
            "24/7 closes 2024-07-05",
            "24/7 opens 2024-07-06");
  }

  @Test
  void requestsTakeAsLongAsToTheirMarket() {
    long second = 1_000_000_000L;
    BacktestResult result =
        Backtest.of(history(), UNIVERSE, NEW_YORK)
            .interval(Duration.ZERO)
            .venue(
                ALWAYS,
                Symbols.of("BTC/USD"),
                market ->
                    market.latency(
                        Latencies.ofOrders(Latency.constant(5 * second), Latency.constant(0)), 1))
            .run(
                "late",
                (context, bars) -> {
                  if (context.openOrders().isEmpty()
                      && at(bars.knownAt()).startsWith("2024-07-05T00")) {
                    context.buy(SPY, Decimal.ONE);
                    context.buy(BTC, Decimal.ONE);
                  }
                });

    // The coin's order misses the open of the fifth by five seconds, the share's is in time.
    assertThat(result.executions().stream().map(e -> at(e.fill().time())))
        .containsExactly("2024-07-05T13:30:00Z", "2024-07-06T00:00:00Z");
  }

  @Test
  void theMoneyForOneMarketIsNotThereForTheOther() {
    BacktestResult result =
        backtest()
            .market(market -> market.account(CashAccount.US))
            .run(
                "greedy",
                new Strategy() {
                  private boolean done;

                  @Override
                  public void onBars(StrategyContext context, BarSlice bars) {
                    if (!done && bars.symbols().contains(BTC)) {
                      done = true;
                      context.buy(SPY, Decimal.of(15)); // 7,500
                      context.buy(BTC, Decimal.of(9)); // 9,000
                      context.buy(BTC, Decimal.of(2)); // 2,000
                    }
                  }
                });

    assertThat(result.orders())
        .extracting(Order::status)
        .containsExactly(OrderStatus.FILLED, OrderStatus.REJECTED, OrderStatus.FILLED);
    assertThat(result.orders().get(1).reason().orElseThrow()).contains("available are 2500");
  }

  @Test
  void marketsHaveNoAccountsOfTheirOwn() {
    Consumer<SimulatedMarket.Builder> own = market -> market.account(CashAccount.US);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> backtest().venue(ALWAYS, Symbols.of("SPY"), own).run("x", (context, bars) -> {}))
        .withMessageContaining("no account of its own: account");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                backtest()
                    .venue(ALWAYS, Symbols.of("BTC/USD"), market -> {})
                    .run("x", (context, bars) -> {}))
        .withMessageContaining("symbols must trade at one market each, was BTC/USD");
  }

  /** Markets with the same rules are one market. */
  @Property(tries = 60)
  void equalMarketsAreAsOne(@ForAll long seed) {
    Instrument[] instruments = {Instrument.equity("A"), Instrument.equity("B")};
    Universe universe = Universe.of(instruments);
    SplittableRandom random = new SplittableRandom(seed);
    List<BarSeries> series = new ArrayList<>();
    for (String symbol : List.of("A", "B")) {
      double price = 100;
      double[][] bars = new double[40][];
      for (int i = 0; i < bars.length; i++) {
        double open = price * (1 + (random.nextInt(9) - 4) / 100.0);
        double close = open * (1 + (random.nextInt(21) - 10) / 100.0);
        bars[i] =
            Bars.bar(
                round(open),
                round(Math.max(open, close) * 1.01),
                round(Math.min(open, close) * 0.99),
                round(close),
                random.nextInt(200, 2_000));
        price = close;
      }
      series.add(Bars.series(symbol, bars));
    }
    Backtest one =
        Backtest.of(Panel.align(series), universe, ALWAYS)
            .cash(Decimal.of(20_000))
            .participation(0.5)
            .costs(new FixedSpread(0.001))
            .market(
                market ->
                    market
                        .account(RegTMargin.FINRA)
                        .financing(
                            Financing.NONE.withMargin(Interest.flat(Decimal.parse("0.065")))));
    Backtest two = one.venue(ALWAYS, Symbols.of("B"), market -> {});

    BacktestResult together = one.run("random", trader(seed));
    BacktestResult apart = two.run("random", trader(seed));

    assertThat(apart.equity()).containsExactly(together.equity());
    assertThat(apart.cash()).containsExactly(together.cash());
    assertThat(apart.orders().toString()).isEqualTo(together.orders().toString());
    assertThat(apart.activities()).isEqualTo(together.activities());
    assertThat(apart.finalEquity()).isEqualTo(together.finalEquity());
  }

  private static double round(double price) {
    return Math.rint(price * 100) / 100;
  }

  private static Strategy trader(long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ 7);
    return (context, bars) -> {
      for (Symbol symbol : bars.symbols()) {
        double last = context.market().lastPrice(symbol);
        Decimal near = Decimal.of(round(last * (1 + (random.nextInt(7) - 3) / 100.0)));
        Side side = Side.values()[random.nextInt(2)];
        OrderTerms terms =
            switch (random.nextInt(4)) {
              case 0 -> new OrderTerms.Limit(near);
              case 1 -> new OrderTerms.Stop(near);
              default -> new OrderTerms.Market();
            };
        TimeInForce time = random.nextBoolean() ? TimeInForce.DAY : TimeInForce.GTC;
        context.submit(
            symbol, side, Decimal.of(random.nextInt(1, 200)), terms, time, OrderInstructions.NONE);
        if (random.nextInt(5) == 0 && !context.openOrders().isEmpty()) {
          context.cancel(context.openOrders().get(0).id());
        }
      }
    };
  }
}
