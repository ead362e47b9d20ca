package io.quantkit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataException;
import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvBarReaderTest {
  private static final String HEADER = "date,open,high,low,close,volume\n";
  private static final CsvSchema DAILY =
      CsvSchema.bars(Timeframe.DAY_1, TradingCalendar.xnys()).symbol(Symbol.of("X")).build();

  private static BarLoad read(CsvSchema schema, String text) {
    return read(schema, text.getBytes(StandardCharsets.UTF_8));
  }

  private static BarLoad read(CsvSchema schema, byte[] bytes) {
    return new CsvBarReader(schema).read("file.csv", new ByteArrayInputStream(bytes));
  }

  @Test
  void readsDailyBarsThatAreKnownAtTheClose() {
    BarLoad load = read(DAILY, HEADER + "2020-04-16,10,12,9,11,100\n2020-04-17,11,11,11,11,5\n");

    BarSeries series = load.orThrow().series().get(0);
    assertThat(series.size()).isEqualTo(2);
    assertThat(series.close(0)).isEqualTo(11);
    assertThat(series.volume(1)).isEqualTo(5);
    assertThat(EpochNanos.toInstant(series.knownAt(0))).hasToString("2020-04-16T20:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020-04-17,10,12,9,11                |COLUMN_COUNT       |row must have 6 fields",
        "2020-04-17,10,12,9,11,1,1            |COLUMN_COUNT       |had 7",
        "17.4.2020,10,12,9,11,1               |TIME_FORMAT        |must be a date",
        "3020-04-17,10,12,9,11,1              |TIME_RANGE         |1900 to 2199",
        "2020-04-18,10,12,9,11,1              |SESSION            |2020-04-18",
        "2020-04-17,10,12,9,,1                |CLOSE_PRESENT      |close must be given",
        "2020-04-17,NaN,12,9,11,1             |NUMBER_FORMAT      |finite number",
        "2020-04-17,10,Infinity,9,11,1        |NUMBER_FORMAT      |finite number",
        "2020-04-17,0x10,12,9,11,1            |NUMBER_FORMAT      |finite number",
        "2020-04-17,10,12,9,11d,1             |NUMBER_FORMAT      |finite number",
        "2020-04-17,10,12,9,11,\"1,000\"      |NUMBER_FORMAT      |without separators",
        "2020-04-17,10,12,9,-11,1             |SOUND_BAR          |close must be positive",
        "2020-04-17,10,9,12,11,1              |SOUND_BAR          |low must not be above high",
        "2020-04-17,10,10.5,9,11,1            |SOUND_BAR          |high must not be below",
        "2020-04-17,10,12,10.5,11,1           |SOUND_BAR          |low must not be above open",
        "2020-04-17,10,12,9,11,-1             |SOUND_BAR          |volume must be at least 0",
        "2020-04-16,10,12,9,11,1              |NO_DUPLICATE       |one bar at",
        "2020-04-15,10,12,9,11,1              |TIME_ORDER         |oldest first"
      })
  void rejectsBadRowsByNameAndKeepsTheGoodOnes(String row, RowRule rule, String message) {
    BarLoad load = read(DAILY, HEADER + "2020-04-16,10,12,9,11,1\n" + row + "\n");

    assertThat(load.series().get(0).size()).isEqualTo(1);
    assertThat(load.rows()).isEqualTo(2);
    RejectedRow rejected = load.rejected().get(0);
    assertThat(rejected.rule()).isEqualTo(rule);
    assertThat(rejected.line()).isEqualTo(3);
    assertThat(rejected.source()).isEqualTo("file.csv");
    assertThat(rejected.message()).contains(message);
    assertThatThrownBy(load::orThrow)
        .isInstanceOf(DataValidationException.class)
        .hasMessageContaining("file.csv line 3");
  }

  @Test
  void namesTheColumnAndTheValueAtFault() {
    RejectedRow rejected = read(DAILY, HEADER + "2020-04-16,10,12,nine,11,1\n").rejected().get(0);

    assertThat(rejected)
        .hasToString(
            "file.csv line 2, column low: must be a finite number such as 1234.5, without"
                + " separators, was 'nine' [NUMBER_FORMAT]");
  }

  @Test
  void readsWideFilesOfCloses() {
    CsvSchema schema =
        CsvSchema.bars(Timeframe.MONTH_1, TradingCalendar.xnys()).wide(List.of("A", "B")).build();

    BarLoad load =
        read(schema, "date,A,other,B\n1990-01-01,1,x,\n1990-02-01,2,x,3\n1990-03-01,-1,x,4\n");

    assertThat(load.series()).extracting(BarSeries::size).containsExactly(2, 2);
    assertThat(load.rejected()).hasSize(1);
    assertThat(load.rejected().get(0).column()).isEqualTo("A");
    assertThat(EpochNanos.toInstant(load.series().get(0).knownAt(0)))
        .hasToString("1990-01-31T21:00:00Z");
    assertThat(load.panel().trading(0, 1)).isFalse();
  }

  @Test
  void readsSeveralSymbolsWithTimesAndStampsAtTheEnd() {
    CsvSchema schema =
        CsvSchema.bars(Timeframe.MINUTE_15, TradingCalendar.xnys())
            .time("t", TimeFormat.epoch(TimeUnit.SECONDS))
            .stamp(Stamp.END)
            .symbolColumn("s")
            .closeOnly("p")
            .noVolume()
            .delimiter(';')
            .build();

    BarLoad load = read(schema, "t;s;p\n1587131100;A;1\n1587131100;B;2\n1587132000;A;3\n");

    assertThat(load.orThrow().series()).extracting(BarSeries::size).containsExactly(2, 1);
    BarSeries a = load.series().get(0);
    assertThat(EpochNanos.toInstant(a.start(0))).hasToString("2020-04-17T13:30:00Z");
    assertThat(EpochNanos.toInstant(a.knownAt(0))).hasToString("2020-04-17T13:45:00Z");
  }

  @Test
  void recognisesAnEpochInTheWrongUnit() {
    CsvSchema schema =
        CsvSchema.bars(Timeframe.MINUTE_15, TradingCalendar.alwaysOpen())
            .time("t", TimeFormat.epoch(TimeUnit.SECONDS))
            .symbol(Symbol.of("X"))
            .closeOnly("p")
            .noVolume()
            .build();

    RejectedRow rejected = read(schema, "t,p\n1587130200000,1\n").rejected().get(0);

    assertThat(rejected.rule()).isEqualTo(RowRule.TIME_RANGE);
    assertThat(rejected.message()).contains("is the unit really SECONDS?");
  }

  @Test
  void rejectsLocalTimesThatAClockChangeSkipsOrRepeats() {
    CsvSchema schema =
        CsvSchema.bars(Timeframe.MINUTE_15, TradingCalendar.alwaysOpen())
            .time("t", TimeFormat.local(TradingCalendar.xnys().zone()))
            .symbol(Symbol.of("X"))
            .closeOnly("p")
            .noVolume()
            .build();

    BarLoad load =
        read(schema, "t,p\n2020-03-08 02:30:00,1\n2020-03-08 03:30:00,1\n2020-11-01 01:30:00,1\n");

    assertThat(load.rejected()).extracting(RejectedRow::line).containsExactly(2L, 4L);
    assertThat(load.series().get(0).size()).isEqualTo(1);
  }

  @Test
  void rejectsBarsThatAreNotKnownYet() {
    CsvSchema schema =
        CsvSchema.bars(Timeframe.DAY_1, TradingCalendar.xnys())
            .symbol(Symbol.of("X"))
            .asOf(EpochNanos.parse("2020-04-17T19:59:59Z"))
            .build();

    BarLoad load = read(schema, HEADER + "2020-04-16,10,12,9,11,1\n2020-04-17,10,12,9,11,1\n");

    assertThat(load.rejected())
        .extracting(RejectedRow::rule)
        .containsExactly(RowRule.NOT_FROM_THE_FUTURE);
  }

  @Test
  void takesAnyLineEndAByteOrderMarkQuotesAndGzip() throws IOException {
    String text =
        "\uFEFF" + HEADER.strip() + "\r\n\"2020-04-16\",10,12,9,11,1\r2020-04-17,1,1,1,1,1";
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(read(DAILY, text).orThrow().series().get(0).size()).isEqualTo(2);
    assertThat(read(DAILY, zipped.toByteArray()).orThrow().series().get(0).size()).isEqualTo(2);
    byte[] cut = Arrays.copyOf(zipped.toByteArray(), zipped.size() - 10);
    assertThatThrownBy(() -> read(DAILY, cut))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("file.csv");
  }

  @Test
  void filesThatCannotBeUnderstoodAreNamed(@TempDir Path folder) {
    CsvBarReader reader = new CsvBarReader(DAILY);

    assertThatThrownBy(() -> read(DAILY, ""))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("file.csv is empty");
    assertThatThrownBy(() -> read(DAILY, "date,open,high,low,close\n"))
        .isInstanceOf(DataCorruptionException.class)
        .hasMessageContaining("has no column volume");
    assertThatThrownBy(() -> read(DAILY, "date,close,close\n"))
        .isInstanceOf(DataCorruptionException.class)
        .hasMessageContaining("column close occurs twice");
    assertThatThrownBy(() -> reader.read(folder))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("is a directory");
    assertThatThrownBy(() -> reader.read(folder.resolve("absent.csv")))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("absent.csv does not exist");
  }

  @Test
  void schemasMustSayWhoseBarsTheyAre() {
    assertThatThrownBy(() -> CsvSchema.bars(Timeframe.DAY_1, TradingCalendar.xnys()).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("symbol");
    assertThatThrownBy(
            () ->
                CsvSchema.bars(Timeframe.MINUTE_5, TradingCalendar.xnys())
                    .symbol(Symbol.of("X"))
                    .build())
        .hasMessageContaining("intraday bars must have times");
  }

  @Property(tries = 20_000)
  void mutatedFilesLeadToRowsRejectionsOrDocumentedErrorsOnly(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes =
        (HEADER + "2020-04-15,10,12,9,11,1\n2020-04-16,10,12,9,11,1\n2020-04-17,10,12,9,11,1\n")
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0, n = 1 + random.nextInt(4); i < n; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    if (random.nextInt(8) == 0) {
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    try {
      BarLoad load = read(DAILY, bytes);
      long good = load.series().stream().mapToLong(BarSeries::size).sum();
      assertThat(good + load.rejected().size()).isEqualTo(load.rows());
    } catch (DataException documented) {
      assertThat(documented).hasMessageContaining("file.csv");
    }
  }
}
