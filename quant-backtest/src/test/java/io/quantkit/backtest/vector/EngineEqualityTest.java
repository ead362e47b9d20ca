package io.quantkit.backtest.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.backtest.Backtest;
import io.quantkit.backtest.BacktestResult;
import io.quantkit.backtest.market.Execution;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.OrderStatus;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Law 7: the vectorised backtest and the engine agree to the last digit, row by row. */
class EngineEqualityTest {
  private static final int STRATEGIES = 5_000;

  @Test
  void agreesWithTheEngineOnRandomStrategies() {
    long fills = 0;
    for (long seed = 0; seed < STRATEGIES; seed++) {
      fills += compare(seed);
    }
    assertThat(fills).isGreaterThan(10L * STRATEGIES);
  }

  static long compare(long seed) {
    RandomStudy study = new RandomStudy(seed);
    VectorBacktest vector =
        VectorBacktest.of(study.panel, study.universe)
            .cash(study.cash)
            .timing(study.timing)
            .costs(study.costs)
            .shorting(study.shorting)
            .keepFills(true);
    Backtest engine =
        Backtest.of(study.panel, study.universe, TradingCalendar.alwaysOpen())
            .cash(study.cash)
            .timing(study.timing)
            .costs(study.costs)
            .shorting(study.shorting);
    if (study.cashCheck.isPresent()) {
      vector = vector.check(study.cashCheck.get());
      engine = engine.check(study.cashCheck.get());
    }
    VectorResult ours = vector.run(study.plan);
    BacktestResult theirs = engine.run("study", study.plan.strategy());
    String name = "seed " + seed;
    assertThat(fills(ours)).as(name).isEqualTo(fills(theirs));
    assertThat(ours.cash()).as(name).containsExactly(theirs.cash());
    assertThat(ours.equity()).as(name).containsExactly(theirs.equity());
    assertThat(ours.spread()).as(name).containsExactly(theirs.spread());
    assertThat(ours.slippage()).as(name).containsExactly(theirs.slippage());
    assertThat(ours.summary().fees()).as(name).isEqualTo(theirs.fees());
    assertThat(ours.summary().orders()).as(name).isEqualTo(theirs.orders().size());
    assertThat(ours.summary().refused()).as(name).isEqualTo(rejected(theirs));
    return ours.summary().fills();
  }

  private static long rejected(BacktestResult result) {
    return result.orders().stream()
        .filter(order -> order.status() == OrderStatus.REJECTED)
        .count();
  }

  private static List<String> fills(VectorResult result) {
    List<String> fills = new ArrayList<>();
    for (VectorFill fill : result.fills()) {
      fills.add(
          text(
              result.symbols().get(fill.symbol()).value(),
              fill.quantity(),
              fill.price(),
              fill.fee()));
    }
    return fills;
  }

  private static List<String> fills(BacktestResult result) {
    List<String> fills = new ArrayList<>();
    for (Execution execution : result.executions()) {
      Fill fill = execution.fill();
      fills.add(text(fill.symbol().value(), fill.signedQuantity(), fill.price(), fill.fee()));
    }
    return fills;
  }

  private static String text(String symbol, Decimal quantity, Decimal price, Decimal fee) {
    return "%s %s at %s, fee %s".formatted(symbol, quantity, price, fee);
  }
}
