package io.quantkit.examples;

import io.quantkit.core.data.BarLoad;
import io.quantkit.core.data.CsvBarReader;
import io.quantkit.core.data.CsvSchema;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.quality.DataQualityReport;
import io.quantkit.core.quality.SeriesValidator;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.store.AppendReport;
import io.quantkit.core.store.MarketStore;
import io.quantkit.core.store.ParquetFiles;
import io.quantkit.core.store.Restatements;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings history into a store: reads files, names what is no bar, judges the rest, keeps it and
 * writes it as Parquet.
 *
 * <p>Without an argument it takes the S&amp;P 500 that comes with the examples. The argument is a
 * folder with a file per symbol, {@code SYMBOL.csv} or {@code SYMBOL.csv.gz}, with the columns
 * {@code date,open,high,low,close,volume}, ISO dates of New York sessions. Running it again adds
 * nothing: what is the same is recognised, and a bar that came out different is named and refused.
 */
final class ImportHistory {

  private ImportHistory() {}

  /**
   * Writes {@code market.duckdb}, {@code bars.parquet} and {@code data-quality.html} to {@code
   * target}.
   */
  public static void main(String[] args) throws IOException {
    Path target = Path.of("target");
    System.out.println(
        args.length == 0
            ? run(List.of(ExampleData.spxDaily().series(ExampleData.SPX)), target)
            : run(read(Path.of(args[0])), target));
  }

  static String run(List<BarSeries> series, Path target) throws IOException {
    Files.createDirectories(target);
    DataQualityReport report = SeriesValidator.of(TradingCalendar.xnys()).validate(series);
    Path page = target.resolve("data-quality.html");
    Files.writeString(page, report.html(series));
    Path parquet = target.resolve("bars.parquet");
    ParquetFiles.writeBars(parquet, series);
    Path database = target.resolve("market.duckdb");
    StringBuilder text = new StringBuilder(report.text());
    try (MarketStore store = MarketStore.open(database)) {
      AppendReport kept = store.bars().append(series, Restatements.refused());
      text.append("%nBars new %d, known already %d%n".formatted(kept.added(), kept.unchanged()));
      store.bars().spans().forEach(span -> text.append(span).append('\n'));
    }
    return text
        + "Store: %s%nParquet: %s, %d bytes%nQuality: %s"
            .formatted(
                database.toAbsolutePath(),
                parquet.toAbsolutePath(),
                Files.size(parquet),
                page.toAbsolutePath());
  }

  private static List<BarSeries> read(Path folder) throws IOException {
    List<BarSeries> series = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.matches("[^.].*\\.csv(\\.gz)?")) {
          Symbol symbol = Symbol.of(name.replaceFirst("\\.csv(\\.gz)?$", ""));
          CsvSchema schema =
              CsvSchema.bars(Timeframe.DAY_1, TradingCalendar.xnys()).symbol(symbol).build();
          BarLoad load = new CsvBarReader(schema).read(file);
          load.rejected().forEach(System.err::println);
          series.addAll(load.series());
        }
      }
    }
    return series;
  }
}
