package io.quantkit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.error.DataConnectionException;
import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvWriterTest {
  private static final CsvSchema SCHEMA =
      CsvBarWriter.schema(Timeframe.MINUTE_5, TradingCalendar.xnys());

  private static BarSeries series(String symbol, SplittableRandom random, int size) {
    BarSeries.Builder builder = BarSeries.builder(Symbol.of(symbol), Timeframe.MINUTE_5);
    long start = EpochNanos.parse("1995-01-03T14:30:00Z") + random.nextLong(1_000_000_000_000L);
    for (int i = 0; i < size; i++) {
      double low = price(random);
      double high = low * (1 + random.nextDouble());
      long known = start + 1 + random.nextLong(10_000_000_000L);
      builder.add(
          start,
          known,
          random.nextBoolean() ? low : Double.NaN,
          high,
          low,
          random.nextBoolean() ? high : low,
          random.nextInt(4) == 0 ? -0.0 : random.nextInt(4) == 0 ? Double.NaN : price(random),
          random.nextBoolean() ? price(random) : Double.NaN,
          random.nextBoolean() ? random.nextInt(1 << 30) : Double.NaN);
      start = known + random.nextLong(10_000_000_000_000L);
    }
    return builder.build();
  }

  private static double price(SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> (1 + random.nextInt(100_000)) / 100.0;
      case 1 -> 1e-8 * (1 + random.nextInt(1000));
      case 2 ->
          Double.longBitsToDouble(((1L + random.nextInt(2000)) << 52) | random.nextLong() >>> 12);
      case 3 -> 1 + random.nextInt(1 << 30) * 1e12;
      default -> 0.01 + random.nextDouble() * 1000;
    };
  }

  private static void assertSameBits(BarSeries found, BarSeries expected) {
    assertThat(found.symbol()).isEqualTo(expected.symbol());
    assertThat(found.size()).isEqualTo(expected.size());
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.start(i)).isEqualTo(expected.start(i));
      assertThat(found.knownAt(i)).isEqualTo(expected.knownAt(i));
      for (BarField field : BarField.values()) {
        assertThat(Double.doubleToLongBits(found.value(field, i)))
            .as("%s %d", field, i)
            .isEqualTo(Double.doubleToLongBits(expected.value(field, i)));
      }
    }
  }

  @Property(tries = 60)
  void barsReadBackToTheBit(@ForAll long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Path file = Files.createTempFile("bars", random.nextBoolean() ? ".csv" : ".csv.gz");
    try {
      List<BarSeries> written =
          List.of(series("A,\"B\"", random, 50), series("\"", random, 20), series("C", random, 1));
      CsvBarWriter.write(file, written);

      List<BarSeries> found = new CsvBarReader(SCHEMA, BadRows.STRICT).read(file).series();

      assertThat(found).hasSize(3);
      for (int s = 0; s < found.size(); s++) {
        assertSameBits(found.get(s), written.get(s));
      }
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void chunksAreWrittenAsSeriesAre(@TempDir Path folder) throws IOException {
    BarSeries series = series("A", new SplittableRandom(1), 100);
    CsvBarWriter.write(folder.resolve("a.csv"), List.of(series));

    try (CsvBarWriter writer = CsvBarWriter.open(folder.resolve("b.csv"))) {
      new CsvBarReader(SCHEMA).stream(folder.resolve("a.csv"), 7, writer::write).orThrow();
      writer.finish();
    }

    assertThat(folder.resolve("b.csv")).hasSameBinaryContentAs(folder.resolve("a.csv"));
  }

  @Test
  void numbersAreWrittenShort(@TempDir Path folder) throws IOException {
    long start = EpochNanos.parse("2020-04-17T13:30:00Z");
    BarSeries series =
        BarSeries.builder(Symbol.of("X"), Timeframe.MINUTE_5)
            .add(start, start + 300_000_000_000L, 0.1, 1e7, 0.001, 2.5, 1e15, 1.0 / 3, 12)
            .build();

    CsvBarWriter.write(folder.resolve("x.csv"), List.of(series));

    assertThat(folder.resolve("x.csv"))
        .hasContent(
            "symbol,time,known_at,open,high,low,close,volume,vwap,trades\n"
                + "X,2020-04-17T13:30:00Z,2020-04-17T13:35:00Z,0.1,10000000,0.001,2.5,"
                + "1000000000000000,0.3333333333333333,12\n");
  }

  @Property(tries = 60)
  void tradesReadBackToTheBit(@ForAll long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Path file = Files.createTempFile("trades", random.nextBoolean() ? ".csv" : ".csv.gz");
    try {
      List<Trade> written = new ArrayList<>();
      long time = random.nextLong(4_000_000_000_000_000_000L);
      for (int i = 0; i < 50; i++) {
        time += random.nextInt(3);
        Aggressor aggressor = Aggressor.values()[random.nextInt(3)];
        long known = time + random.nextInt(1 << 30);
        written.add(new Trade(time, known, price(random), price(random), aggressor));
      }
      CsvTradeWriter.write(file, written);

      CsvTradeReader reader = new CsvTradeReader(CsvTradeWriter.schema(), BadRows.STRICT);

      assertThat(reader.read(file).trades()).isEqualTo(written);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aFileAppearsWholeOrNotAtAll(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("x.csv");
    Files.writeString(file, "former");

    try (CsvBarWriter writer = CsvBarWriter.open(file)) {
      writer.write(series("A", new SplittableRandom(1), 1_000));
      assertThat(file).hasContent("former");
    }

    assertThat(file).hasContent("former");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whatCannotBeReadAgainIsNotWritten(@TempDir Path folder) {
    Path file = folder.resolve("x.csv");
    long start = EpochNanos.parse("1899-12-31T23:59:59Z");

    assertThatThrownBy(() -> CsvTradeWriter.write(file, List.of(Trade.of(start, 1, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1900 to 2199");
    assertThat(file).doesNotExist();
  }

  @Test
  void aFolderThatDoesNotExistIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> CsvTradeWriter.open(folder.resolve("absent/x.csv")))
        .isInstanceOf(DataConnectionException.class)
        .hasMessageContaining("cannot be written");
    assertThatThrownBy(() -> CsvTradeWriter.open(Path.of("/")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
