package io.quantkit.backtest;

import static io.quantkit.backtest.Bars.bar;
import static io.quantkit.backtest.Bars.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.backtest.market.Execution;
import io.quantkit.backtest.market.FillTiming;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderStatus;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.time.TradingCalendar;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BacktestTest {
  private static final Symbol X = Symbol.of("X");
  private static final Universe UNIVERSE = Universe.of(Instrument.equity("X"));

  /** Does something on the first bar and nothing afterwards. */
  private static Strategy once(Consumer<StrategyContext> action) {
    AtomicInteger count = new AtomicInteger();
    return (context, bars) -> {
      if (count.getAndIncrement() == 0) {
        action.accept(context);
      }
    };
  }

  private static Backtest backtest(Panel panel) {
    return Backtest.of(panel, UNIVERSE, TradingCalendar.alwaysOpen()).cash(Decimal.of(10_000));
  }

  private static BacktestResult buyTen(Backtest backtest) {
    return backtest.run("test", once(context -> context.buy(X, Decimal.of(10))));
  }

  @Test
  void decidesOnTheCloseAndFillsAtTheNextOpen() {
    Panel panel =
        Bars.panel("X", bar(10, 12, 9, 11, 1000), bar(13, 15, 12, 14, 1000), flat(16, 1000));

    BacktestResult result = buyTen(backtest(panel));

    assertThat(result.executions()).hasSize(1);
    Execution execution = result.executions().get(0);
    assertThat(execution.fill().price()).isEqualTo(Decimal.of(13));
    assertThat(execution.fill().time()).isEqualTo(Bars.DAY);
    assertThat(result.equity()).containsExactly(10_000, 10_010, 10_030);
    assertThat(result.cash()).containsExactly(10_000, 9_870, 9_870);
  }

  @Test
  void fillsAtTheNextCloseWhenAsked() {
    Panel panel = Bars.panel("X", flat(10, 1000), bar(13, 15, 12, 14, 1000), flat(16, 1000));

    BacktestResult result = buyTen(backtest(panel).timing(FillTiming.NEXT_CLOSE));

    assertThat(result.executions().get(0).fill().price()).isEqualTo(Decimal.of(14));
    assertThat(result.equity()).containsExactly(10_000, 10_000, 10_020);
  }

  @Test
  void fillsAtTheSameCloseOnlyWhenAskedByName() {
    Panel panel = Bars.panel("X", flat(10, 1000), flat(14, 1000));

    BacktestResult result = buyTen(backtest(panel).timing(FillTiming.SAME_CLOSE));

    assertThat(result.executions().get(0).fill().price()).isEqualTo(Decimal.of(10));
    assertThat(result.equity()).containsExactly(10_000, 10_040);
  }

  @Test
  void chargesCommissionSpreadAndSlippage() {
    Panel panel = Bars.panel("X", flat(100, 1000), bar(100, 110, 90, 100, 1000));

    BacktestResult result = buyTen(backtest(panel).costs(new TradingCosts(10, 20, 5)));

    Execution execution = result.executions().get(0);
    assertThat(execution.fill().price()).isEqualTo(Decimal.parse("100.15"));
    assertThat(execution.spread()).isCloseTo(1.0, within(1e-9));
    assertThat(execution.slippage()).isCloseTo(0.5, within(1e-9));
    assertThat(execution.fill().fee()).isEqualTo(Decimal.parse("1.01"));
    assertThat(execution.commission()).isEqualTo(1.01);
    assertThat(result.equity()[1]).isCloseTo(10_000 - 1.5 - 1.01, within(1e-9));
    assertThat(execution.total()).isCloseTo(2.51, within(1e-9));
  }

  @Test
  void chargesAsAFeeWhatTheRangeOfTheBarKeepsOutOfThePrice() {
    Panel panel = Bars.panel("X", flat(100, 1000), flat(100, 1000));

    BacktestResult result = buyTen(backtest(panel).costs(new TradingCosts(0, 20, 10)));

    Execution execution = result.executions().get(0);
    assertThat(execution.fill().price()).isEqualTo(Decimal.of(100));
    assertThat(execution.fill().fee()).isEqualTo(Decimal.of(2));
    assertThat(execution.total()).isCloseTo(2.0, within(1e-9));
    assertThat(result.equity()[1]).isCloseTo(9_998.0, within(1e-9));
  }

  @Test
  void fillsNoMoreThanItsShareOfTheVolumeAndGoesOnWorking() {
    Panel panel =
        Bars.panel("X", flat(10, 30), flat(10, 30), flat(10, 0), flat(10, 50), flat(10, 90));

    BacktestResult result =
        backtest(panel)
            .participation(0.1)
            .run("test", once(context -> context.buy(X, Decimal.of(10))));

    assertThat(result.executions().stream().map(e -> e.fill().quantity().toString()))
        .containsExactly("3", "5", "2");
    assertThat(result.orders().get(0).status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void twoOrdersShareOneVolume() {
    Panel panel = Bars.panel("X", flat(10, 100), flat(10, 100));

    BacktestResult result =
        backtest(panel)
            .participation(0.1)
            .run(
                "test",
                once(
                    context -> {
                      context.buy(X, Decimal.of(7));
                      context.buy(X, Decimal.of(7));
                    }));

    assertThat(result.executions().stream().map(e -> e.fill().quantity().toString()))
        .containsExactly("7", "3");
  }

  @Test
  void capsNeedVolumes() {
    Panel panel = Bars.panel("X", flat(10, 100), flat(10, Double.NaN));

    assertThatThrownBy(() -> buyTen(backtest(panel).participation(0.1)))
        .hasMessageContaining("X")
        .hasMessageContaining("has no volume");
  }

  @Test
  void fillsAtTheOpenNeedOpens() {
    double nan = Double.NaN;
    Panel panel = Bars.panel("X", flat(10, 100), bar(nan, nan, nan, 10, nan));

    assertThatThrownBy(() -> buyTen(backtest(panel))).hasMessageContaining("has no open");
  }

  @Test
  void limitOrdersFillWhenTheMarketTradesThroughThem() {
    Panel panel =
        Bars.panel(
            "X",
            flat(10, 100),
            bar(10, 11, 9.5, 10, 100),
            bar(10, 11, 9, 10, 100),
            bar(10, 11, 8.99, 10, 100));
    Decimal nine = Decimal.of(9);

    BacktestResult result =
        backtest(panel)
            .costs(new TradingCosts(0, 20, 20))
            .run(
                "test",
                once(
                    context ->
                        context.submit(
                            X,
                            Side.BUY,
                            Decimal.of(10),
                            new OrderTerms.Limit(nine),
                            TimeInForce.GTC)));

    assertThat(result.executions()).hasSize(1);
    assertThat(result.executions().get(0).fill().price()).isEqualTo(nine);
    assertThat(result.executions().get(0).total()).isZero();
    assertThat(result.equity()[3]).isEqualTo(10_010);
  }

  @Test
  void limitOrdersTakeABetterOpenButNeverPayMoreThanTheirLimit() {
    Panel panel = Bars.panel("X", flat(10, 100), bar(8, 9, 7, 8, 100));

    BacktestResult result =
        backtest(panel)
            .costs(new TradingCosts(0, 0, 1000))
            .run(
                "test",
                once(
                    context ->
                        context.submit(
                            X,
                            Side.BUY,
                            Decimal.of(10),
                            new OrderTerms.Limit(Decimal.parse("8.5")),
                            TimeInForce.GTC)));

    assertThat(result.executions().get(0).fill().price()).isEqualTo(Decimal.parse("8.5"));
  }

  @Test
  void dayOrdersExpireAfterTheirFirstSession() {
    Panel panel = Bars.panel("X", flat(10, 100), flat(10, 100), bar(8, 9, 7, 8, 100));

    BacktestResult result =
        backtest(panel)
            .run(
                "test",
                once(
                    context ->
                        context.submit(
                            X,
                            Side.BUY,
                            Decimal.of(10),
                            new OrderTerms.Limit(Decimal.of(9)),
                            TimeInForce.DAY)));

    assertThat(result.executions()).isEmpty();
    assertThat(result.orders().get(0).status()).isEqualTo(OrderStatus.EXPIRED);
  }

  @Test
  void doesNotSellWhatItDoesNotHave() {
    Panel panel = Bars.panel("X", flat(10, 100), flat(10, 100));

    BacktestResult result =
        backtest(panel).run("test", once(context -> context.sell(X, Decimal.of(1))));

    Order order = result.orders().get(0);
    assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(order.reason()).hasValueSatisfying(why -> assertThat(why).contains("short"));
  }

  @Test
  void warmupBarsAreShownButNotTraded() {
    Panel panel = Bars.panel("X", flat(10, 100), flat(10, 100), flat(10, 100), flat(12, 100));

    BacktestResult result =
        backtest(panel).warmup(2).run("test", (context, bars) -> context.buy(X, Decimal.of(1)));

    assertThat(result.rows()).isEqualTo(2);
    assertThat(result.executions()).hasSize(1);
    assertThat(result.equity()).containsExactly(10_000, 10_000);
    assertThat(result.orders().get(0).reason().orElseThrow()).startsWith("WARMUP");
  }

  @Test
  void sellsShortWhenAllowed() {
    Panel panel = Bars.panel("X", flat(10, 100), flat(10, 100), flat(8, 100));

    BacktestResult result =
        backtest(panel)
            .shorting(true)
            .run("test", once(context -> context.sell(X, Decimal.of(10))));

    assertThat(result.equity()).containsExactly(10_000, 10_000, 10_020);
    assertThat(result.netExposure()[2]).isCloseTo(-80 / 10_020.0, within(1e-15));
  }

  @Test
  void ordersOfUnsupportedKindsAreRejectedWithTheReason() {
    Panel panel = Bars.panel("X", flat(10, 100), flat(10, 100));

    BacktestResult result =
        backtest(panel)
            .run(
                "test",
                once(
                    context ->
                        context.submit(
                            X,
                            Side.BUY,
                            Decimal.of(1),
                            new OrderTerms.Stop(Decimal.of(12)),
                            TimeInForce.IOC)));

    assertThat(result.orders().get(0).status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(result.orders().get(0).reason())
        .hasValueSatisfying(why -> assertThat(why).contains("STOP"));
  }

  @Test
  void matchesRoundTripsFirstInFirstOut() {
    Panel panel = Bars.panel("X", flat(10, 100), flat(10, 100), flat(12, 100), flat(15, 100));
    AtomicInteger bar = new AtomicInteger();

    BacktestResult result =
        backtest(panel)
            .run(
                "test",
                (context, bars) -> {
                  switch (bar.getAndIncrement()) {
                    case 0, 1 -> context.buy(X, Decimal.of(4));
                    case 2 -> context.sell(X, Decimal.of(6));
                    default -> {}
                  }
                });

    assertThat(result.trades()).extracting(Trade::profit).containsExactly(20.0, 6.0);
    assertThat(result.trades()).extracting(Trade::quantity).containsExactly(4.0, 2.0);
    assertThat(result.realisedPnl()).isEqualTo(Decimal.of(26));
    assertThat(result.unrealisedPnl()).isEqualTo(Decimal.of(6));
  }

  @Property(tries = 200)
  void randomTradingKeepsTheLawsOfTheMarket(@ForAll long seed) {
    Panel panel = randomPanel(seed, 60);
    Strategy strategy = randomTrader(seed);
    Backtest backtest = backtest(panel).participation(0.25).costs(new TradingCosts(3, 8, 4));

    BacktestResult result = backtest.run("random", strategy);

    double[] filledByBar = new double[panel.rows()];
    for (Execution execution : result.executions()) {
      int row = (int) (execution.fill().time() / Bars.DAY);
      double price = execution.fill().price().doubleValue();
      assertThat(price).isBetween(panel.low(row, 0), panel.high(row, 0));
      filledByBar[row] += execution.fill().quantity().doubleValue();
    }
    for (int row = 0; row < filledByBar.length; row++) {
      assertThat(filledByBar[row]).isLessThanOrEqualTo(0.25 * panel.volume(row, 0) + 1e-9);
    }
    assertThat(result.equity()[panel.rows() - 1])
        .isCloseTo(
            10_000
                + result.realisedPnl().doubleValue()
                + result.unrealisedPnl().doubleValue()
                - result.fees().doubleValue(),
            within(1e-6));
    assertThat(backtest.run("random", randomTrader(seed)).equity())
        .containsExactly(result.equity());
  }

  @Property(tries = 100)
  void theFutureDoesNotChangeThePast(@ForAll long seed) {
    Panel panel = randomPanel(seed, 60);
    int cut = 10 + (int) Math.floorMod(seed, 40L);

    double[] whole = backtest(panel).run("random", randomTrader(seed)).equity();
    double[] part = backtest(panel.slice(0, cut)).run("random", randomTrader(seed)).equity();

    assertThat(part).containsExactly(java.util.Arrays.copyOf(whole, cut));
  }

  @Property(tries = 100)
  void costsNeverHelp(@ForAll long seed) {
    Panel panel = randomPanel(seed, 60);

    double[] free = backtest(panel).run("free", randomTrader(seed)).equity();
    double[] costly =
        backtest(panel)
            .costs(new TradingCosts(5, 10, 5))
            .run("costly", randomTrader(seed))
            .equity();

    assertThat(costly[59]).isLessThanOrEqualTo(free[59]);
  }

  private static Panel randomPanel(long seed, int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] bars = new double[rows][];
    double last = 50;
    for (int i = 0; i < rows; i++) {
      double open = cents(last * (0.95 + 0.1 * random.nextDouble()));
      double close = cents(open * (0.95 + 0.1 * random.nextDouble()));
      double high = cents(Math.max(open, close) * (1 + 0.02 * random.nextDouble()));
      double low = cents(Math.min(open, close) * (1 - 0.02 * random.nextDouble()));
      bars[i] =
          bar(
              open,
              Math.max(high, Math.max(open, close)),
              Math.min(low, Math.min(open, close)),
              close,
              random.nextInt(200));
      last = close;
    }
    return Bars.panel("X", bars);
  }

  private static double cents(double price) {
    return Math.rint(price * 100) / 100;
  }

  /** Trades at random, long only, within its means. */
  private static Strategy randomTrader(long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ 1);
    return (context, bars) -> {
      int units = 1 + random.nextInt(20);
      boolean buy = random.nextBoolean();
      double limit = cents(bars.close(0) * (0.98 + 0.04 * random.nextDouble()));
      OrderTerms terms =
          random.nextBoolean() ? new OrderTerms.Market() : new OrderTerms.Limit(Decimal.of(limit));
      TimeInForce life = random.nextBoolean() ? TimeInForce.DAY : TimeInForce.GTC;
      context.submit(X, buy ? Side.BUY : Side.SELL, Decimal.of(units), terms, life);
    };
  }

  @Test
  void refusesPanelsWithUnknownSymbols() {
    Panel panel = Panel.align(List.of(Bars.series("Y", flat(1, 1))));

    assertThatThrownBy(() -> Backtest.of(panel, UNIVERSE, TradingCalendar.alwaysOpen()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Y");
  }
}
