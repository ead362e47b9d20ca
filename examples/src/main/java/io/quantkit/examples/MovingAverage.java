package io.quantkit.examples;

import io.quantkit.backtest.Backtest;
import io.quantkit.backtest.BacktestResult;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.backtest.report.HtmlReport;
import io.quantkit.backtest.report.TearSheet;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.risk.measure.Performance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A moving-average strategy on the daily S&amp;P 500 from 2000 to 2020, filled at the next open,
 * beside buying and holding it. The index stands for a fund that tracks it without costs or
 * dividends.
 *
 * <p>Argument: the folder to write {@code moving-average.html} to, {@code target} by default.
 */
public final class MovingAverage {

  private MovingAverage() {}

  /** Runs the backtest and writes its tear sheet. */
  public static void main(String[] args) throws IOException {
    System.out.println(run(Path.of(args.length > 0 ? args[0] : "target")));
  }

  static String run(Path folder) throws IOException {
    Panel panel = ExampleData.spxDaily();
    Backtest backtest =
        Backtest.of(panel, ExampleData.spxUniverse(), TradingCalendar.xnys())
            .costs(new TradingCosts(1, 2, 1))
            .warmup(199);
    BacktestResult trend =
        backtest.run("50/200 average", new MovingAverageCross(ExampleData.SPX, 50, 200));
    BacktestResult hold = backtest.run("Buy and hold", new BuyAndHold());
    double perYear = Timeframe.DAY_1.barsPerYear(TradingCalendar.xnys());
    TearSheet sheet =
        TearSheet.builder("Moving averages of the S&P 500", perYear, trend)
            .currency("USD")
            .benchmark(hold)
            .warning("One rule on one index is an anecdote, not evidence.")
            .parameter("Trading", "Fills", "at the next day's open")
            .build();
    Files.createDirectories(folder);
    Path html = folder.resolve("moving-average.html");
    HtmlReport.write(sheet, html);
    return line(trend, perYear) + line(hold, perYear) + "Tear sheet: " + html.toAbsolutePath();
  }

  private static String line(BacktestResult result, double perYear) {
    return String.format(
        Locale.ROOT,
        "%-15s %6.2f%% a year, Sharpe %.2f, %d fills%n",
        result.name(),
        100 * Performance.annualReturn(result.returns(), perYear),
        Performance.sharpe(result.returns(), 0, perYear),
        result.executions().size());
  }
}
