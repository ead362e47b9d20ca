package io.quantkit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Trade;
import io.quantkit.core.time.EpochNanos;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CsvTicksTest {
  private static final CsvTradeSchema TRADES =
      CsvTradeSchema.trades("t", TimeFormat.ISO_INSTANT)
          .format(CsvFormat.DEFAULT.withDelimiter(';').withNumbers(',', '.'))
          .price("p")
          .size("n")
          .knownAt("k", TimeFormat.epoch(TimeUnit.NANOSECONDS))
          .aggressor("side", "B", "S", "U")
          .build();
  private static final CsvQuoteSchema QUOTES =
      CsvQuoteSchema.quotes("t", TimeFormat.epoch(TimeUnit.MILLISECONDS)).build();
  private static final long AT = EpochNanos.parse("2020-04-17T13:30:00Z");

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsTradesWithBothTimesAndTheAggressor() {
    String text =
        "t;k;p;n;side\n2020-04-17T13:30:00Z;%d;1.234,5;10;B\n2020-04-17T13:30:00Z;%d;1,5;1;\n"
            .formatted(AT + 7, AT);

    assertThat(new CsvTradeReader(TRADES).read("t.csv", stream(text)).orThrow().trades())
        .containsExactly(
            new Trade(AT, AT + 7, 1234.5, 10, Aggressor.BUYER),
            new Trade(AT, AT, 1.5, 1, Aggressor.UNKNOWN));
  }

  @Test
  void rejectsBadTradesByName() {
    String row = "2020-04-17T13:30:00Z;" + AT + ";";
    String text =
        "t;k;p;n;side\n"
            + (row + "1;1;S\n")
            + (row + "1;1;buy\n")
            + (row + "0;1;U\n")
            + (row + ";1;U\n")
            + ("2020-04-17T13:29:59Z;" + AT + ";1;1;\n")
            + ("2020-04-17T13:30:01Z;" + AT + ";1;1;\n")
            + ("2020-04-17;" + AT + ";1;1;\n");

    TradeLoad load = new CsvTradeReader(TRADES).read("t.csv", stream(text));

    assertThat(load.trades()).hasSize(1);
    assertThat(load.rejected())
        .extracting(RejectedRow::rule)
        .containsExactly(
            RowRule.AGGRESSOR,
            RowRule.SOUND_TRADE,
            RowRule.SOUND_TRADE,
            RowRule.TIME_ORDER,
            RowRule.SOUND_TRADE,
            RowRule.TIME_FORMAT);
    assertThat(load.rejected().get(0).message()).isEqualTo("aggressor must be B, S or empty");
  }

  @Test
  void chunksOfTradesHoldWhatAReadingReturns() {
    StringBuilder text = new StringBuilder("t,price,size\n");
    for (int i = 0; i < 1_000; i++) {
      text.append(1_587_130_200 + i / 3).append(",1.").append(i).append(",2\n");
    }
    CsvTradeReader reader =
        new CsvTradeReader("t", TimeFormat.epoch(TimeUnit.SECONDS), "price", "size");
    List<Trade> streamed = new ArrayList<>();

    CsvSummary summary =
        reader.stream(
            "t.csv",
            stream(text.toString()),
            64,
            chunk -> {
              for (int i = 0; i < chunk.size(); i++) {
                streamed.add(chunk.trade(i));
              }
            });

    assertThat(summary.orThrow().records()).isEqualTo(1_000);
    assertThat(streamed).isEqualTo(reader.read("t.csv", stream(text.toString())).trades());
  }

  @Test
  void readsQuotesOfOneSideOrBoth() {
    String text =
        "t,bid,bid_size,ask,ask_size\n1587130200000,1,10,2,20\n1587130200000,,,2,20\n"
            + "1587130200001,3,1,2,0\n";

    QuoteLoad load = new CsvQuoteReader(QUOTES).read("q.csv", stream(text)).orThrow();

    assertThat(load.quotes())
        .containsExactly(
            new Quote(AT, AT, 1, 10, 2, 20),
            new Quote(AT, AT, Double.NaN, 0, 2, 20),
            new Quote(AT + 1_000_000, AT + 1_000_000, 3, 1, 2, 0));
  }

  @Test
  void rejectsBadQuotesByName() {
    String text =
        "t,bid,bid_size,ask,ask_size\n1587130200000,-1,10,2,20\n1587130200000,,5,2,20\n"
            + "1587130200000,1,,2,20\n1587130200,1,1,2,20\n1587130200000,1,1,2,x\n";

    QuoteLoad load = new CsvQuoteReader(QUOTES).read("q.csv", stream(text));

    assertThat(load.rejected())
        .extracting(RejectedRow::rule)
        .containsExactly(
            RowRule.SOUND_QUOTE,
            RowRule.SOUND_QUOTE,
            RowRule.SOUND_QUOTE,
            RowRule.TIME_RANGE,
            RowRule.NUMBER_FORMAT);
    assertThatThrownBy(load::orThrow).hasMessageContaining("5 rejected among 5 rows");
  }

  @Test
  void datesAreNoTimesOfTicks() {
    assertThatThrownBy(() -> CsvTradeSchema.trades("t", TimeFormat.ISO_DATE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CsvQuoteSchema.quotes("t", TimeFormat.date("yyyyMMdd")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
