package io.quantkit.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.data.BarQuery;
import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckMarketStoreTest {
  private static final Symbol A = Symbol.of("A'\"B");
  private static final BarSeries SERIES =
      BarSeries.copyOf(A, Timeframe.SECOND_1, List.of(new Bar(5, 6, 1, 2, 1, 1.5, 10)));

  @TempDir Path directory;

  @Test
  void keepsBarsAfterItIsClosed() {
    Path file = directory.resolve("market 'x'.duckdb");
    try (MarketStore store = MarketStore.open(file)) {
      store.bars().append(List.of(SERIES), Restatements.refused());
    }
    try (MarketStore store = MarketStore.open(file)) {
      BarSeries loaded = store.bars().load(BarQuery.all(A, Timeframe.SECOND_1));
      MarketStoreContractTest.assertSame(loaded, SERIES);
    }
  }

  @Test
  void twoOpeningsOfOneFileInOneProcessSeeTheSameBars() {
    Path file = directory.resolve("market.duckdb");
    try (MarketStore one = MarketStore.open(file);
        MarketStore other = MarketStore.open(file)) {
      one.bars().append(List.of(SERIES), Restatements.refused());

      AppendReport again = other.bars().append(List.of(SERIES), Restatements.refused());

      assertThat(again.unchanged()).isEqualTo(1);
    }
  }

  @Test
  void aFailingAppendOfRecordsLeavesNothing() {
    Decimal fine = Decimal.parse("0.1");
    Decimal tooFine = Decimal.parse("0.1234567891");
    try (MarketStore store = MarketStore.open(directory.resolve("market.duckdb"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> store.actions().append(A, List.of(dividend("1", fine), dividend("2", tooFine))))
          .withMessageContaining("9 after it, was 0.1234567891");
      assertThat(store.actions().spans()).isEmpty();
      assertThat(store.actions().append(A, List.of(dividend("1", fine)))).isEqualTo(1);
    }
  }

  private static CorporateAction dividend(String id, Decimal amount) {
    return new CorporateAction.CashDividend(id, A, 10, 1, 20, amount);
  }

  @Test
  void tellsTheVersionOfItsTables() {
    Path file = directory.resolve("market.duckdb");
    MarketStore.open(file).close();
    try (Duck duck = Duck.open(file)) {
      assertThat(duck.texts("SELECT version, script FROM schema_version"))
          .containsExactly(List.of("1", "V1__market_data.sql"));
      duck.execute("INSERT INTO schema_version VALUES (9, 'V9__later.sql')");
    }

    assertThatExceptionOfType(DataValidationException.class)
        .isThrownBy(() -> MarketStore.open(file))
        .withMessageContaining("has version 9, this library knows versions up to 1");
  }

  @Test
  void refusesADatabaseOfSomethingElse() {
    Path file = directory.resolve("other.duckdb");
    try (Duck duck = Duck.open(file)) {
      duck.execute("CREATE TABLE cats (name VARCHAR)");
    }

    assertThatExceptionOfType(DataCorruptionException.class)
        .isThrownBy(() -> MarketStore.open(file))
        .withMessageContaining("is a database of something else");
  }

  @Test
  void refusesWhatIsNoDatabase() throws IOException {
    Path file =
        Files.write(directory.resolve("x.duckdb"), "no store".getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(DataCorruptionException.class)
        .isThrownBy(() -> MarketStore.open(file))
        .withMessageContaining("x.duckdb");
    assertThatExceptionOfType(DataNotFoundException.class)
        .isThrownBy(() -> MarketStore.open(directory))
        .withMessageContaining("is a directory");
    assertThatExceptionOfType(DataNotFoundException.class)
        .isThrownBy(() -> MarketStore.open(directory.resolve("no").resolve("x.duckdb")))
        .withMessageContaining("does not exist");
  }
}
