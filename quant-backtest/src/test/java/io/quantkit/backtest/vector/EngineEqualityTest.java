package io.quantkit.backtest.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.backtest.Backtest;
import io.quantkit.backtest.BacktestResult;
import io.quantkit.backtest.cost.CostModel;
import io.quantkit.backtest.market.FillTiming;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.OrderStatus;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Law 7: the vectorised backtest and the engine agree to the last digit, row by row. */
class EngineEqualityTest {
  private static final int STRATEGIES = 5_000;

  /** Spread and slippage are sums of doubles, which the two add up in different orders. */
  private static final Offset<Double> SUMS = within(1e-7);

  @Test
  void agreesWithTheEngineOnRandomStrategies() {
    long fills = 0;
    for (long seed = 0; seed < STRATEGIES; seed++) {
      fills += compare(seed);
    }
    assertThat(fills).isGreaterThan(10L * STRATEGIES);
  }

  @Test
  void agreesWithItselfWhenManyPlansShareAPass() {
    for (long seed = 0; seed < 200; seed++) {
      RandomStudy study = new RandomStudy(seed);
      VectorBacktest backtest =
          VectorBacktest.of(study.panel, study.universe)
              .cash(study.cash)
              .timing(study.timing)
              .costs(study.costs)
              .shorting(study.shorting);
      if (study.cashCheck.isPresent()) {
        backtest = backtest.check(study.cashCheck.get());
      }
      List<Plan> plans = new ArrayList<>();
      List<VectorSummary> alone = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        Plan plan = study.nextPlan();
        plans.add(plan);
        alone.add(backtest.run(plan).summary());
      }
      assertThat(backtest.summaries(plans)).as("seed " + seed).isEqualTo(alone);
    }
  }

  @Test
  void agreesWithTheEngineWhateverTheCosts() {
    long fills = 0;
    for (long seed = 0; seed < STRATEGIES / 2; seed++) {
      fills += compare(seed, new RandomStudy(seed), new RandomCosts(seed).model());
    }
    assertThat(fills).isGreaterThan(5L * STRATEGIES);
  }

  static long compare(long seed) {
    RandomStudy study = new RandomStudy(seed);
    return compare(seed, study, study.costs);
  }

  private static long compare(long seed, RandomStudy study, CostModel costs) {
    VectorBacktest vector =
        VectorBacktest.of(study.panel, study.universe)
            .cash(study.cash)
            .timing(study.timing)
            .costs(costs)
            .shorting(study.shorting)
            .keepFills(true);
    Backtest engine =
        Backtest.of(study.panel, study.universe, TradingCalendar.alwaysOpen())
            .cash(study.cash)
            .timing(study.timing)
            .costs(costs)
            .shorting(study.shorting);
    if (study.cashCheck.isPresent()) {
      vector = vector.check(study.cashCheck.get());
      engine = engine.check(study.cashCheck.get());
    }
    VectorResult ours = vector.run(study.plan);
    BacktestResult theirs = engine.run("study", study.plan.strategy());
    String name = "seed " + seed + ", " + costs;
    assertThat(fills(ours)).as(name).isEqualTo(fills(theirs, study));
    assertThat(ours.cash()).as(name).containsExactly(theirs.cash());
    assertThat(ours.equity()).as(name).containsExactly(theirs.equity());
    assertThat(ours.spread()).as(name).containsExactly(theirs.spread(), SUMS);
    assertThat(ours.slippage()).as(name).containsExactly(theirs.slippage(), SUMS);
    VectorSummary summary = ours.summary();
    assertThat(summary.fees()).as(name).isEqualTo(theirs.fees());
    assertThat(summary.equity()).as(name).isEqualTo(theirs.finalEquity());
    assertThat(summary.orders()).as(name).isEqualTo(theirs.orders().size());
    assertThat(summary.refused()).as(name).isEqualTo(rejected(theirs));
    theirs
        .openPositions()
        .forEach(
            position ->
                assertThat(ours.position(study.panel.symbols().indexOf(position.symbol())))
                    .as(name)
                    .isEqualTo(position.quantity()));
    return summary.fills();
  }

  private static long rejected(BacktestResult result) {
    return result.orders().stream().filter(order -> order.status() == OrderStatus.REJECTED).count();
  }

  private record Booked(int row, Symbol symbol, Decimal quantity, Decimal price, Decimal fee) {}

  private static List<Booked> fills(VectorResult result) {
    return bySymbol(
        result.fills().stream()
            .map(
                fill ->
                    new Booked(
                        fill.row(),
                        result.symbols().get(fill.symbol()),
                        fill.quantity(),
                        fill.price(),
                        fill.fee())));
  }

  private static List<Booked> fills(BacktestResult result, RandomStudy study) {
    boolean atOpen = study.timing == FillTiming.NEXT_OPEN || study.timing == FillTiming.INTRABAR;
    return bySymbol(
        result.executions().stream()
            .map(
                execution -> {
                  Fill fill = execution.fill();
                  return new Booked(
                      rowOf(fill.time(), study.panel, atOpen),
                      fill.symbol(),
                      fill.signedQuantity(),
                      fill.price(),
                      fill.fee());
                }));
  }

  private static int rowOf(long time, Panel panel, boolean atOpen) {
    int row = 0;
    while (time > (atOpen ? panel.start(row) : panel.knownAt(row))) {
      row++;
    }
    return row;
  }

  /** Within a row the market goes by symbol, in the order of whose order waits longest. */
  private static List<Booked> bySymbol(Stream<Booked> fills) {
    return fills
        .sorted(
            Comparator.comparingInt(Booked::row).thenComparing(booked -> booked.symbol().value()))
        .toList();
  }
}
