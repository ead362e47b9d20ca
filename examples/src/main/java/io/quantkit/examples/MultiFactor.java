package io.quantkit.examples;

import io.quantkit.backtest.market.FillTiming;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.backtest.report.HtmlReport;
import io.quantkit.backtest.report.JsonReport;
import io.quantkit.backtest.report.TearSheet;
import io.quantkit.core.data.BarLoad;
import io.quantkit.core.data.RejectedRow;
import io.quantkit.core.data.RowRule;
import io.quantkit.core.event.ProgressListener;
import io.quantkit.core.quality.DataQualityReport;
import io.quantkit.core.quality.SeriesValidator;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.models.validation.Span;
import io.quantkit.models.validation.WalkForward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A multi-factor strategy on real data, the whole way: eight large caps and the S&amp;P 500 by
 * month from 1990 to 2022, some thirty features, ridge regression and boosted trees walked forward,
 * hierarchical risk parity, an event-driven backtest with costs, and a tear sheet.
 *
 * <p>The file has closes only, so what is decided at one month's close is traded at the next one's,
 * and labels are measured from there. Eight companies that are still there in 2022 are no sample of
 * what could have been bought in 1990: this shows how the parts fit together, not that the strategy
 * has skill.
 *
 * <p>Arguments: the folder to write to, {@code target} by default, and the number of threads, 2 by
 * default. The result is the same for any number.
 */
public final class MultiFactor {

  private static final List<String> CAVEATS =
      List.of(
          "Eight survivors are no evidence of skill: these companies were picked because they are"
              + " still there in 2022, which no one could know before.",
          "The file has month-end closes only. What is decided at one month's close is traded at the"
              + " next one's; the dashed curve shows what filling at the same close would have"
              + " claimed.",
          "Closes are adjusted for splits and dividends as of 2022; the index is a price index"
              + " without dividends. There are no volumes, so participation is not capped.");

  private MultiFactor() {}

  /** Runs the study and writes {@code multi-factor.html} and {@code multi-factor.json}. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "target");
    int threads = args.length > 1 ? Integer.parseInt(args[1]) : 2;
    try (ProgressBars bars = new ProgressBars()) {
      System.out.println(run(folder, threads, bars));
    }
  }

  static String run(Path folder, int threads, ProgressListener progress) throws IOException {
    BarLoad load = ExampleData.monthly();
    for (RejectedRow row : load.rejected()) {
      if (row.rule() != RowRule.NOT_FROM_THE_FUTURE) {
        throw new IllegalStateException(row.toString());
      }
    }
    DataQualityReport quality =
        SeriesValidator.of(TradingCalendar.xnys()).validate(load.series()).orThrow();
    FactorStudy study =
        new FactorStudy(
            "Multi-factor, eight US large caps by month",
            load.panel(),
            ExampleData.monthlyUniverse(),
            Optional.of(ExampleData.GSPC),
            TradingCalendar.xnys(),
            1,
            WalkForward.expanding(Span.ofMonths(120), Span.ofMonths(12)),
            FillTiming.NEXT_CLOSE,
            new TradingCosts(1, 4, 3),
            4,
            CAVEATS);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      FactorStudy.Outcome outcome = study.run(executor, progress);
      TearSheet sheet = outcome.sheet();
      Files.createDirectories(folder);
      Path html = folder.resolve("multi-factor.html");
      Path json = folder.resolve("multi-factor.json");
      HtmlReport.write(sheet, html);
      JsonReport.write(sheet, json);
      return quality.text()
          + "\n"
          + outcome.summary()
          + "\n  Tear sheet: "
          + html.toAbsolutePath()
          + "\n  The same as data: "
          + json.toAbsolutePath();
    } finally {
      executor.shutdown();
    }
  }
}
