package io.quantkit.backtest;

import static io.quantkit.backtest.Bars.DAY;
import static io.quantkit.backtest.Bars.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.backtest.account.RegTMargin;
import io.quantkit.backtest.cost.Commission;
import io.quantkit.backtest.market.SimulatedMarket;
import io.quantkit.core.action.CorporateActions;
import io.quantkit.core.engine.Feed;
import io.quantkit.core.engine.TradingEngine;
import io.quantkit.core.ledger.Conversion;
import io.quantkit.core.ledger.CurrencyBalance;
import io.quantkit.core.ledger.FxRates;
import io.quantkit.core.ledger.MultiCurrencyLedger;
import io.quantkit.core.market.AssetClass;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.strategy.Weights;
import io.quantkit.core.time.TradingCalendar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CurrenciesTest {
  private static final Symbol SAP = Symbol.of("SAP");
  private static final Symbol IBM = Symbol.of("IBM");
  private static final Instrument SAP_IN_EUROS =
      new Instrument(
          SAP,
          AssetClass.EQUITY,
          Currency.EUR,
          Decimal.parse("0.01"),
          Decimal.ONE,
          "",
          "XETR",
          true);
  private static final Universe UNIVERSE = Universe.of(SAP_IN_EUROS, Instrument.equity("IBM"));

  /** A euro is worth 1.10, then 1.20 from the end of the second day and 1.25 from the third. */
  private static final FxRates RATES =
      FxRates.in(Currency.USD)
          .with(Currency.EUR, new long[] {0, 2 * DAY, 3 * DAY}, new double[] {1.1, 1.2, 1.25});

  private static final Panel PANEL =
      Bars.panel("SAP", flat(100, 1e6), flat(100, 1e6), flat(110, 1e6), flat(120, 1e6));

  private static Decimal dec(String text) {
    return Decimal.parse(text);
  }

  /** Does one thing at each bar, nothing at bars without one. */
  @SafeVarargs
  private static Strategy script(Consumer<StrategyContext>... steps) {
    int[] next = {0};
    return (context, bars) -> {
      if (next[0] < steps.length) {
        steps[next[0]++].accept(context);
      }
    };
  }

  private static Backtest backtest(Conversion conversion) {
    return Backtest.of(PANEL, UNIVERSE, TradingCalendar.alwaysOpen())
        .cash(Decimal.of(10_000))
        .costs(Commission.perTrade(Decimal.of(2)))
        .currencies(RATES, conversion);
  }

  private static void nothing(StrategyContext context) {}

  @Test
  void whatAPurchaseCostsIsBorrowedInItsOwnCurrency() {
    BacktestResult result =
        backtest(Conversion.NONE).run("hold", script(context -> context.buy(SAP, Decimal.of(10))));

    // 1,000 euros and a fee of 2 are owed from the second day on.
    assertThat(result.equity())
        .containsExactly(10_000, 10_000 - 2 * 1.2, 10_000 + 98 * 1.25, 10_000 + 198 * 1.25);
    assertThat(result.cash()[3]).isEqualTo(10_000 - 1_002 * 1.25);
    assertThat(result.balances())
        .containsExactly(
            new CurrencyBalance(
                Currency.USD, dec("10000"), Decimal.ZERO, dec("10000"), Decimal.ONE),
            new CurrencyBalance(Currency.EUR, dec("-1002"), dec("1200"), dec("198"), dec("1.25")));
    assertThat(result.fees()).isEqualTo(dec("2.2")); // at the rate of the execution
    assertThat(result.unrealisedPnl()).isEqualTo(dec("250"));
    assertThat(result.fx()).isEqualTo(dec("-0.3")); // the 2 owed for the fee, times 0.15
    assertThat(result.commission()).containsExactly(0, 2 * 1.2, 0, 0);
    assertThat(result.turnover()[1]).isEqualTo(1_000 * 1.2 / (10_000 - 2 * 1.2));
  }

  @Test
  void foreignMoneyIsExchangedAtTheRateOfTheExecution() {
    BacktestResult result =
        backtest(Conversion.atOnce(Decimal.ZERO))
            .run("hold", script(context -> context.buy(SAP, Decimal.of(10))));

    // 1,002 euros at 1.10 are paid in dollars.
    assertThat(result.cash()).containsExactly(10_000, 8_897.8, 8_897.8, 8_897.8);
    assertThat(result.equity())
        .containsExactly(
            10_000, 8_897.8 + 1_000 * 1.2, 8_897.8 + 1_100 * 1.25, 8_897.8 + 1_200 * 1.25);
    assertThat(result.unrealisedPnl()).isEqualTo(dec("250"));
    assertThat(result.fx()).isEqualTo(dec("150")); // 1,000 euros in shares, times 0.15
    assertThat(result.balances().get(1).cash()).isEqualTo(Decimal.ZERO);
  }

  @Test
  void anExchangeCostsAPartOfItsValueBothWays() {
    BacktestResult result =
        backtest(Conversion.atOnce(dec("0.01")))
            .run(
                "round trip",
                script(
                    context -> context.buy(SAP, Decimal.of(10)),
                    context -> context.sell(SAP, Decimal.of(10))));

    // Paid 1,002 * 1.10 * 1.01; sold at 110 on the third day, when a euro was worth 1.20.
    Decimal paid = dec("1113.222");
    Decimal got = dec("1304.424"); // 1,098 * 1.20 * 0.99
    assertThat(result.finalEquity()).isEqualTo(Decimal.of(10_000).minus(paid).plus(got));
    assertThat(result.realisedPnl()).isEqualTo(dec("120")); // 100 euros at 1.20
    assertThat(result.fees()).isEqualTo(dec("4.6"));
    assertThat(result.fx())
        .isEqualTo(result.finalEquity().minus(dec("10000")).minus(dec("120")).plus(dec("4.6")));
  }

  @Test
  void dividendsArriveInTheCurrencyOfTheShare() {
    CorporateAction dividend =
        new CorporateAction.CashDividend("d", SAP, 2 * DAY, 0, 2 * DAY, Decimal.ONE);
    for (boolean atOnce : new boolean[] {false, true}) {
      BacktestResult result =
          Backtest.of(
                  () ->
                      Feed.merge(
                          Feed.replay(PANEL),
                          Feed.actions(
                              Symbols.of("SAP"), CorporateActions.of(dividend), 0, 9 * DAY)),
                  UNIVERSE,
                  TradingCalendar.alwaysOpen())
              .cash(Decimal.of(10_000))
              .currencies(RATES, atOnce ? Conversion.atOnce(Decimal.ZERO) : Conversion.NONE)
              .run("hold", script(context -> context.buy(SAP, Decimal.of(10))));

      assertThat(result.dividends()).isEqualTo(dec("12")); // 10 euros at 1.20
      assertThat(result.balances().get(1).cash()).isEqualTo(dec(atOnce ? "0" : "-990"));
      assertThat(result.finalEquity()).isEqualTo(dec(atOnce ? "10412" : "10262.5"));
    }
  }

  @Test
  void weightsAreSizedByWhatAUnitIsWorthInTheAccountsCurrency() {
    BacktestResult result =
        backtest(Conversion.NONE)
            .run(
                "half",
                script(
                    context ->
                        context.rebalance(Weights.copyOf(Symbols.of("SAP"), new double[] {0.5}))));

    // 5,000 dollars over 110 a share.
    assertThat(result.executions().get(0).fill().quantity()).isEqualTo(Decimal.of(45));
  }

  @Test
  void ordersAreRejectedUntilARateIsKnown() {
    FxRates late =
        FxRates.in(Currency.USD).with(Currency.EUR, new long[] {2 * DAY}, new double[] {1.2});
    BacktestResult result =
        backtest(Conversion.NONE)
            .currencies(late, Conversion.NONE)
            .run(
                "late",
                script(
                    context -> context.buy(SAP, Decimal.of(10)),
                    context -> context.buy(SAP, Decimal.of(5))));

    assertThat(result.orders().get(0).reason().orElseThrow())
        .contains("NO_RATE: no rate of EUR is known yet");
    assertThat(result.executions()).hasSize(1);
    assertThat(result.openPositions().get(0).quantity()).isEqualTo(Decimal.of(5));
  }

  @Test
  void anAccountOfOneCurrencyRefusesOthers() {
    Backtest plain = Backtest.of(PANEL, UNIVERSE, TradingCalendar.alwaysOpen());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> plain.run("x", script(CurrenciesTest::nothing)))
        .withMessage(
            "SAP is in EUR and the account in USD: set another by currency(Currency), or tell the"
                + " rate by currencies(FxRates, Conversion)");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                backtest(Conversion.NONE)
                    .market(market -> market.account(RegTMargin.FINRA))
                    .run("x", script(CurrenciesTest::nothing)))
        .withMessageContaining("no account model");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                backtest(Conversion.NONE)
                    .currency(Currency.EUR)
                    .run("x", script(CurrenciesTest::nothing)))
        .withMessageContaining("rates must be in EUR");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                backtest(Conversion.NONE)
                    .run(
                        "x",
                        List.of(new Sleeve("a", script(CurrenciesTest::nothing), Decimal.ONE))))
        .withMessageContaining("several currencies");
  }

  /**
   * After random trades in both currencies, long and short: the books of each currency balance, the
   * broker's books agree with the engine's, and what fractions make of the executions is the same.
   */
  @Property(tries = 60)
  void randomTradesAddUpInEveryCurrency(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int days = 30;
    long[] knownAt = new long[days];
    double[] rates = new double[days];
    double[][] sap = new double[days][];
    double[][] ibm = new double[days][];
    for (int day = 0; day < days; day++) {
      knownAt[day] = day * DAY;
      rates[day] = random.nextInt(9_000, 13_000) / 1e4;
      sap[day] = flat(random.nextInt(5_000, 20_000) / 100.0, 1e6);
      ibm[day] = flat(random.nextInt(5_000, 20_000) / 100.0, 1e6);
    }
    Panel panel = Panel.align(List.of(Bars.series("SAP", sap), Bars.series("IBM", ibm)));
    FxRates history = FxRates.in(Currency.USD).with(Currency.EUR, knownAt, rates);
    boolean atOnce = random.nextBoolean();
    Conversion conversion = atOnce ? Conversion.atOnce(Decimal.ZERO) : Conversion.NONE;
    List<Fill> fills = new ArrayList<>();
    SimulatedMarket market =
        SimulatedMarket.builder(UNIVERSE, TradingCalendar.alwaysOpen())
            .cash(Decimal.of(100_000))
            .shorting(true)
            .costs(Commission.perUnit(dec("0.013")))
            .currencies(history, conversion)
            .executions(execution -> fills.add(execution.fill()))
            .build();
    TradingEngine engine =
        TradingEngine.builder(UNIVERSE, Feed.replay(panel), market)
            .cash(Decimal.of(100_000))
            .currencies(history, conversion)
            .calendar(TradingCalendar.alwaysOpen())
            .venue(market)
            .strategy(
                "random",
                (context, bars) -> {
                  Symbol symbol = random.nextBoolean() ? SAP : IBM;
                  Decimal quantity = Decimal.of(random.nextInt(1, 50));
                  if (random.nextBoolean()) {
                    context.buy(symbol, quantity);
                  } else {
                    context.sell(symbol, quantity);
                  }
                })
            .build();
    engine.run();

    assertThat(fills).hasSize(days - 1);
    MultiCurrencyLedger books = (MultiCurrencyLedger) engine.books();
    for (CurrencyBalance balance : books.balances()) {
      assertThat(books.ledger(balance.currency()).trialBalance().balanced()).isTrue();
    }
    assertThat(market.account().equity()).isEqualTo(engine.books().equity());
    assertThat(market.account().cash()).isEqualTo(engine.books().cash());
    BigDecimal equity = BigDecimal.valueOf(100_000);
    BigDecimal last = BigDecimal.valueOf(rates[days - 1]);
    for (Fill fill : fills) {
      boolean foreign = fill.symbol().equals(SAP);
      BigDecimal then =
          foreign ? BigDecimal.valueOf(rates[(int) (fill.time() / DAY)]) : BigDecimal.ONE;
      BigDecimal now = foreign ? last : BigDecimal.ONE;
      double close = foreign ? sap[days - 1][3] : ibm[days - 1][3];
      BigDecimal paid = fill.notional().toBigDecimal();
      BigDecimal worth = BigDecimal.valueOf(close).multiply(fill.quantity().toBigDecimal());
      BigDecimal sign = fill.side() == Side.BUY ? BigDecimal.ONE : BigDecimal.ONE.negate();
      BigDecimal cash = paid.multiply(sign).add(fill.fee().toBigDecimal()).negate();
      equity =
          equity.add(cash.multiply(atOnce ? then : now)).add(worth.multiply(sign).multiply(now));
    }
    assertThat(engine.books().equity().doubleValue()).isCloseTo(equity.doubleValue(), within(1e-6));
  }
}
