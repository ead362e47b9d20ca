package io.quantkit.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.TradingCalendar;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TickValidatorTest {
  private static final Symbol X = Symbol.of("X");
  private static final long T = EpochNanos.parse("2024-03-05T15:00:00Z");
  private static final long SECOND = 1_000_000_000L;
  private static final TickValidator VALIDATOR = TickValidator.of(TradingCalendar.xnys());

  private static RawBooks.Builder books(double... bids) {
    double[] sizes = new double[bids.length];
    Arrays.fill(sizes, 1);
    return RawBooks.builder(X)
        .add(T, T, new double[] {9, 8, 7}, sizes(3), new double[] {10, 11}, sizes(2), 1)
        .add(T + SECOND, T + SECOND, bids, sizes, new double[] {10, 11}, sizes(2), 2);
  }

  private static double[] sizes(int levels) {
    double[] sizes = new double[levels];
    Arrays.fill(sizes, 1);
    return sizes;
  }

  @Test
  void soundBooksPass() {
    CheckedTicks<BookSnapshot> checked = VALIDATOR.books(books(9, 8).build());

    assertThat(checked.report().clean()).isTrue();
    assertThat(checked.ticks()).hasSize(2);
  }

  @Test
  void levelsOutOfOrderAreKeptOut() {
    CheckedTicks<BookSnapshot> checked = VALIDATOR.books(books(8, 9).build());

    assertThat(checked.report().count(QualityRule.BOOK_ORDER)).isEqualTo(1);
    assertThat(checked.quarantined()).containsExactly(1);
  }

  @Test
  void crossedBooksAreKeptOut() {
    CheckedTicks<BookSnapshot> checked = VALIDATOR.books(books(10.5, 9).build());

    assertThat(checked.report().count(QualityRule.CROSSED_QUOTE)).isEqualTo(1);
    assertThat(checked.ticks()).hasSize(1);
  }

  @Test
  void lostBooksAreNamed() {
    RawBooks raw =
        books(9)
            .add(
                T + 2 * SECOND,
                T + 2 * SECOND,
                new double[] {9},
                sizes(1),
                new double[0],
                sizes(0),
                7)
            .build();

    DataQualityReport report = VALIDATOR.books(raw).report();

    assertThat(report.counts()).containsOnlyKeys(QualityRule.SEQUENCE_GAP);
    assertThat(report.findings().get(0).rows()).isEqualTo(4);
  }

  @Test
  void ticksOutsideTheSessionAreKeptOutUnlessAdmitted() {
    long early = EpochNanos.parse("2024-03-05T14:00:00Z");
    RawTrades raw = RawTrades.builder(X).add(early, early, 10, 1).add(T, T, 10, 1).build();

    assertThat(VALIDATOR.trades(raw).quarantined()).containsExactly(0);
    QualityRules extended = QualityRules.standard().with(QualityRule.OFF_SESSION, "before", 330);
    assertThat(VALIDATOR.withRules(extended).trades(raw).report().clean()).isTrue();
  }

  @Test
  void aDriftingClockIsNamed() {
    RawTrades.Builder raw = RawTrades.builder(X);
    for (int i = 0; i < 1000; i++) {
      raw.add(T + i * SECOND, T + i * SECOND + i * SECOND / 100, 10, 1);
    }

    DataQualityReport report = VALIDATOR.trades(raw.build()).report();

    assertThat(report.counts()).containsOnlyKeys(QualityRule.CLOCK_SKEW);
  }

  @Test
  void tradesOutsideTheQuoteAreNamed() {
    List<Quote> quotes =
        List.of(new Quote(T, T, 10, 1, 10.1, 1), new Quote(T + SECOND, T + SECOND, 11, 1, 11.1, 1));
    List<Trade> trades =
        List.of(
            Trade.of(T + 1, 10.1, 1),
            Trade.of(T + 2, 10.5, 1),
            Trade.of(T + SECOND, 10, 1),
            Trade.of(T + SECOND + 1, 10, 1));

    DataQualityReport report = VALIDATOR.compare(X, trades, quotes);

    assertThat(report.findings()).extracting(Finding::row).containsExactly(1, 3);
    assertThat(report.findings()).extracting(Finding::rule).containsOnly(QualityRule.TRADE_THROUGH);
  }

  @Test
  void pricesOffTheTickAreNamed() {
    RawQuotes raw = RawQuotes.builder(X).add(T, T, 10.005, 1, 10.01, 1).build();

    DataQualityReport report = VALIDATOR.withTickSize(0.01).quotes(raw).report();

    assertThat(report.counts()).containsOnlyKeys(QualityRule.TICK_SIZE);
  }
}
