package io.quantkit.backtest.vector;

import static io.quantkit.backtest.Bars.bar;
import static io.quantkit.backtest.Bars.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.backtest.Bars;
import io.quantkit.backtest.market.FillTiming;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.backtest.sweep.Sweep;
import io.quantkit.backtest.sweep.SweepResult;
import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.Timeframe;
import io.quantkit.risk.limit.CashAvailable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VectorBacktestTest {
  private static final Universe UNIVERSE =
      Universe.of(Instrument.equity("AAA"), Instrument.equity("BBB"));

  private static final Panel ONE =
      Bars.panel(
          "AAA",
          bar(10, 11, 9, 10, 1_000),
          bar(10.5, 12, 10, 11, 1_000),
          bar(11.5, 13, 11, 12, 1_000),
          bar(12.5, 13, 9, 9, 1_000));

  private static VectorBacktest one() {
    return VectorBacktest.of(ONE, UNIVERSE).cash(Decimal.of(10_000)).keepFills(true);
  }

  private static Decimal d(String text) {
    return Decimal.parse(text);
  }

  @Test
  void aSignalIsFilledAtTheNextOpen() {
    VectorResult result = one().run(SignalPlan.of(1, new byte[] {1, 1, 0, 0}, Sizing.UNITS, 100));

    assertThat(result.fills())
        .containsExactly(
            new VectorFill(1, 0, d("100"), d("10.5"), Decimal.ZERO),
            new VectorFill(3, 0, d("-100"), d("12.5"), Decimal.ZERO));
    assertThat(result.equity()).containsExactly(10_000, 10_050, 10_150, 10_200);
    assertThat(result.cash()).containsExactly(10_000, 8_950, 8_950, 10_200);
    assertThat(result.summary().trades()).isEqualTo(1);
    assertThat(result.summary().maximumDrawdown()).isZero();
    assertThat(result.position(0)).isEqualTo(Decimal.ZERO);
  }

  @Test
  void theCloseIsAskedForByName() {
    SignalPlan plan = SignalPlan.of(1, new byte[] {1, 1, 1, 1}, Sizing.UNITS, 1);
    assertThat(one().timing(FillTiming.NEXT_CLOSE).run(plan).fills().get(0).price())
        .isEqualTo(d("11"));
    VectorFill same = one().timing(FillTiming.SAME_CLOSE).run(plan).fills().get(0);
    assertThat(same.row()).isZero();
    assertThat(same.price()).isEqualTo(d("10"));
  }

  @Test
  void costsAreInPriceAndFee() {
    VectorResult result =
        one()
            .costs(new TradingCosts(10, 200, 0))
            .run(OrderPlan.dense(1, new double[] {100, -100, 0, 0}, Sizing.UNITS));

    // 10.50 and half of 2 % are 10.605, so 10.61; 0.1 % of 1061 is 1.061, so 1.07.
    assertThat(result.fills().get(0))
        .isEqualTo(new VectorFill(1, 0, d("100"), d("10.61"), d("1.07")));
    // 11.50 less 1 % is 11.385, so 11.38.
    assertThat(result.fills().get(1).price()).isEqualTo(d("11.38"));
    assertThat(result.fees(1)).isEqualTo(d("1.07"));
    assertThat(result.traded(1)).isEqualTo(d("1061"));
    assertThat(result.turnover()[1]).isEqualTo(1_061 / result.equity()[1]);
  }

  @Test
  void aSaleBeyondWhatIsHeldIsRefusedUnlessShortingIsAllowed() {
    OrderPlan sale = OrderPlan.dense(1, new double[] {-5, 0, 0, 0}, Sizing.UNITS);
    VectorSummary refused = one().run(sale).summary();
    assertThat(refused.refused()).isEqualTo(1);
    assertThat(refused.fills()).isZero();
    assertThat(one().shorting(true).run(sale).position(0)).isEqualTo(d("-5"));
  }

  @Test
  void cashThatIsCheckedIsNotOverspent() {
    OrderPlan purchase = OrderPlan.dense(1, new double[] {5_000, 0, 0, 0}, Sizing.UNITS);
    assertThat(one().run(purchase).cash()[1]).isEqualTo(-42_500);
    VectorResult checked = one().check(new CashAvailable(0.05, false)).run(purchase);
    assertThat(checked.fills().get(0).quantity()).isEqualTo(d("952"));
    assertThat(checked.cash()[1]).isPositive();
  }

  @Test
  void weightsAreRoundedToLotsAndSoldFirst() {
    Panel two =
        Panel.align(
            List.of(
                Bars.series("AAA", flat(10, 1), flat(10, 1), flat(10, 1)),
                Bars.series("BBB", flat(30, 1), flat(30, 1), flat(30, 1))));
    VectorResult result =
        VectorBacktest.of(two, UNIVERSE)
            .cash(Decimal.of(1_000))
            .keepFills(true)
            .run(WeightPlan.of(new int[] {0, 1}, 2, new double[] {0.505, 0, 0, 1}));

    assertThat(result.fills())
        .containsExactly(
            new VectorFill(1, 0, d("50"), d("10"), Decimal.ZERO),
            new VectorFill(2, 0, d("-50"), d("10"), Decimal.ZERO),
            new VectorFill(2, 1, d("33"), d("30"), Decimal.ZERO));
  }

  @Test
  void anOrderWaitsForItsSymbolsNextBar() {
    Panel gaps =
        Panel.align(
            List.of(
                Bars.series("AAA", flat(10, 1), flat(10, 1), flat(10, 1), flat(10, 1)),
                late("BBB")));
    OrderPlan order =
        OrderPlan.sparse(new int[] {1}, new int[] {1}, new double[] {7}, Sizing.UNITS);
    VectorResult result = VectorBacktest.of(gaps, UNIVERSE).keepFills(true).run(order);
    assertThat(result.fills()).extracting(VectorFill::row).containsExactly(3);
    OrderPlan sized =
        OrderPlan.sparse(new int[] {1}, new int[] {1}, new double[] {7}, Sizing.NOTIONAL);
    assertThat(VectorBacktest.of(gaps, UNIVERSE).run(sized).summary().orders()).isZero();
  }

  private static BarSeries late(String symbol) {
    return BarSeries.copyOf(
        Symbol.of(symbol),
        Timeframe.DAY_1,
        List.of(new Bar(3 * Bars.DAY, 4 * Bars.DAY, 20, 20, 20, 20, 1)));
  }

  @Test
  void severalCurrenciesAreRefused() {
    Instrument dollars = Instrument.equity("AAA");
    Instrument euros =
        new Instrument(
            Symbol.of("BBB"),
            dollars.assetClass(),
            Currency.EUR,
            dollars.tickSize(),
            dollars.lotSize(),
            "",
            "XPAR",
            true);
    Panel two =
        Panel.align(
            List.of(
                ONE.series(Symbol.of("AAA")),
                Bars.panel("BBB", bar(10, 11, 9, 10, 1_000)).series(Symbol.of("BBB"))));
    assertThatThrownBy(() -> VectorBacktest.of(two, Universe.of(dollars, euros)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a panel to test on must be in one currency, AAA is in USD and BBB in EUR:"
                + " use Backtest");
  }

  @Test
  void aMissingOpenIsNamed() {
    Panel closes = Bars.panel("AAA", bar(Double.NaN, 10, 10, 10, 1), bar(Double.NaN, 9, 9, 9, 1));
    OrderPlan order = OrderPlan.dense(1, new double[] {1, 0}, Sizing.UNITS);
    assertThatThrownBy(() -> VectorBacktest.of(closes, UNIVERSE).run(order))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("AAA")
        .hasMessageContaining("no open");
  }

  @Test
  void pricesBeyondTwoBillionTicksAreExact() {
    Universe fine = Universe.of(Instrument.crypto("AAA").withTickSize(Decimal.parse("0.00000001")));
    Panel large = Bars.panel("AAA", flat(60_000.5, 1), flat(70_000.25, 1), flat(65_000, 1));
    VectorResult result =
        VectorBacktest.of(large, fine)
            .keepFills(true)
            .run(OrderPlan.dense(1, new double[] {0.5, 0, 0}, Sizing.UNITS));
    assertThat(result.fills().get(0).price()).isEqualTo(d("70000.25"));
    assertThat(result.equity(2)).isEqualTo(d("997499.875"));
  }

  @Test
  void amountsThatDoNotFitAreAnError() {
    OrderPlan order = OrderPlan.dense(1, new double[] {9e15, 0, 0, 0}, Sizing.UNITS);
    assertThatThrownBy(() -> one().run(order)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aGridHasTheSameResultsOnAnyNumberOfThreads() {
    VectorBacktest backtest = one().costs(new TradingCosts(1, 2, 1));
    List<Integer> units = IntStream.rangeClosed(1, 64).boxed().toList();
    Sweep<Integer, VectorSummary> grid =
        backtest.grid(units, n -> SignalPlan.of(1, new byte[] {1, 0, 1, 0}, Sizing.UNITS, n));
    List<VectorSummary> alone = grid.run().results();
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      assertThat(grid.run(executor, 4).results()).isEqualTo(alone);
    } finally {
      executor.shutdown();
    }
    assertThat(alone.get(9).equity())
        .isEqualTo(
            backtest
                .run(SignalPlan.of(1, new byte[] {1, 0, 1, 0}, Sizing.UNITS, 10))
                .summary()
                .equity());
  }

  @Test
  void aPassOverManyBlocksOfRowsIsTheSameAsRunsOneByOne() {
    SplittableRandom random = new SplittableRandom(5);
    int rows = 40_000;
    List<Bar> bars = new ArrayList<>();
    double price = 100;
    for (int t = 0; t < rows; t++) {
      double open = price;
      price = Math.max(1, Math.rint(100 * price * (0.99 + 0.02 * random.nextDouble())) / 100);
      bars.add(
          new Bar(
              t * Bars.DAY,
              (t + 1) * Bars.DAY,
              open,
              Math.max(open, price),
              Math.min(open, price),
              price,
              1));
    }
    Panel walk = Panel.align(List.of(BarSeries.copyOf(Symbol.of("AAA"), Timeframe.DAY_1, bars)));
    VectorBacktest backtest = VectorBacktest.of(walk, UNIVERSE).costs(new TradingCosts(1, 2, 1));
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      byte[] signals = new byte[rows];
      for (int t = 1; t < rows; t++) {
        signals[t] = random.nextInt(20) == 0 ? (byte) random.nextInt(2) : signals[t - 1];
      }
      plans.add(SignalPlan.of(1, signals, Sizing.UNITS, 10 + i));
    }
    assertThat(backtest.summaries(plans))
        .isEqualTo(plans.stream().map(plan -> backtest.run(plan).summary()).toList());
  }

  @Test
  void aPlanThatFailsInAPassIsNamedAlone() {
    SweepResult<Integer, VectorSummary> result =
        one()
            .grid(
                List.of(1, 2, 3), n -> SignalPlan.of(n == 2 ? 2 : 1, new byte[4], Sizing.UNITS, 1))
            .run();
    assertThat(result.done()).hasSize(2);
    assertThat(result.failed().get(0).message()).contains("4 rows of 1, was 2 of 2");
  }

  @Test
  void plansMustFitThePanel() {
    assertThatThrownBy(() -> one().run(SignalPlan.of(1, new byte[3], Sizing.UNITS, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 rows of 1, was 3 of 1");
    assertThatThrownBy(() -> SignalPlan.of(2, new byte[3], Sizing.UNITS, 1))
        .hasMessageContaining("signals must have whole rows of 2, had 3");
    assertThatThrownBy(() -> SignalPlan.of(1, new byte[3], Sizing.UNITS, 0))
        .hasMessageContaining("size must be positive and finite, was 0.0");
    assertThatThrownBy(() -> WeightPlan.of(new int[] {1, 1}, 1, new double[2]))
        .hasMessageContaining("rows must be at least 0 and increase, was 1 at 1");
    assertThatThrownBy(() -> WeightPlan.of(new int[] {1}, 1, new double[] {Double.NaN}))
        .hasMessageContaining("weight 0 of row 1 must be finite, was NaN");
    assertThatThrownBy(
            () -> OrderPlan.sparse(new int[] {2, 1}, new int[2], new double[] {1, 1}, Sizing.UNITS))
        .hasMessageContaining("order 1 must be in a row from 2 on");
    assertThatThrownBy(() -> one().cash(d("0.001")))
        .hasMessageContaining("cash must be positive and have at most 2 decimals, was 0.001");
    assertThatThrownBy(
            () ->
                one().keepFills(false).run(OrderPlan.dense(1, new double[4], Sizing.UNITS)).fills())
        .isInstanceOf(IllegalStateException.class);
  }
}
