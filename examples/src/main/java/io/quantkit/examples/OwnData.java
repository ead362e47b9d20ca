package io.quantkit.examples;

import io.quantkit.backtest.market.FillTiming;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.backtest.report.HtmlReport;
import io.quantkit.backtest.report.JsonReport;
import io.quantkit.core.data.BarLoad;
import io.quantkit.core.data.CsvBarReader;
import io.quantkit.core.data.CsvSchema;
import io.quantkit.core.event.ProgressListener;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.quality.SeriesValidator;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.models.validation.Span;
import io.quantkit.models.validation.WalkForward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The multi-factor study on your own daily bars.
 *
 * <p>The folder holds a file per symbol, {@code SYMBOL.csv} or {@code SYMBOL.csv.gz}, with the
 * columns {@code date,open,high,low,close,volume}, ISO dates of New York sessions. Orders fill at
 * the next open.
 *
 * <p>Arguments: the folder, and optionally the symbol to measure beta against, which is then
 * observed and not traded. It takes at least four symbols and five years.
 */
public final class OwnData {

  private OwnData() {}

  /**
   * Runs the study and writes {@code own-data.html} and {@code own-data.json} to {@code target}.
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 1) {
      System.err.println("Give the folder of your CSV files, as -Dexample.args=FOLDER");
      return;
    }
    Optional<Symbol> benchmark =
        args.length > 1 ? Optional.of(Symbol.of(args[1])) : Optional.empty();
    try (ProgressBars bars = new ProgressBars()) {
      System.out.println(run(Path.of(args[0]), benchmark, Path.of("target"), bars));
    }
  }

  static String run(Path folder, Optional<Symbol> benchmark, Path target, ProgressListener progress)
      throws IOException {
    List<BarSeries> series = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Path file : files(folder)) {
      BarLoad load = new CsvBarReader(schema(file)).read(file);
      load.rejected().forEach(row -> text.append(row).append('\n'));
      series.addAll(load.series());
    }
    text.append(SeriesValidator.of(TradingCalendar.xnys()).validate(series).text()).append('\n');
    FactorStudy study =
        new FactorStudy(
            "Multi-factor on " + folder.getFileName(),
            Panel.align(series),
            universe(series, benchmark),
            benchmark,
            TradingCalendar.xnys(),
            21,
            WalkForward.expanding(Span.ofMonths(24), Span.ofMonths(6)),
            FillTiming.NEXT_OPEN,
            new TradingCosts(1, 4, 3),
            Math.max(3, series.size() / 4),
            List.of("What a study of your own data shows depends on how its symbols were picked."));
    FactorStudy.Outcome outcome = study.run(Runnable::run, progress);
    Files.createDirectories(target);
    HtmlReport.write(outcome.sheet(), target.resolve("own-data.html"));
    JsonReport.write(outcome.sheet(), target.resolve("own-data.json"));
    return text + outcome.summary();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files.filter(file -> name(file).matches("[^.].*\\.csv(\\.gz)?")).sorted().toList();
      if (found.size() < 4) {
        throw new IllegalArgumentException(
            folder + " must hold at least 4 files SYMBOL.csv, held " + found.size());
      }
      return found;
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static CsvSchema schema(Path file) {
    Symbol symbol = Symbol.of(name(file).replaceFirst("\\.csv(\\.gz)?$", ""));
    return CsvSchema.bars(Timeframe.DAY_1, TradingCalendar.xnys()).symbol(symbol).build();
  }

  private static Universe universe(List<BarSeries> series, Optional<Symbol> benchmark) {
    List<Instrument> instruments = new ArrayList<>();
    for (BarSeries one : series) {
      String symbol = one.symbol().value();
      boolean observed = benchmark.isPresent() && benchmark.get().equals(one.symbol());
      instruments.add(observed ? Instrument.index(symbol) : Instrument.equity(symbol));
    }
    return Universe.of(instruments);
  }
}
