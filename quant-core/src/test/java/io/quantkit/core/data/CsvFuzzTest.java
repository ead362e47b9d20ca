package io.quantkit.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.error.DataException;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A million damaged files: every reader gives rows, rejections or its documented exception, and
 * what it read and what it rejected add up to what there was.
 */
class CsvFuzzTest {
  private static final int FILES = 1_000_000;
  private static final byte[] MARKS =
      ",,,;\n\n\r\"\"'#.-+eE0919TZ: \0\t".getBytes(StandardCharsets.UTF_8);
  private static final TradingCalendar XNYS = TradingCalendar.xnys();

  /** Reads a damaged file and fails if the reader breaks its word. */
  private interface Subject {
    void read(byte[] file);
  }

  private record Case(byte[] file, Subject subject) {

    static Case of(String text, Subject subject) {
      return new Case(text.getBytes(StandardCharsets.UTF_8), subject);
    }
  }

  private static ByteArrayInputStream stream(byte[] file) {
    return new ByteArrayInputStream(file);
  }

  private static Subject bars(CsvSchema schema) {
    CsvBarReader reader = new CsvBarReader(schema);
    return file -> {
      BarLoad load = reader.read("file.csv", stream(file));
      long bars = 0;
      for (BarSeries series : load.series()) {
        bars += series.size();
      }
      requireSum(bars, load.rejections(), load.rows());
    };
  }

  private static void requireSum(long records, long rejections, long rows) {
    if (records + rejections != rows) {
      throw new AssertionError(records + " + " + rejections + " != " + rows);
    }
  }

  private static List<Case> cases() {
    CsvSchema daily =
        CsvSchema.bars(Timeframe.DAY_1, XNYS).symbol(Symbol.of("X")).vwap("vwap").build();
    CsvSchema intraday =
        CsvSchema.bars(Timeframe.MINUTE_15, XNYS)
            .time("time", TimeFormat.ISO_INSTANT)
            .symbolColumn("symbol")
            .regularHours()
            .build();
    CsvSchema local =
        CsvSchema.bars(Timeframe.HOUR_1, XNYS)
            .time("t", TimeFormat.local(ZoneId.of("America/New_York")))
            .stamp(Stamp.END)
            .symbol(Symbol.of("X"))
            .closeOnly("c")
            .noVolume()
            .format(new CsvFormat(';', '\'', '#', ',', '.', 128))
            .build();
    CsvSchema wide =
        CsvSchema.bars(Timeframe.MONTH_1, XNYS)
            .time("d", TimeFormat.date("MM/yyyy/dd"))
            .wide(List.of("A", "B"))
            .build();
    CsvBarReader wideReader = new CsvBarReader(wide);
    CsvBarReader streamed =
        new CsvBarReader(intraday, BadRows.quarantine((row, original) -> {}).keeping(1));
    CsvTradeReader trades = new CsvTradeReader(CsvTradeWriter.schema());
    CsvQuoteReader quotes =
        new CsvQuoteReader(
            CsvQuoteSchema.quotes("t", TimeFormat.epoch(TimeUnit.MICROSECONDS)).build());
    String intradayText =
        "symbol,time,open,high,low,close,volume\n"
            + "A,2020-04-17T13:30:00Z,1,2.5,0.5,1.25,100\n"
            + "\"B\",2020-04-17T13:30:00.000Z,1e2,101.123456789012345,99,100,\n"
            + "A,2020-04-17T09:45:00-04:00,1,2,0.5,1,1\n";
    return List.of(
        Case.of(
            "date,open,high,low,close,volume,vwap\n2020-04-15,10,12,9,11,1,10.5\n"
                + "2020-04-16,10,12,9,11,1,\n\"2020-04-17\",10,12,9,11,1,11\n",
            bars(daily)),
        Case.of(intradayText, bars(intraday)),
        Case.of(
            intradayText,
            file -> {
              CsvSummary summary = streamed.stream("file.csv", stream(file), 2, chunk -> {});
              requireSum(summary.records(), summary.rejections(), summary.rows());
            }),
        Case.of(
            "# hourly\nt;c\r\n2020-04-17 10:30:00;'1.234,5'\r\n2020-04-17T11:30;1235\r\n",
            bars(local)),
        Case.of(
            "d,A,note,B\n03/2020/01,1,\"x,\"\"y\",2\n04/2020/01,,,3\n",
            file -> wideReader.read("file.csv", stream(file))),
        Case.of(
            "time,known_at,price,size,aggressor\n"
                + "2020-04-17T13:30:00Z,2020-04-17T13:30:00.001Z,1.5,2,BUYER\n"
                + "2020-04-17T13:30:00Z,2020-04-17T13:30:00Z,1.5,2,\n",
            file -> {
              TradeLoad load = trades.read("file.csv", stream(file));
              requireSum(load.trades().size(), load.rejections(), load.rows());
            }),
        Case.of(
            "t,bid,bid_size,ask,ask_size\n1587130200000000,1,10,2,20\n1587130200000000,,,2,20\n",
            file -> {
              QuoteLoad load = quotes.read("file.csv", stream(file));
              requireSum(load.quotes().size(), load.rejections(), load.rows());
            }),
        new Case(
            GzipMembersTest.zipped(intradayText, "A,2020-04-17T14:00:00Z,1,2,0.5,1,1\n"),
            bars(intraday)));
  }

