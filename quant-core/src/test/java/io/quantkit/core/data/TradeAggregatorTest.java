package io.quantkit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Trade;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TradeAggregatorTest {
  private static final long MINUTE = 60_000_000_000L;

  private static TradeAggregator minutes() {
    return new TradeAggregator(Timeframe.MINUTE_1, TradingCalendar.alwaysOpen());
  }

  @Test
  void aBarIsCompleteWhenALaterPeriodTrades() {
    TradeAggregator aggregator = minutes();

    assertThat(aggregator.add(Trade.of(1, 10, 1))).isEmpty();
    assertThat(aggregator.add(Trade.of(2, 12, 2))).isEmpty();
    assertThat(aggregator.add(Trade.of(MINUTE - 1, 9, 3))).isEmpty();

    assertThat(aggregator.add(Trade.of(3 * MINUTE, 11, 1)))
        .contains(new Bar(0, MINUTE, 10, 12, 9, 9, 6));
    assertThat(aggregator.partial()).contains(new Bar(3 * MINUTE, 4 * MINUTE, 11, 11, 11, 11, 1));
  }

  @Test
  void aBarIsCompleteWhenTheClockSaysSo() {
    TradeAggregator aggregator = minutes();
    aggregator.add(Trade.of(1, 10, 1));

    assertThat(aggregator.advanceTo(MINUTE - 1)).isEmpty();
    assertThat(aggregator.advanceTo(MINUTE)).isPresent();
    assertThat(aggregator.advanceTo(2 * MINUTE)).isEmpty();
    assertThat(aggregator.partial()).isEmpty();
  }

  @Test
  void lateTradesAreCountedAndChangeNoBar() {
    TradeAggregator aggregator = minutes();
    aggregator.add(Trade.of(1, 10, 1));
    aggregator.advanceTo(MINUTE);

    assertThat(aggregator.add(Trade.of(2, 99, 1))).isEmpty();

    assertThat(aggregator.late()).isEqualTo(1);
    assertThat(aggregator.partial()).isEmpty();
  }

  @Property(tries = 200)
  void volumeIsConservedAndRangesHoldEveryTrade(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TradeAggregator aggregator = minutes();
    List<Bar> bars = new ArrayList<>();
    double total = 0;
    long time = 0;
    int trades = 1 + random.nextInt(300);
    for (int i = 0; i < trades; i++) {
      time += random.nextLong(MINUTE / 2);
      Trade trade = Trade.of(time, 1 + random.nextInt(100), 1 + random.nextInt(1000));
      total += trade.size();
      aggregator.add(trade).ifPresent(bars::add);
    }
    aggregator.advanceTo(Long.MAX_VALUE).ifPresent(bars::add);

    assertThat(bars.stream().mapToDouble(Bar::volume).sum()).isCloseTo(total, within(0.0));
    for (int i = 1; i < bars.size(); i++) {
      assertThat(bars.get(i).start()).isGreaterThanOrEqualTo(bars.get(i - 1).knownAt());
    }
  }

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
