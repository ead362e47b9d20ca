package io.quantkit.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Trade;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CsvTradeReaderTest {

  @Test
  void readsTradesAndNamesTheBadRows() {
    CsvTradeReader reader =
        new CsvTradeReader("t", TimeFormat.epoch(TimeUnit.SECONDS), "price", "amount");
    String text = "t,price,amount\n100,1.5,2\n100,1.6,0\n99,1.5,1\nx,1,1\n101,1.5,1\n1,2\n";

    TradeLoad load =
        reader.read("trades.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

    assertThat(load.trades())
        .containsExactly(Trade.of(100_000_000_000L, 1.5, 2), Trade.of(101_000_000_000L, 1.5, 1));
    assertThat(load.rejected())
        .extracting(RejectedRow::rule)
        .containsExactly(
            RowRule.SOUND_TRADE, RowRule.TIME_ORDER, RowRule.TIME_FORMAT, RowRule.COLUMN_COUNT);
  }
}
