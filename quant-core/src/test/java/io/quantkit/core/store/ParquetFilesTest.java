package io.quantkit.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.quantkit.core.data.BarLoad;
import io.quantkit.core.data.BarQuery;
import io.quantkit.core.data.BarSource;
import io.quantkit.core.data.BarSources;
import io.quantkit.core.data.RejectedRow;
import io.quantkit.core.data.RowRule;
import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataException;
import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.event.ProgressListener;
import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFilesTest {
  private static final Symbol A = Symbol.of("A");
  private static final Symbol B = Symbol.of("BTC/USD");
  private static final Timeframe MINUTE = Timeframe.MINUTE_1;
  private static final long M = 60_000_000_000L;
  private static final long START = 1_577_975_400L;

  @TempDir Path directory;

  @Test
  void barsComeBackToTheBit() {
    double oddNan = Double.longBitsToDouble(0x7ff8_0000_0000_beefL);
    BarSeries odd =
        BarSeries.builder(B, MINUTE)
            .add(Long.MIN_VALUE, Long.MIN_VALUE, 1, 1, 1, 1, -0.0)
            .add(-1, 0, oddNan, Double.NaN, Double.NaN, Double.MIN_VALUE, Double.MIN_NORMAL)
            .add(0, 1, 1, 2, 0.25, 0.1 + 0.2, 1e300, 0.7, 3)
            .add(Long.MAX_VALUE, Long.MAX_VALUE, 1, Double.MAX_VALUE, 1, 1, oddNan)
            .build();
    BarSeries plain = minutes(A, 5000);
    Path file = directory.resolve("a[1]*?'.parquet");

    ParquetFiles.writeBars(file, List.of(odd, plain));
    BarLoad load = ParquetFiles.readBars(file, MINUTE).orThrow();

    assertThat(load.rows()).isEqualTo(5004);
    assertThat(load.series()).hasSize(2);
    MarketStoreContractTest.assertSame(load.series().get(0), odd);
    MarketStoreContractTest.assertSame(load.series().get(1), plain);
    assertThat(load.series().get(1).tells(BarField.VWAP)).isFalse();
  }

  @Test
  void writingReplacesTheFileAndLeavesNothingElse() throws IOException {
    Path file = directory.resolve("bars.parquet");
    ParquetFiles.writeBars(file, List.of(minutes(A, 3)));
    ParquetFiles.writeBars(file, List.of(minutes(B, 2)));

    assertThat(ParquetFiles.readBars(file, MINUTE).series())
        .extracting(BarSeries::symbol)
        .containsExactly(B);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void refusesSeriesThatDoNotMakeOneFile() {
    Path file = directory.resolve("bars.parquet");
    assertThatIllegalArgumentException().isThrownBy(() -> ParquetFiles.writeBars(file, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParquetFiles.writeBars(file, List.of(minutes(A, 1), minutes(A, 1))))
        .withMessageContaining("distinct");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ParquetFiles.writeBars(
                    file, List.of(minutes(A, 1), BarSeries.builder(B, Timeframe.DAY_1).build())))
        .withMessageContaining("one timeframe");
    assertThatExceptionOfType(DataNotFoundException.class)
        .isThrownBy(
            () ->
                ParquetFiles.writeBars(
                    directory.resolve("no").resolve("x"), List.of(minutes(A, 1))))
        .withMessageContaining("create it first");
  }

  @Test
  void refusesBarsOfAnotherTimeframe() {
    Path file = directory.resolve("bars.parquet");
    ParquetFiles.writeBars(file, List.of(minutes(A, 3)));

    assertThatExceptionOfType(DataValidationException.class)
        .isThrownBy(() -> ParquetFiles.readBars(file, Timeframe.MINUTE_5))
        .withMessageContaining("has bars of 1m and not 5m");
  }

  @Test
  void readsForeignFilesByDeclaredColumns() {
    String rows =
        "SELECT 'A' AS ticker, TIMESTAMP '2020-01-02 14:30:00' AS at, 10::DECIMAL(8,2) AS c,"
            + " 1.5::FLOAT AS v UNION ALL"
            + " SELECT 'A', TIMESTAMP '2020-01-02 14:31:00', 10.25, NULL";
    BarColumns columns =
        BarColumns.builder(MINUTE)
            .symbol("ticker")
            .time("at", TimeUnit.SECONDS)
            .knownAtCloseOf(TradingCalendar.xnys())
            .field(BarField.CLOSE, "c")
            .field(BarField.VOLUME, "v")
            .build();

    BarSeries series = ParquetFiles.readBars(foreign(rows), columns).orThrow().series().get(0);

    assertThat(series.bar(0))
        .isEqualTo(
            new Bar(
                EpochNanos.parse("2020-01-02T14:30:00Z"),
                EpochNanos.parse("2020-01-02T14:31:00Z"),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                10,
                1.5));
    assertThat(series.volume(1)).isNaN();
  }

  @Test
  void readsTimesOfEveryType() {
    for (String time :
        List.of(
            START + "::INTEGER",
            START + "::UBIGINT",
            "TIMESTAMP '2020-01-02 14:30:00'",
            "TIMESTAMP_NS '2020-01-02 14:30:00'",
            "TIMESTAMP_MS '2020-01-02 14:30:00'",
            "TIMESTAMPTZ '2020-01-02 09:30:00-05'")) {
      BarColumns columns = closes().build();
      Path file = foreign("SELECT " + time + " AS t, 1.0 AS c");
      BarLoad load = ParquetFiles.readBars(file, columns).orThrow();
      assertThat(load.series().get(0).start(0)).as(time).isEqualTo(START * 1_000_000_000);
    }
  }

  @Test
  void aDateStandsForTheSessionOfThatDate() {
    BarColumns columns =
        BarColumns.builder(Timeframe.DAY_1)
            .symbol(A)
            .time("t", TimeUnit.SECONDS)
            .knownAtCloseOf(TradingCalendar.xnys())
            .field(BarField.CLOSE, "c")
            .build();
    Path file =
        foreign("SELECT DATE '2020-01-03' AS t, 1.0 AS c UNION ALL SELECT DATE '2020-01-04', 2");

    BarLoad load = ParquetFiles.readBars(file, columns);

    assertThat(load.series().get(0).knownAt(0)).isEqualTo(EpochNanos.parse("2020-01-03T21:00:00Z"));
    assertThat(load.rejected()).extracting(RejectedRow::rule).containsExactly(RowRule.SESSION);
  }

  @Test
  void rowsMayBeInAnyOrder() {
    BarColumns columns = closes().symbol("s").build();
    Path file =
        foreign(
            "SELECT s, (%d + 60 * i)::BIGINT AS t, 1.0 + i AS c FROM range(5000) r(i), "
                    .formatted(START)
                + "(VALUES ('B'), ('A')) v(s) ORDER BY hash(i, s)");

    BarLoad load = ParquetFiles.readBars(file, columns).orThrow();

    assertThat(load.series()).extracting(BarSeries::size).containsExactly(5000, 5000);
    assertThat(load.series().get(0).close(4999)).isEqualTo(5000);
  }

  @Test
  void rowsThatAreNoBarsAreNamed() {
    BarColumns columns = closes().symbol("s").build();
    Path file =
        foreign(
            ("SELECT * FROM (VALUES ('A', %1$d, 1.0), ('A', %1$d + 60, -1.0), ('A', %1$d, 2.0),"
                    + " (NULL, %1$d, 1.0), ('has space', %1$d, 1.0), ('A', NULL, 1.0),"
                    + " ('A', %1$d000, 1.0), ('A', %1$d + 120, NULL),"
                    + " ('A', %1$d + 30, 3.0), ('A', %1$d + 180, 4.0)) v(s, t, c)")
                .formatted(START));

    BarLoad load = ParquetFiles.readBars(file, columns);

    assertThat(load.rows()).isEqualTo(10);
    assertThat(load.series().get(0).toArray(BarField.CLOSE)).containsExactly(1, 4);
    assertThat(load.rejected())
        .extracting(RejectedRow::line, RejectedRow::rule)
        .containsExactlyInAnyOrder(
            tuple(2L, RowRule.SOUND_BAR),
            tuple(3L, RowRule.NO_DUPLICATE),
            tuple(4L, RowRule.SYMBOL),
            tuple(5L, RowRule.SYMBOL),
            tuple(6L, RowRule.TIME_RANGE),
            tuple(7L, RowRule.TIME_RANGE),
            tuple(8L, RowRule.CLOSE_PRESENT),
            tuple(9L, RowRule.TIME_ORDER));
  }

  @Test
  void columnsThatCannotBeUsedAreNamed() {
    Path file = foreign("SELECT 1.0 AS t, 'x' AS c, 1 AS n");

    assertThatExceptionOfType(DataCorruptionException.class)
        .isThrownBy(() -> ParquetFiles.readBars(file, closes().build()))
        .withMessageContaining(
            "column t must be a whole number, a timestamp or a date, is DECIMAL");
    assertThatExceptionOfType(DataCorruptionException.class)
        .isThrownBy(() -> ParquetFiles.readBars(file, closes().time("n", TimeUnit.SECONDS).build()))
        .withMessageContaining("column c must be a number, is VARCHAR");
    assertThatExceptionOfType(DataCorruptionException.class)
        .isThrownBy(() -> ParquetFiles.readBars(file, closes().symbol("gone").build()))
        .withMessageContaining(file.toString())
        .withMessageContaining("has no column gone, its columns are [t, c, n]");
    assertThatExceptionOfType(DataCorruptionException.class)
        .isThrownBy(() -> ParquetFiles.readBars(file, closes().symbol("n").build()))
        .withMessageContaining("column n must be a text, is INTEGER");
  }

  @Test
  void truncatedFilesAreNamed() throws IOException {
    Path file = directory.resolve("bars.parquet");
    ParquetFiles.writeBars(file, List.of(minutes(A, 3000)));
    byte[] whole = Files.readAllBytes(file);
    Path cut = directory.resolve("cut.parquet");
    for (int length = 1; length < whole.length; length += whole.length / 12) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatExceptionOfType(DataCorruptionException.class)
          .isThrownBy(() -> ParquetFiles.readBars(cut, MINUTE))
          .withMessageContaining("cut.parquet");
    }
  }

  @Test
  void refusesWhatIsNoParquetFile() throws IOException {
    Path empty = Files.createFile(directory.resolve("empty.parquet"));
    Path text =
        Files.write(directory.resolve("x.parquet"), "date,close".getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(DataNotFoundException.class)
        .isThrownBy(() -> ParquetFiles.readBars(directory, MINUTE))
        .withMessageContaining("is a directory");
    assertThatExceptionOfType(DataNotFoundException.class)
        .isThrownBy(() -> ParquetFiles.readBars(directory.resolve("no"), MINUTE))
        .withMessageContaining("does not exist");
    assertThatExceptionOfType(DataCorruptionException.class)
        .isThrownBy(() -> ParquetFiles.readBars(empty, MINUTE))
        .withMessageContaining("is empty");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> ParquetFiles.readBars(text, MINUTE))
        .withMessageContaining("x.parquet");
  }

  @Test
  void aSourceReadsTheSymbolsAskedForInParallel() {
    Path file = directory.resolve("bars.parquet");
    ParquetFiles.writeBars(file, List.of(minutes(A, 30), minutes(B, 20)));
    BarSource source = ParquetFiles.source(BarColumns.of(MINUTE), symbol -> file);
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      List<BarSeries> loaded =
          BarSources.loadAll(
              source,
              List.of(new BarQuery(B, MINUTE, 0, 5 * M), BarQuery.all(A, MINUTE)),
              executor,
              ProgressListener.NONE);

      assertThat(loaded).extracting(BarSeries::size).containsExactly(5, 30);
      assertThatExceptionOfType(DataNotFoundException.class)
          .isThrownBy(() -> source.load(BarQuery.all(Symbol.of("C"), MINUTE)));
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void tradesAndQuotesComeBackAsTheyWere() {
    Path file = directory.resolve("ticks.parquet");
    Map<Symbol, List<Trade>> trades = new LinkedHashMap<>();
    trades.put(B, List.of(new Trade(1, 2, 0.1 + 0.2, 1e-9, Aggressor.BUYER), Trade.of(1, 5, 1)));
    trades.put(A, List.of(Trade.of(Long.MAX_VALUE, 5, 1)));
    ParquetFiles.writeTrades(file, trades);
    assertThat(ParquetFiles.readTrades(file).orThrow().records()).isEqualTo(trades);

    Map<Symbol, List<Quote>> quotes =
        Map.of(A, List.of(new Quote(1, 2, Double.NaN, 0, 3, 4), new Quote(3, 3, 5, 1, 4, 1)));
    ParquetFiles.writeQuotes(file, quotes);
    assertThat(ParquetFiles.readQuotes(file).orThrow().records()).isEqualTo(quotes);
  }

  @Test
  void foreignTradesAreReadByDeclaredColumnsAndBadOnesNamed() {
    Path file =
        foreign(
            "SELECT * FROM (VALUES (2000, 10.5, 1), (1000, 10.0, 2), (3000, -1.0, 1)) v(t, p, q)");
    RecordColumns columns =
        RecordColumns.OWN
            .withSymbol(A)
            .withTimeUnit(TimeUnit.MILLISECONDS)
            .with("event_time", "t")
            .with("known_at", "t")
            .with("price", "p")
            .with("size", "q");

    RecordLoad<Trade> load = ParquetFiles.readTrades(file, columns);

    assertThat(load.of(A))
        .containsExactly(Trade.of(1_000_000_000L, 10, 2), Trade.of(2_000_000_000L, 10.5, 1));
    assertThat(load.rejected()).hasSize(1);
    assertThat(load.rejected().get(0).line()).isEqualTo(3);
  }

  private static BarColumns.Builder closes() {
    return BarColumns.builder(MINUTE)
        .symbol(A)
        .time("t", TimeUnit.SECONDS)
        .knownAtCloseOf(TradingCalendar.alwaysOpen())
        .field(BarField.CLOSE, "c");
  }

  private Path foreign(String rows) {
    Path file = directory.resolve("foreign.parquet");
    try (Duck duck = Duck.inMemory("test", 1)) {
      duck.execute("COPY (" + rows + ") TO " + Duck.quoted(file.toString()) + " (FORMAT parquet)");
    }
    return file;
  }

  private static BarSeries minutes(Symbol symbol, int count) {
    BarSeries.Builder builder = BarSeries.builder(symbol, MINUTE);
    for (int i = 0; i < count; i++) {
      double close = 100 + Math.sqrt(i);
      builder.add(i * M, (i + 1) * M, close, close + 1, close - 1, close, i);
    }
    return builder.build();
  }
}
