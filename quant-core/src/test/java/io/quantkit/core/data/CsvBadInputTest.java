package io.quantkit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvBadInputTest {
  private static final String HEADER = "date,open,high,low,close,volume\n";
  private static final String GOOD =
      HEADER + "2020-04-16,10,12,9,11,100\n2020-04-17,11,11,11,11,5\n";

  private static CsvSchema.Builder daily() {
    return CsvSchema.bars(Timeframe.DAY_1, TradingCalendar.xnys()).symbol(Symbol.of("X"));
  }

  private static CsvSchema.Builder closes(TimeFormat format) {
    return CsvSchema.bars(Timeframe.MINUTE_15, TradingCalendar.xnys())
        .time("t", format)
        .symbol(Symbol.of("X"))
        .closeOnly("p")
        .noVolume();
  }

  private static BarLoad read(CsvSchema.Builder schema, byte[] bytes) {
    return new CsvBarReader(schema.build()).read("file.csv", new ByteArrayInputStream(bytes));
  }

  private static BarLoad read(CsvSchema.Builder schema, String text) {
    return read(schema, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void truncatedGzip() {
    byte[] whole = GzipMembersTest.zipped(GOOD);
    for (int length = 2; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(daily(), cut))
          .as("cut at %d", length)
          .isInstanceOf(DataCorruptionException.class)
          .hasMessageContaining("file.csv");
    }
  }

  @Test
  void gzipOfSeveralMembers() {
    byte[] zipped =
        GzipMembersTest.zipped(HEADER + "2020-04-16,10,12,9", ",11,100\n2020-04-17,1,1,1,1,1");

    assertThat(read(daily(), zipped).orThrow().series().get(0).size()).isEqualTo(2);
  }

  @Test
  void wrongColumnCount() {
    BarLoad load = read(daily(), HEADER + "2020-04-16,10,12,9,11\n2020-04-17,11,11,11,11,5,\n");

    assertThat(load.rejected())
        .extracting(RejectedRow::message)
        .containsExactly("row must have 6 fields, had 5", "row must have 6 fields, had 7");
  }

  @Test
  void byteOrderMarks() {
    assertThat(read(daily(), "\uFEFF" + GOOD).orThrow().series().get(0).size()).isEqualTo(2);
    assertThatThrownBy(() -> read(daily(), GOOD.getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(DataCorruptionException.class)
        .hasMessage("file.csv is UTF-16 by its byte-order mark; convert it to UTF-8");
  }

  @Test
  void mixedLineEnds() {
    String text = HEADER.strip() + "\r2020-04-15,1,1,1,1,1\r\n\n2020-04-16,1,1,1,1,1\nbad\r\n";

    BarLoad load = read(daily(), text);

    assertThat(load.series().get(0).size()).isEqualTo(2);
    assertThat(load.rejected()).extracting(RejectedRow::line).containsExactly(5L);
  }

  @Test
  void quotedNumbersAndTimes() {
    BarLoad load = read(daily(), HEADER + "\"2020-04-16\",\"10\",\"12\",\"9\",\"11\",\"\"\n");

    assertThat(load.orThrow().series().get(0).volume(0)).isNaN();
  }

  @Test
  void unterminatedQuote() {
    BarLoad load = read(daily(), HEADER + "2020-04-16,10,\"12,9,11,1\n2020-04-17,11,11,11,11,5\n");

    assertThat(load.series().get(0).size()).isEqualTo(1);
    assertThat(load.rejected().get(0))
        .hasToString("file.csv line 2: row must close the quote that it opens [QUOTING]");
  }

  @Test
  void unterminatedQuoteInTheHeader() {
    assertThatThrownBy(() -> read(daily(), "\"" + GOOD))
        .isInstanceOf(DataCorruptionException.class)
        .hasMessage("file.csv line 1: header row must close the quote that it opens");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        ".|NONE|1234.5     |1234.5",
        ".|NONE|1,234.5    |NaN",
        ".|,   |1,234.5    |1234.5",
        ".|,   |1,234,567  |1234567",
        ".|,   |12,34,567  |1234567",
        ".|,   |1,23       |NaN",
        ".|,   |1234,567   |NaN",
        ".|,   |,123       |NaN",
        ".|,   |1,2345     |NaN",
        ".|,   |1.234,567  |NaN",
        ".|,   |1,,234     |NaN",
        ",|.   |1.234,5    |1234.5",
        ",|NONE|1234,5     |1234.5",
        ",|NONE|1234.5     |NaN",
        ",|'   |1'234,5    |1234.5",
        ",|.   |1.5        |NaN"
      })
  void thousandsSeparators(char decimal, String thousands, String written, double value) {
    char separator = thousands.equals("NONE") ? CsvFormat.NONE : thousands.charAt(0);
    CsvFormat format = CsvFormat.DEFAULT.withDelimiter(';').withNumbers(decimal, separator);

    BarLoad load =
        read(
            daily().format(format).closeOnly("close").noVolume(),
            "date;close\n2020-04-16;" + written + "\n");

    if (Double.isNaN(value)) {
      assertThat(load.rejected().get(0).rule()).isEqualTo(RowRule.NUMBER_FORMAT);
    } else {
      assertThat(load.orThrow().series().get(0).close(0)).isEqualTo(value);
    }
  }

  @Test
  void duplicateHeader() {
    assertThatThrownBy(() -> read(daily(), "date,open,close, open\n"))
        .isInstanceOf(DataCorruptionException.class)
        .hasMessage("file.csv line 1: column open occurs twice in the header");
  }

  @Test
  void missingColumn() {
    assertThatThrownBy(() -> read(daily(), "date,open,high,low,volume\n"))
        .isInstanceOf(DataCorruptionException.class)
        .hasMessage(
            "file.csv has no column close, its header names [date, open, high, low, volume]");
  }

  @Test
  void outOfOrderAndDuplicateTimes() {
    String row = ",1,1,1,1,1\n";
    BarLoad load =
        read(daily(), HEADER + "2020-04-16" + row + "2020-04-15" + row + "2020-04-16" + row);

    assertThat(load.rejected())
        .extracting(RejectedRow::rule)
        .containsExactly(RowRule.TIME_ORDER, RowRule.NO_DUPLICATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "nan",
        "Infinity",
        "-inf",
        "1e999",
        "null",
        "N/A",
        "0x1p3",
        "1f",
        "--1",
        "1_000"
      })
  void textsThatAreNoFiniteNumber(String text) {
    BarLoad load = read(daily(), HEADER + "2020-04-16,10,12,9," + text + ",100\n");

    RejectedRow row = load.rejected().get(0);
    assertThat(row.rule()).isEqualTo(RowRule.NUMBER_FORMAT);
    assertThat(row.column()).isEqualTo("close");
    assertThat(row.value()).isEqualTo(text);
  }

  @Test
  void negativePrice() {
    assertThat(read(daily(), HEADER + "2020-04-16,10,12,-9,11,100\n").rejected().get(0).message())
        .isEqualTo("low must be positive and finite, was -9.0");
  }

  @Test
  void epochInTheWrongUnit() {
    CsvSchema.Builder seconds = closes(TimeFormat.epoch(TimeUnit.SECONDS));
    CsvSchema.Builder millis = closes(TimeFormat.epoch(TimeUnit.MILLISECONDS));

    assertThat(read(seconds, "t,p\n1587130200000,1\n").rejected().get(0).message())
        .isEqualTo(
            "time must be within 1900 to 2199; is the unit really SECONDS?"
                + " In MILLISECONDS it would be 2020-04-17T13:30:00Z");
    assertThat(read(millis, "t,p\n1587130200,1\n").rejected().get(0).message())
        .isEqualTo(
            "time is in January 1970; is the unit really MILLISECONDS?"
                + " In SECONDS it would be 2020-04-17T13:30:00Z");
  }

  @Test
  void intradayBarsInTheWrongZone() {
    String text = "t,p\n2020-04-17 09:30,1\n2020-04-17 15:45,2\n";

    BarLoad right =
        read(closes(TimeFormat.local(ZoneId.of("America/New_York"))).regularHours(), text);
    BarLoad wrong = read(closes(TimeFormat.local(ZoneId.of("UTC"))).regularHours(), text);

    assertThat(right.orThrow().series().get(0).size()).isEqualTo(2);
    assertThat(wrong.rejected().get(0).rule()).isEqualTo(RowRule.SESSION);
    assertThat(wrong.rejected().get(0).message())
        .isEqualTo(
            "bar must start within a session of XNYS, starts at 2020-04-17T09:30:00Z;"
                + " is the zone right?");
  }

  @Test
  void dailyBarsInTheWrongZone() {
    CsvSchema.Builder schema = daily().time("date", TimeFormat.ISO_INSTANT);

    BarLoad load = read(schema, HEADER + "2020-04-17T00:00:00Z,1,1,1,1,1\n");

    assertThat(load.rejected().get(0).rule()).isEqualTo(RowRule.SESSION);
    assertThat(load.rejected().get(0).message()).contains("is the zone right?");
  }

  @Test
  void aDateIsThePeriodItIsInWhicheverEndIsMeant() {
    BarLoad load =
        read(
            CsvSchema.bars(Timeframe.WEEK_1, TradingCalendar.xnys())
                .symbol(Symbol.of("X"))
                .stamp(Stamp.END),
            HEADER + "2020-04-17,1,1,1,1,1\n");

    BarSeries series = load.orThrow().series().get(0);
    assertThat(EpochNanos.toInstant(series.start(0))).hasToString("2020-04-13T04:00:00Z");
    assertThat(EpochNanos.toInstant(series.knownAt(0))).hasToString("2020-04-17T20:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\r\n", "\uFEFF"})
  void emptyFile(String text) {
    assertThatThrownBy(() -> read(daily(), text))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessage("file.csv is empty; it must have a header line");
  }

  @Test
  void headerOnly() {
    BarLoad load = read(daily(), HEADER.strip()).orThrow();

    assertThat(load.rows()).isZero();
    assertThat(load.series()).isEmpty();
    assertThatThrownBy(load::panel).isInstanceOf(DataNotFoundException.class);
  }

  @Test
  void directoryOrNothingInPlaceOfAFile(@TempDir Path folder) {
    CsvTradeReader trades =
        new CsvTradeReader("t", TimeFormat.epoch(TimeUnit.SECONDS), "price", "size");

    assertThatThrownBy(() -> trades.read(folder))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("is a directory; give a file");
    assertThatThrownBy(() -> trades.read(folder.resolve("absent.csv")))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1,", ",", "#", "\"", "\"\""})
  void aLineOfAGigabyteIsNotReadToItsEnd(String pattern) {
    Endless endless = new Endless(GOOD + "\"", pattern, 1L << 30);
    Endless unquoted = new Endless(GOOD, pattern, 1L << 30);

    for (Endless line : new Endless[] {endless, unquoted}) {
      assertThatThrownBy(() -> new CsvBarReader(daily().build()).read("file.csv", line).orThrow())
          .hasMessageContaining("file.csv line 4: ");
      assertThat(line.read).isLessThan(8L << 20);
    }
  }

  @Test
  void aQuoteThatAGigabyteFollowsIsGivenUpAfterOneLine() {
    Endless endless =
        new Endless(HEADER + "\"2020-04-16,10", "\n2020-04-16,10,12,9,11,1", 4L << 20);

    BarLoad load = new CsvBarReader(daily().build()).read("file.csv", endless);

    assertThat(load.rejected().get(0).rule()).isEqualTo(RowRule.QUOTING);
    assertThat(load.series().get(0).size()).isEqualTo(1);
    assertThat(load.rejections()).isEqualTo(load.rows() - 1);
    assertThat(load.rejected()).hasSize(BadRows.KEPT);
  }

  @Test
  void symbolsThatCannotBeAreRejectedAndLongValuesShortened() {
    CsvSchema.Builder schema = daily().symbolColumn("s").closeOnly("p").noVolume();

    BarLoad load =
        read(schema, "s,date,p\nA B,2020-04-16,1\n" + "é".repeat(9_999) + ",2020-04-16,1\n");

    assertThat(load.rejected())
        .extracting(RejectedRow::rule)
        .containsExactly(RowRule.SYMBOL, RowRule.SYMBOL);
    assertThat(load.rejected().get(1).value()).hasSizeLessThan(400);
    assertThat(load.rejected().get(1).message()).hasSizeLessThan(400);
  }

  @Test
  void symbolsAreTheSameWithAndWithoutQuotesAndBlanks() {
    CsvSchema.Builder schema = daily().symbolColumn("s").closeOnly("p").noVolume();

    BarLoad load = read(schema, "s,date,p\nA,2020-04-15,1\n\"A\",2020-04-16,1\n A ,2020-04-17,1\n");

    assertThat(load.orThrow().series()).hasSize(1);
    assertThat(load.series().get(0).size()).isEqualTo(3);
  }

  /** A text, then a pattern without end. */
  private static final class Endless extends InputStream {
    private final byte[] start;
    private final byte[] pattern;
    private final long length;
    private long read;

    Endless(String start, String pattern, long length) {
      this.start = start.getBytes(StandardCharsets.UTF_8);
      this.pattern = pattern.getBytes(StandardCharsets.UTF_8);
      this.length = length;
    }

    @Override
    public int read() {
      if (read >= length) {
        return -1;
      }
      long at = read++;
      return at < start.length
          ? start[(int) at]
          : pattern[(int) ((at - start.length) % pattern.length)];
    }
  }
}
