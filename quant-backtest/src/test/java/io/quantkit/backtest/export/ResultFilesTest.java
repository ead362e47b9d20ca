package io.quantkit.backtest.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.backtest.BacktestResult;
import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
  private static final BacktestResult RESULT = Runs.result((sequence, event) -> {}, 1);
  private static final ResultTables TABLES = ResultTables.of(RESULT);

  @TempDir Path folder;

  @Test
  void tablesHoldEverythingThatHappened() {
    assertThat(TABLES.table("account").rows()).isEqualTo(RESULT.rows());
    assertThat(TABLES.table("orders").rows()).isEqualTo(RESULT.orders().size()).isPositive();
    assertThat(TABLES.table("fills").rows()).isEqualTo(RESULT.executions().size()).isPositive();
    assertThat(TABLES.table("trades").rows()).isEqualTo(RESULT.trades().size()).isPositive();
    assertThat(TABLES.table("decisions").rows())
        .isEqualTo(RESULT.orders().size() + RESULT.interventions().size() + RESULT.notes().size());
    assertThat(RESULT.interventions()).isNotEmpty();
    Order first = RESULT.orders().get(0);
    ResultTable orders = TABLES.table("orders");
    assertThat(orders.text(orders.column("reason"), 0))
        .isEqualTo(first.request().instructions().reason())
        .contains("\n");
    assertThat(orders.decimal(orders.column("quantity"), 0)).isEqualTo(first.request().quantity());
  }

  @Test
  void positionChangesEndInTheOpenPositions() {
    ResultTable changes = TABLES.table("position_changes");
    ResultTable open = TABLES.table("open_positions");
    for (int row = 0; row < open.rows(); row++) {
      Decimal last = Decimal.ZERO;
      for (int i = 0; i < changes.rows(); i++) {
        if (changes.text(1, i).equals(open.text(0, row))) {
          last = changes.decimal(3, i);
        }
      }
      assertThat(last).isEqualTo(open.decimal(1, row));
    }
    assertThat(open.rows()).isPositive();
  }

  @Test
  void strategiesOfTheirOwnAndFailuresAreTold() throws IOException {
    BacktestResult result = Runs.sleeves();
    ResultTables tables = ResultTables.of(result);
    ResultTable strategies = tables.table("strategies");
    assertThat(strategies.rows()).isEqualTo(2 * result.rows());
    assertThat(strategies.text(1, 0)).isEqualTo("restless");
    assertThat(strategies.number(2, 2 * result.rows() - 2))
        .isEqualTo(result.sleeves().get(0).equity()[result.rows() - 1]);
    ResultTable failures = tables.table("failures");
    assertThat(failures.rows()).isEqualTo(1);
    assertThat(failures.text(1, 0)).isEqualTo("broken");
    assertThat(failures.text(2, 0)).isEqualTo("java.lang.IllegalStateException");
    assertThat(failures.text(3, 0)).isEqualTo("out of \"ideas\"");
    ResultFiles.writeCsv(tables, folder.resolve("csv"));
    assertThat(ResultFiles.readCsv(folder.resolve("csv"))).isEqualTo(tables);
    ResultFiles.writeParquet(tables, folder.resolve("parquet"));
    assertThat(ResultFiles.readParquet(folder.resolve("parquet"))).isEqualTo(tables);
    ResultFiles.writeJson(tables, folder.resolve("run.json"));
    assertThat(ResultFiles.readJson(folder.resolve("run.json"))).isEqualTo(tables);
  }

  @Test
  void csvReadsBackEqual() throws IOException {
    ResultFiles.writeCsv(TABLES, folder.resolve("run"));
    assertThat(ResultFiles.readCsv(folder.resolve("run"))).isEqualTo(TABLES);
    assertThat(names(folder.resolve("run"))).hasSize(TABLES.tables().size());
    assertThat(Files.readString(folder.resolve("run/account.csv")))
        .startsWith("time,equity,cash,gross_exposure,")
        .contains("\n1970-01-02T00:00:00Z,100000.0,");
  }

  @Test
  void jsonReadsBackEqual() throws IOException {
    Path file = folder.resolve("run.json");
    ResultFiles.writeJson(TABLES, file);
    assertThat(ResultFiles.readJson(file)).isEqualTo(TABLES);
    assertThat(names(folder)).containsExactly("run.json");
  }

  @Test
  void parquetReadsBackEqual() throws IOException {
    ResultFiles.writeParquet(TABLES, folder);
    assertThat(ResultFiles.readParquet(folder)).isEqualTo(TABLES);
    assertThat(names(folder)).hasSize(TABLES.tables().size());
  }

  @Test
  void bytesDoNotDependOnTheLocale() throws IOException {
    Locale locale = Locale.getDefault();
    ResultFiles.writeJson(TABLES, folder.resolve("a.json"));
    ResultFiles.writeCsv(TABLES, folder.resolve("a"));
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      ResultFiles.writeJson(
          ResultTables.of(Runs.result((n, e) -> {}, 1)), folder.resolve("b.json"));
      ResultFiles.writeCsv(TABLES, folder.resolve("b"));
    } finally {
      Locale.setDefault(locale);
    }
    assertThat(folder.resolve("b.json")).hasSameBinaryContentAs(folder.resolve("a.json"));
    for (String name : names(folder.resolve("a"))) {
      assertThat(folder.resolve("b").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("a").resolve(name));
    }
  }

  @Test
  void oddNumbersAndTextsSurvive() throws IOException {
    ResultTable.Builder rows = ResultTable.builder(TableSchema.FILLS);
    double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, -0.0, 2e-3, 1e300};
    for (double number : odd) {
      rows.time(Long.MIN_VALUE / 2 + 1)
          .text("")
          .text("a,\"b\"\r\n'c';\té")
          .text(" ")
          .text("NULL")
          .decimal(Decimal.ofScaled(-999_999_999_999_999_999L, 18))
          .decimal(Decimal.of(999_999_999_999_999_999L))
          .decimal(Decimal.ofScaled(1, 18))
          .number(number)
          .number(-number)
          .number(0.1 + 0.2)
          .number(Double.MAX_VALUE);
    }
    ResultTables tables =
        new ResultTables(
            TableSchema.ALL.stream()
                .map(
                    schema ->
                        schema == TableSchema.FILLS
                            ? rows.build()
                            : ResultTable.builder(schema).build())
                .toList());

    ResultFiles.writeCsv(tables, folder);
    ResultFiles.writeParquet(tables, folder);
    ResultFiles.writeJson(tables, folder.resolve("odd.json"));

    assertThat(ResultFiles.readCsv(folder)).isEqualTo(tables);
    assertThat(ResultFiles.readParquet(folder)).isEqualTo(tables);
    assertThat(ResultFiles.readJson(folder.resolve("odd.json"))).isEqualTo(tables);
  }

  @Test
  void whatIsNoResultIsNamed() throws IOException {
    Path file = folder.resolve("run.json");
    Files.writeString(file, "{\"schemaVersion\": 2}");
    assertThatThrownBy(() -> ResultFiles.readJson(file))
        .isInstanceOf(DataCorruptionException.class)
        .hasMessageContaining("schemaVersion must be 1, was 2");
    Files.writeString(file, "{\"schemaVersion\": 1, \"tables\"");
    assertThatThrownBy(() -> ResultFiles.readJson(file))
        .isInstanceOf(DataCorruptionException.class)
        .hasMessageContaining("run.json");

    ResultFiles.writeCsv(TABLES, folder);
    Files.writeString(folder.resolve("orders.csv"), "id,price\n1,2\n");
    assertThatThrownBy(() -> ResultFiles.readCsv(folder))
        .isInstanceOf(DataCorruptionException.class)
        .hasMessageContaining("orders.csv");
    assertThatThrownBy(() -> ResultFiles.readParquet(folder))
        .isInstanceOf(NoSuchFileException.class);
    Files.writeString(folder.resolve("run.parquet"), "no parquet");
    assertThatThrownBy(() -> ResultFiles.readParquet(folder))
        .isInstanceOf(DataCorruptionException.class)
        .hasMessageContaining("run.parquet");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