  @Test
  void damagedFilesLeadToRowsRejectionsOrDocumentedErrorsOnly() {
    SplittableRandom random = new SplittableRandom(20_200_417);
    List<Case> cases = cases();
    long refused = 0;
    for (int i = 0; i < FILES; i++) {
      Case one = cases.get(i % cases.size());
      byte[] file = one.file();
      for (int n = random.nextInt(4); n >= 0; n--) {
        file = damaged(file, random);
      }
      try {
        one.subject().read(file);
      } catch (DataException documented) {
        refused++;
        if (!String.valueOf(documented.getMessage()).contains("file.csv")) {
          throw new AssertionError("the file is not named", documented);
        }
      } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError broken) {
        throw new AssertionError(
            "case %d, file:%n%s".formatted(i % cases.size(), Arrays.toString(file)), broken);
      }
    }
    assertThat(refused).isBetween(FILES / 50L, FILES / 2L);
  }

  private static byte[] damaged(byte[] file, SplittableRandom random) {
    int length = file.length;
    if (length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    int at = random.nextInt(length);
    int to = at + random.nextInt(Math.min(40, length - at) + 1);
    return switch (random.nextInt(8)) {
      case 0 -> changed(file, at, (byte) random.nextInt(256));
      case 1 -> changed(file, at, MARKS[random.nextInt(MARKS.length)]);
      case 2 -> spliced(file, at, at, new byte[] {MARKS[random.nextInt(MARKS.length)]});
      case 3 -> spliced(file, at, to, new byte[0]);
      case 4 -> spliced(file, to, to, Arrays.copyOfRange(file, at, to));
      case 5 -> spliced(file, at, at, line(file, random));
      case 6 -> changed(file, at, (byte) (file[at] ^ (1 << random.nextInt(8))));
      default -> random.nextInt(8) == 0 ? Arrays.copyOf(file, at) : changed(file, at, (byte) '9');
    };
  }

  private static byte[] changed(byte[] file, int at, byte value) {
    byte[] copy = file.clone();
    copy[at] = value;
    return copy;
  }

  private static byte[] spliced(byte[] file, int from, int to, byte[] insert) {
    byte[] result = Arrays.copyOf(file, file.length - (to - from) + insert.length);
    System.arraycopy(insert, 0, result, from, insert.length);
    System.arraycopy(file, to, result, from + insert.length, file.length - to);
    return result;
  }

  /** Returns one of the lines of a file. */
  private static byte[] line(byte[] file, SplittableRandom random) {
    int from = random.nextInt(file.length);
    while (from > 0 && file[from - 1] != '\n') {
      from--;
    }
    int to = from;
    while (to < file.length && file[to] != '\n') {
      to++;
    }
    return Arrays.copyOfRange(file, from, Math.min(file.length, to + 1));
  }
}
