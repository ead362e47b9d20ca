package io.quantkit.backtest.report;

import io.quantkit.backtest.BacktestResult;
import io.quantkit.backtest.Trade;
import io.quantkit.core.order.Side;
import io.quantkit.risk.measure.NamedMeasure;
import io.quantkit.risk.measure.PerformanceSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Begins tear sheets from the results of backtests. */
public final class ResultSheets {

  private ResultSheets() {}

  /**
   * Returns a tear sheet that holds everything a result tells: equity, exposure, turnover, costs,
   * closed trades and the measures of its returns.
   *
   * @param title what was tested
   * @param result whose name becomes that of the strategy
   * @param periodsPerYear how many rows of the result make a year
   */
  public static TearSheet.Builder of(String title, BacktestResult result, double periodsPerYear) {
    double[] positions = Arrays.stream(result.positions()).asDoubleStream().toArray();
    List<RoundTrip> trades = new ArrayList<>();
    for (Trade trade : result.trades()) {
      trades.add(
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
    return TearSheet.builder(title, result.times(), periodsPerYear, result.equity())
        .strategyName(result.name())
        .exposure(result.grossExposure(), result.netExposure(), positions)
        .turnover(result.turnover())
        .cost("Commission", result.commission())
        .cost("Spread", result.spread())
        .cost("Slippage", result.slippage())
        .trades(trades)
        .measures(result.name(), measures(PerformanceSummary.of(result.returns(), periodsPerYear)));
  }

  /** Returns the measures of a summary as a tear sheet shows them. */
  public static List<Measure> measures(PerformanceSummary summary) {
    List<Measure> measures = new ArrayList<>();
    for (NamedMeasure measure : summary.measures()) {
      measures.add(
          new Measure(
              measure.group(),
              measure.name(),
              measure.value(),
              switch (measure.kind()) {
                case FRACTION -> Unit.PERCENT;
                case RATIO -> Unit.RATIO;
                case PERIODS -> Unit.PERIODS;
              },
              measure.convention()));
    }
    return measures;
  }
}
