package io.quantkit.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.backtest.Backtest;
import io.quantkit.backtest.BacktestResult;
import io.quantkit.backtest.Bars;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.risk.measure.PerformanceSummary;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ResultSheetTest {
  private static final Symbol X = Symbol.of("X");
  private static final double[] PRICES = {10, 11, 12, 11, 13, 12, 14, 15};

  @Test
  void holdsWhatTheBacktestHeld() {
    BacktestResult result = run("swing", 8, 2);

    TearSheet sheet = TearSheet.builder("T", 252, result).build();

    assertThat(sheet.strategy().name()).isEqualTo("swing");
    assertThat(sheet.strategy().toArray()).isEqualTo(result.equity());
    assertThat(sheet.exposures().get(0).toArray()).isEqualTo(result.grossExposure());
    assertThat(sheet.turnovers().get(0).toArray()).isEqualTo(result.turnover());
    assertThat(sheet.costs().get(0).toArray()).isEqualTo(result.commission());
    assertThat(sheet.trades()).hasSameSizeAs(result.trades()).isNotEmpty();
    assertThat(sheet.trades().get(0).profit()).isEqualTo(result.trades().get(0).profit());
    assertThat(sheet.measures("swing"))
        .hasSameSizeAs(PerformanceSummary.of(ChartSeries.returns(result.equity()), 252).measures());
    assertThat(HtmlReport.render(sheet)).contains("Sharpe ratio");
  }

  @Test
  void measuresTheStrategyAgainstTheFirstBenchmark() {
    TearSheet sheet =
        TearSheet.builder("T", 252, run("swing", 8, 2))
            .benchmark(run("hold", 8, 100))
            .benchmark(run("other", 8, 3))
            .hypothetical(run("claim", 8, 1))
            .build();

    assertThat(sheet.measures("swing"))
        .filteredOn(m -> m.group().equals("Relative"))
        .extracting(Measure::name)
        .contains("Beta", "Information ratio");
    assertThat(sheet.measures("swing"))
        .filteredOn(m -> m.name().equals("Beta"))
        .allMatch(m -> m.convention().endsWith("the benchmark is hold"));
    assertThat(sheet.measures("hold")).noneMatch(m -> m.group().equals("Relative"));
    assertThat(sheet.hypotheticals()).extracting(NamedSeries::name).containsExactly("claim");
  }

  @Test
  void rejectsABenchmarkOfOtherTimes() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TearSheet.builder("T", 252, run("swing", 8, 2)).benchmark(run("short", 5, 2)))
        .withMessage("rows of 'short' must have the times of the tear sheet");
  }

  /** Buys on the first bar and sells after some more. */
  private static BacktestResult run(String name, int bars, int sellAfter) {
    double[][] rows = new double[bars][];
    for (int i = 0; i < bars; i++) {
      rows[i] = Bars.flat(PRICES[i], 1000);
    }
    AtomicInteger count = new AtomicInteger();
    return Backtest.of(
            Bars.panel("X", rows),
            Universe.of(Instrument.equity("X")),
            TradingCalendar.alwaysOpen())
        .cash(Decimal.of(10_000))
        .costs(new TradingCosts(5, 3, 2))
        .run(
            name,
            (context, slice) -> {
              int seen = count.getAndIncrement();
              if (seen == 0) {
                context.buy(X, Decimal.of(100));
              } else if (seen == sellAfter) {
                context.sell(X, Decimal.of(100));
              }
            });
  }
}
