package io.quantkit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarField;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRowsTest {
  private static final CsvSchema SCHEMA =
      CsvSchema.bars(Timeframe.DAY_1, TradingCalendar.xnys())
          .symbol(Symbol.of("X"))
          .closeOnly("close")
          .noVolume()
          .build();
  private static final String TEXT =
      "date,close,note\r\n2020-04-14,1,\r\n2020-04-15,\"x\",\"é, ü\"\r\n2020-04-16,-1,\"a\"\"b\"\r\n"
          + "2020-04-17,2\r\n2020-04-20,3,\r\n";

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void strictEndsAtTheFirstBadRowAndQuotesIt() {
    CsvBarReader reader = new CsvBarReader(SCHEMA, BadRows.STRICT);
    List<Double> closes = new ArrayList<>();

    assertThatThrownBy(
            () ->
                reader.stream(
                    "file.csv", stream(TEXT), 1, c -> closes.add(c.value(BarField.CLOSE, 0))))
        .isInstanceOf(DataValidationException.class)
        .hasMessage(
            "file.csv line 3, column close: must be a finite number such as 1234.5, without"
                + " separators, was 'x' [NUMBER_FORMAT]");
    assertThat(closes).containsExactly(1.0);
  }

  @Test
  void reportCountsAllByRuleAndKeepsTheFirst() {
    CsvSummary summary =
        new CsvBarReader(SCHEMA, BadRows.REPORT.keeping(1))
            .stream("file.csv", stream(TEXT), 100, chunk -> {});

    assertThat(summary.rows()).isEqualTo(5);
    assertThat(summary.records()).isEqualTo(2);
    assertThat(summary.rejections()).isEqualTo(3);
    assertThat(summary.rejectionsByRule())
        .isEqualTo(
            Map.of(RowRule.NUMBER_FORMAT, 1L, RowRule.SOUND_BAR, 1L, RowRule.COLUMN_COUNT, 1L));
    assertThat(summary.rejected()).extracting(RejectedRow::line).containsExactly(3L);
    assertThatThrownBy(summary::orThrow)
        .isInstanceOf(DataValidationException.class)
        .hasMessageContaining("3 rejected among 5 rows");
  }

  @Test
  void quarantineSetsTheOriginalBytesAside(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("bad.csv");

    new CsvBarReader(SCHEMA, BadRows.quarantine(file)).read("file.csv", stream(TEXT));

    assertThat(file)
        .hasContent(
            "date,close,note\n2020-04-15,\"x\",\"é, ü\"\n2020-04-16,-1,\"a\"\"b\"\n2020-04-17,2\n");
    assertThat(Files.readAllLines(folder.resolve("bad.csv.reasons.csv")))
        .hasSize(4)
        .startsWith(
            "line,column,value,rule,message",
            "3,\"close\",\"x\",NUMBER_FORMAT,\"must be a finite number such as 1234.5, without"
                + " separators\"")
        .endsWith("5,\"\",\"\",COLUMN_COUNT,\"row must have 3 fields, had 2\"");
    assertThat(new CsvBarReader(SCHEMA).read(file).rejections()).isEqualTo(3);
  }

  @Test
  void quarantineOfAWideFileHoldsARowOnce(@TempDir Path folder) {
    CsvSchema wide =
        CsvSchema.bars(Timeframe.DAY_1, TradingCalendar.xnys()).wide(List.of("A", "B")).build();
    Path file = folder.resolve("bad.csv");

    BarLoad load =
        new CsvBarReader(wide, BadRows.quarantine(file))
            .read("file.csv", stream("date,A,B\n2020-04-16,-1,-2\n"));

    assertThat(load.rejections()).isEqualTo(2);
    assertThat(file).hasContent("date,A,B\n2020-04-16,-1,-2\n");
  }

  @Test
  void aReadingThatFailsLeavesTheFormerQuarantineAlone(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, "former");
    CsvBarReader reader = new CsvBarReader(SCHEMA, BadRows.quarantine(file));

    assertThatThrownBy(() -> reader.read("file.csv", stream(TEXT + "x".repeat((1 << 20) + 1))))
        .isInstanceOf(DataCorruptionException.class);

    assertThat(file).hasContent("former");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void quarantineHandsBadRowsToAListener() {
    List<String> originals = new ArrayList<>();

    BadRows badRows =
        BadRows.quarantine(
                (row, original) ->
                    originals.add(row.line() + " " + new String(original, StandardCharsets.UTF_8)))
            .keeping(0);
    BarLoad load = new CsvBarReader(SCHEMA, badRows).read("file.csv", stream(TEXT));

    assertThat(load.rejected()).isEmpty();
    assertThat(load.rejections()).isEqualTo(3);
    assertThat(originals)
        .containsExactly(
            "3 2020-04-15,\"x\",\"é, ü\"", "4 2020-04-16,-1,\"a\"\"b\"", "5 2020-04-17,2");
  }

  @Test
  void chunksHoldTheBarsInFileOrder() {
    StringBuilder text = new StringBuilder("symbol,date,close\n");
    String[] days = {"2020-04-14", "2020-04-15", "2020-04-16"};
    for (String day : days) {
      text.append("A,%s,1\nB,%s,2\n".formatted(day, day));
    }
    CsvSchema schema =
        CsvSchema.bars(Timeframe.DAY_1, TradingCalendar.xnys())
            .symbolColumn("symbol")
            .closeOnly("close")
            .noVolume()
            .build();
    List<String> bars = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();

    CsvSummary summary =
        new CsvBarReader(schema)
            .stream(
                "file.csv",
                stream(text.toString()),
                4,
                chunk -> {
                  sizes.add(chunk.size());
                  for (int i = 0; i < chunk.size(); i++) {
                    bars.add(
                        chunk.symbol(i).value()
                            + chunk.symbols().indexOf(chunk.symbol(i))
                            + chunk.symbolIndex(i)
                            + chunk.value(BarField.CLOSE, i));
                  }
                });

    assertThat(summary.orThrow().records()).isEqualTo(6);
    assertThat(sizes).containsExactly(4, 2);
    assertThat(bars).containsExactly("A001.0", "B112.0", "A001.0", "B112.0", "A001.0", "B112.0");
    assertThatThrownBy(() -> new CsvBarReader(schema).stream("f", stream(""), 0, chunk -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a chunk must hold at least 1, was 0");
  }
}
