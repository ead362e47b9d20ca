package io.quantkit.backtest.report;

import io.quantkit.backtest.BacktestResult;
import io.quantkit.backtest.Trade;
import io.quantkit.core.order.Side;
import io.quantkit.risk.measure.NamedMeasure;
import io.quantkit.risk.measure.PerformanceSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a tear sheet takes from the result of a backtest. */
final class ResultParts {
  private ResultParts() {}

  static double[] positions(BacktestResult result) {
    return Arrays.stream(result.positions()).asDoubleStream().toArray();
  }

  static List<RoundTrip> roundTrips(BacktestResult result) {
    List<RoundTrip> trips = new ArrayList<>();
    for (Trade trade : result.trades()) {
      trips.add(
          new RoundTrip(
              trade.symbol(),
              trade.side() == Side.BUY ? RoundTrip.Direction.LONG : RoundTrip.Direction.SHORT,
              trade.quantity(),
              trade.entryTime(),
              trade.exitTime(),
              trade.entryPrice(),
              trade.exitPrice(),
              trade.profit(),
              trade.profitRate(),
              trade.fees()));
    }
    return trips;
  }

  /** Returns the measures of the periods between equities; none if there are no such measures. */
  static List<Measure> performance(double[] equity, double periodsPerYear) {
    double[] returns = ChartSeries.returns(equity);
    return returns.length > 0 && ChartSeries.measurable(returns)
        ? measures(PerformanceSummary.of(returns, periodsPerYear), "")
        : List.of();
  }

  /** Returns the measures that compare the periods of two curves; none if there are none. */
  static List<Measure> relative(
      double[] equity, double[] benchmark, String benchmarkName, double periodsPerYear) {
    double[] returns = ChartSeries.returns(equity);
    double[] others = ChartSeries.returns(benchmark);
    if (returns.length < 2 || !ChartSeries.measurable(returns) || !ChartSeries.measurable(others)) {
      return List.of();
    }
    int alone = PerformanceSummary.of(returns, periodsPerYear).measures().size();
    PerformanceSummary both = PerformanceSummary.of(returns, others, periodsPerYear);
    List<Measure> all = measures(both, "; the benchmark is " + benchmarkName);
    return all.subList(alone, all.size());
  }

  static List<Measure> measures(PerformanceSummary summary, String remark) {
    List<Measure> measures = new ArrayList<>();
    for (NamedMeasure m : summary.measures()) {
      Unit unit =
          switch (m.kind()) {
            case FRACTION -> Unit.PERCENT;
            case RATIO -> Unit.RATIO;
            case PERIODS -> Unit.PERIODS;
          };
      measures.add(new Measure(m.group(), m.name(), m.value(), unit, m.convention() + remark));
    }
    return measures;
  }
}
