package io.quantkit.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.engine.StrategyHarness;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.Timeframe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PipelineStrategyTest {
  private static final Symbol A = Symbol.of("A");
  private static final Symbol B = Symbol.of("B");
  private static final Symbol I = Symbol.of("^I");
  private static final Universe UNIVERSE =
      Universe.of(Instrument.equity("A"), Instrument.equity("B"), Instrument.index("^I"));

  /** The close of each symbol, as a factor. */
  private record Close() implements Factor {
    @Override
    public List<String> names() {
      return List.of("close");
    }

    @Override
    public int warmup() {
      return 0;
    }

    @Override
    public Kernel start(Universe universe, Symbols symbols) {
      return (bars, out) -> {
        for (int s = 0; s < bars.size(); s++) {
          out[0][s] = bars.close(s);
        }
      };
    }
  }

  /** Predicts the factor itself. */
  private record Same() implements Predictor {
    @Override
    public List<String> featureNames() {
      return List.of("close");
    }

    @Override
    public void predict(FeatureMatrix features, double[] out) {
      for (int r = 0; r < out.length; r++) {
        out[r] = features.value(r, 0);
      }
    }
  }

  private static Allocation equal(PortfolioProblem problem) {
    return new Allocation.Chosen(Weights.equal(problem.symbols(), 0.9), "");
  }

  private static PipelineStrategy.Builder pipeline(PortfolioConstructor constructor) {
    return PipelineStrategy.builder(FactorSet.of(new Close()), new Same(), constructor).lookback(2);
  }

  private static void show(StrategyHarness harness, int day, double... closes) {
    Map<Symbol, Bar> bars = new LinkedHashMap<>();
    List<Symbol> symbols = List.of(A, B, I);
    for (int s = 0; s < closes.length; s++) {
      if (!Double.isNaN(closes[s])) {
        bars.put(symbols.get(s), Bar.ofClose(day * 10L, day * 10L + 9, closes[s]));
      }
    }
    harness.bars(bars);
  }

  @Test
  void tradesOnlyWhatHasAWholeHistoryAndMayBeTraded() {
    List<Decision> decisions = new ArrayList<>();
    StrategyHarness harness =
        StrategyHarness.of(
            pipeline(PipelineStrategyTest::equal).onDecision(decisions::add).build(),
            UNIVERSE,
            Decimal.of(1000));

    show(harness, 0, 10, Double.NaN, 5);
    show(harness, 1, 10, 20, 5);
    assertThat(decisions).isEmpty();
    show(harness, 2, 10, 20, 5);
    assertThat(decisions.get(0).signals().symbols()).isEqualTo(Symbols.of(A));
    show(harness, 3, 10, 20, 5);

    assertThat(decisions.get(1).signals().symbols()).isEqualTo(Symbols.of(A, B));
    assertThat(decisions.get(1).signals().of(B)).isEqualTo(20);
    assertThat(harness.orders()).extracting(OrderRequest::symbol).doesNotContain(I).contains(A, B);
  }

  @Test
  void rebalancesAsOftenAsAsked() {
    List<Decision> decisions = new ArrayList<>();
    StrategyHarness harness =
        StrategyHarness.of(
            pipeline(PipelineStrategyTest::equal)
                .lookback(1)
                .rebalanceEvery(3)
                .onDecision(decisions::add)
                .build(),
            UNIVERSE,
            Decimal.of(1000));

    for (int day = 0; day < 10; day++) {
      show(harness, day, 10, 20, 5);
    }

    assertThat(decisions).extracting(Decision::time).containsExactly(39L, 69L, 99L);
  }

  @Test
  void anUnsolvableProblemTradesNothingAndSaysWhy() {
    List<Decision> decisions = new ArrayList<>();
    StrategyHarness harness =
        StrategyHarness.of(
            pipeline(problem -> new Allocation.Infeasible(List.of("too tight")))
                .onDecision(decisions::add)
                .build(),
            UNIVERSE,
            Decimal.of(1000));

    for (int day = 0; day < 4; day++) {
      show(harness, day, 10, 20, 5);
    }

    assertThat(harness.orders()).isEmpty();
    assertThat(decisions.get(0).allocation())
        .isEqualTo(new Allocation.Infeasible(List.of("too tight")));
  }

  @Test
  void sizesInWholeLotsSellsFirstAndCountsWhatIsPending() {
    StrategyHarness harness =
        StrategyHarness.of(
            (context, bars) ->
                context.rebalance(
                    Weights.copyOf(
                        Symbols.of(A, B),
                        context.portfolio().position(A).isZero()
                            ? new double[] {0.55, 0}
                            : new double[] {0, 0.55})),
            UNIVERSE,
            Decimal.of(1000));

    show(harness, 0, 30, 20, 5);
    show(harness, 1, 30, 20, 5);
    assertThat(harness.orders()).hasSize(1);
    assertThat(harness.orders().get(0).quantity()).isEqualTo(Decimal.of(18));
    harness.fill(harness.orders().get(0).id(), Decimal.of(30));
    show(harness, 2, 30, 20, 5);

    assertThat(harness.orders())
        .extracting(order -> order.side() + " " + order.symbol() + " " + order.quantity())
        .containsExactly("BUY A 18", "SELL A 18", "BUY B 27");
  }

  @Test
  void smallChangesAreLeftAloneButPositionsCanAlwaysBeClosed() {
    OrderSizer sizer = new OrderSizer(500);
    double[] weight = {0.9};
    StrategyHarness harness =
        StrategyHarness.of(
            (context, bars) ->
                context.rebalance(Weights.copyOf(Symbols.of(A), weight.clone()), sizer),
            UNIVERSE,
            Decimal.of(1000));
    show(harness, 0, 10, 1, 1);
    harness.fill(harness.orders().get(0).id(), Decimal.of(10));

    weight[0] = 0.5;
    show(harness, 1, 10, 1, 1);
    assertThat(harness.orders()).hasSize(1);
    weight[0] = 0;
    show(harness, 2, 4, 1, 1);

    assertThat(harness.orders()).hasSize(2);
  }

  @Property(tries = 100)
  void historyAndStreamGiveTheSameFeatures(@ForAll long seed) {
    Panel panel = random(seed);
    FactorSet factors = FactorSet.of(new Close());
    FactorSet.Stream stream = factors.start(UNIVERSE, panel.symbols());

    FeatureMatrix whole = factors.over(panel, UNIVERSE);

    int row = 0;
    for (int t = 0; t < panel.rows(); t++) {
      FeatureMatrix slice = stream.update(panel.row(t));
      for (int r = 0; r < slice.rows(); r++, row++) {
        assertThat(slice.time(r)).isEqualTo(whole.time(row));
        assertThat(slice.symbol(r)).isEqualTo(whole.symbol(row)).isNotEqualTo(I);
        assertThat(slice.value(r, 0)).isEqualTo(whole.value(row, 0));
      }
    }
    assertThat(row).isEqualTo(whole.rows());
  }

  @Property(tries = 100)
  void laterBarsDoNotChangeEarlierDecisions(@ForAll long seed) {
    Panel panel = random(seed);

    List<String> whole = decisions(panel, panel.rows());
    List<String> part = decisions(panel, panel.rows() / 2);

    assertThat(whole.subList(0, part.size())).isEqualTo(part);
  }

  private static List<String> decisions(Panel panel, int rows) {
    List<String> decisions = new ArrayList<>();
    StrategyHarness harness =
        StrategyHarness.of(
            pipeline(PipelineStrategyTest::equal)
                .onDecision(
                    d ->
                        decisions.add(
                            d.time() + " " + d.signals().symbols() + " " + d.allocation()))
                .build(),
            UNIVERSE,
            Decimal.of(1000));
    for (int t = 0; t < rows; t++) {
      BarSlice slice = panel.row(t);
      Map<Symbol, Bar> bars = new LinkedHashMap<>();
      for (Symbol symbol : panel.symbols()) {
        slice.bar(symbol).ifPresent(bar -> bars.put(symbol, bar));
      }
      harness.bars(bars);
    }
    return decisions;
  }

  private static Panel random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<BarSeries> all = new ArrayList<>();
    for (Symbol symbol : List.of(A, B, I)) {
      BarSeries.Builder builder = BarSeries.builder(symbol, Timeframe.DAY_1);
      for (int day = 0; day < 20; day++) {
        if (random.nextInt(5) > 0) {
          builder.add(Bar.ofClose(day * 10L, day * 10L + 9, 1 + random.nextInt(50)));
        }
      }
      all.add(builder.build());
    }
    return Panel.align(all);
  }

  @Test
  void weightsAndSignalsAreFinite() {
    Symbols symbols = Symbols.of(A, B);

    assertThatThrownBy(() -> Weights.copyOf(symbols, new double[] {1, Double.NaN}))
        .hasMessageContaining("weight of B must be finite");
    assertThatThrownBy(() -> Signals.copyOf(symbols, new double[] {1}))
        .hasMessageContaining("there must be 2 signals, were 1");
    assertThat(Weights.copyOf(symbols, new double[] {0.5, -0.2}).gross())
        .isCloseTo(0.7, within(1e-15));
    assertThat(Weights.equal(symbols, 1).of(I)).isZero();
    assertThatThrownBy(() -> new PortfolioConstraints(0, true, 1, 1))
        .hasMessageContaining("budget");
    assertThatThrownBy(() -> FactorSet.of(new Close(), new Close()))
        .hasMessageContaining("distinct");
  }
}
