package io.quantkit.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.data.BarQuery;
import io.quantkit.core.data.BarSources;
import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.event.ProgressListener;
import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Fundamental;
import io.quantkit.core.market.NewsItem;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Trade;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.series.Timeline;
import io.quantkit.core.time.Timeframe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store keeps to. */
class MarketStoreContractTest {
  private static final Symbol A = Symbol.of("A");
  private static final Symbol B = Symbol.of("BTC/USD");
  private static final Timeframe MINUTE = Timeframe.MINUTE_1;
  private static final long M = 60_000_000_000L;

  enum Kind {
    HEAP,
    DUCK;

    MarketStore open(Path directory) {
      return this == HEAP
          ? MarketStore.inMemory()
          : MarketStore.open(directory.resolve("market.duckdb"));
    }
  }

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void givesBackWhatWasStoredToTheBit(Kind kind) {
    BarSeries series =
        BarSeries.builder(A, MINUTE)
            .add(Long.MIN_VALUE, Long.MIN_VALUE + 1, 1, 1, 1, 1, -0.0, Double.NaN, Double.NaN)
            .add(-M, 0, Double.NaN, Double.NaN, Double.NaN, Double.MIN_VALUE, Double.NaN)
            .add(0, M, 1, 2, 0.25, 0.1 + 0.2, Double.MIN_VALUE, 0.7, 3)
            .add(Long.MAX_VALUE - 2, Long.MAX_VALUE - 1, 1, Double.MAX_VALUE, 1, 1, 1e300)
            .build();
    try (MarketStore store = kind.open(directory)) {
      AppendReport report = store.bars().append(List.of(series), Restatements.refused());

      BarSeries loaded = store.bars().load(BarQuery.all(A, MINUTE));

      assertThat(report).isEqualTo(new AppendReport(4, 0, 0, List.of()));
      assertSame(loaded, series);
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersWithBarsThatStartInTheRange(Kind kind) {
    try (MarketStore store = kind.open(directory)) {
      store.bars().append(List.of(minutes(A, 0, 10)), Restatements.refused());

      assertThat(store.bars().load(new BarQuery(A, MINUTE, 2 * M, 5 * M)).size()).isEqualTo(3);
      assertThat(store.bars().load(new BarQuery(A, MINUTE, 10 * M, 20 * M)).isEmpty()).isTrue();
      assertThatExceptionOfType(DataNotFoundException.class)
          .isThrownBy(() -> store.bars().load(BarQuery.all(B, MINUTE)))
          .withMessageContaining("has no 1m bars of BTC/USD");
      assertThatExceptionOfType(DataNotFoundException.class)
          .isThrownBy(() -> store.bars().load(BarQuery.all(A, Timeframe.DAY_1)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void storingTheSameBarsAgainChangesNothing(Kind kind) {
    try (MarketStore store = kind.open(directory)) {
      store.bars().append(List.of(minutes(A, 0, 10)), Restatements.refused());

      AppendReport again = store.bars().append(List.of(minutes(A, 5, 15)), Restatements.refused());

      assertThat(again).isEqualTo(new AppendReport(5, 5, 0, List.of()));
      assertSame(store.bars().load(BarQuery.all(A, MINUTE)), minutes(A, 0, 15));
    }
  }

  @ParameterizedTest
  @EnumSource
  void otherNumbersFailTheWholeBatchIfRestatementsAreRefused(Kind kind) {
    try (MarketStore store = kind.open(directory)) {
      store.bars().append(List.of(minutes(A, 0, 3)), Restatements.refused());

      assertThatExceptionOfType(DataValidationException.class)
          .isThrownBy(
              () ->
                  store
                      .bars()
                      .append(
                          List.of(minutes(B, 0, 3), series(A, bar(1, 9), bar(7, 9))),
                          Restatements.refused()))
          .withMessageContaining("1 bars are stored with other numbers")
          .withMessageContaining("A 1m bar at 1970-01-01T00:01:00Z");
      assertThat(store.bars().spans()).containsExactly(new BarSpan(A, MINUTE, 0, 2 * M, 3));
    }
  }

  @ParameterizedTest
  @EnumSource
  void otherNumbersAreNamedAndNotStoredIfRestatementsAreIgnored(Kind kind) {
    try (MarketStore store = kind.open(directory)) {
      store.bars().append(List.of(minutes(A, 0, 3)), Restatements.refused());

      AppendReport report =
          store.bars().append(List.of(series(A, bar(1, 9), bar(3, 9))), Restatements.ignored());

      assertThat(report)
          .isEqualTo(
              new AppendReport(1, 0, 0, List.of(new BarConflict(A, MINUTE, minute(1), bar(1, 9)))));
      assertThat(store.bars().load(BarQuery.all(A, MINUTE)).bar(1)).isEqualTo(minute(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRestatementIsKnownFromItsTimeOn(Kind kind) {
    try (MarketStore store = kind.open(directory)) {
      store.bars().append(List.of(minutes(A, 0, 3)), Restatements.refused());

      AppendReport report =
          store.bars().append(List.of(series(A, bar(1, 9))), Restatements.knownAt(10 * M));

      BarQuery all = BarQuery.all(A, MINUTE);
      assertThat(report).isEqualTo(new AppendReport(0, 0, 1, List.of()));
      assertThat(store.bars().asOf(all, 10 * M - 1).close(1)).isEqualTo(minute(1).close());
      assertThat(store.bars().asOf(all, 10 * M).close(1)).isEqualTo(9);
      assertThat(store.bars().load(all).close(1)).isEqualTo(9);
      assertThat(store.bars().spans()).containsExactly(new BarSpan(A, MINUTE, 0, 2 * M, 3));
    }
  }

  @ParameterizedTest
  @EnumSource
  void asOfSeesNoBarBeforeItIsKnown(Kind kind) {
    try (MarketStore store = kind.open(directory)) {
      store.bars().append(List.of(minutes(A, 0, 10)), Restatements.refused());

      for (int t = 0; t <= 10; t++) {
        assertThat(store.bars().asOf(BarQuery.all(A, MINUTE), t * M).size()).isEqualTo(t);
        assertThat(store.bars().asOf(BarQuery.all(A, MINUTE), t * M - 1).size())
            .isEqualTo(Math.max(0, t - 1));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void storingAHistoryOfRestatementsAgainChangesNothing(Kind kind) {
    try (MarketStore store = kind.open(directory)) {
      for (int round = 0; round < 2; round++) {
        store.bars().append(List.of(series(A, bar(1, 7))), Restatements.knownAt(5 * M));
        store.bars().append(List.of(series(A, bar(1, 8))), Restatements.knownAt(10 * M));
        AppendReport last =
            store.bars().append(List.of(series(A, bar(1, 9))), Restatements.knownAt(20 * M));
        assertThat(last.restated()).isEqualTo(round == 0 ? 1 : 0);
      }

      BarQuery all = BarQuery.all(A, MINUTE);
      assertThat(store.bars().asOf(all, 9 * M).close(0)).isEqualTo(7);
      assertThat(store.bars().asOf(all, 15 * M).close(0)).isEqualTo(8);
      assertThat(store.bars().load(all).close(0)).isEqualTo(9);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRestatementMayArriveAfterALaterOne(Kind kind) {
    try (MarketStore store = kind.open(directory)) {
      store.bars().append(List.of(series(A, bar(1, 7))), Restatements.refused());
      store.bars().append(List.of(series(A, bar(1, 9))), Restatements.knownAt(20 * M));
      store.bars().append(List.of(series(A, bar(1, 8))), Restatements.knownAt(10 * M));

      BarQuery all = BarQuery.all(A, MINUTE);
      assertThat(store.bars().asOf(all, 15 * M).close(0)).isEqualTo(8);
      assertThat(store.bars().load(all).close(0)).isEqualTo(9);
    }
  }

  @ParameterizedTest
  @EnumSource
  void numbersKnownAtTheSameTimeAsOthersAreAConflict(Kind kind) {
    try (MarketStore store = kind.open(directory)) {
      store.bars().append(List.of(series(A, bar(1, 7))), Restatements.refused());
      store.bars().append(List.of(series(A, bar(1, 8))), Restatements.knownAt(10 * M));

      AppendReport report =
          store.bars().append(List.of(series(A, bar(1, 9))), Restatements.knownAt(10 * M));

      assertThat(report.restated()).isZero();
      assertThat(report.conflicts())
          .containsExactly(new BarConflict(A, MINUTE, bar(1, 8), bar(1, 9)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void barsThatOverlapStoredOnesFailTheWholeBatch(Kind kind) {
    Bar across = new Bar(3 * M / 2, 5 * M / 2, 1, 1, 1, 1, 1);
    Bar before = new Bar(-M / 2, M / 2, 1, 1, 1, 1, 1);
    try (MarketStore store = kind.open(directory)) {
      store.bars().append(List.of(minutes(A, 0, 3)), Restatements.refused());

      for (Bar wrong : List.of(across, before)) {
        assertThatExceptionOfType(DataValidationException.class)
            .isThrownBy(
                () ->
                    store
                        .bars()
                        .append(
                            List.of(minutes(B, 0, 3), series(A, wrong)), Restatements.refused()))
            .withMessageContaining("overlaps the one before it");
        assertThat(store.bars().spans()).containsExactly(new BarSpan(A, MINUTE, 0, 2 * M, 3));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBatchHasEachSymbolOnce(Kind kind) {
    try (MarketStore store = kind.open(directory)) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  store
                      .bars()
                      .append(List.of(minutes(A, 0, 2), minutes(A, 2, 4)), Restatements.refused()))
          .withMessageContaining("A 1m occurs twice");
    }
  }

  @ParameterizedTest
  @EnumSource
  void alignsManySymbols(Kind kind) {
    try (MarketStore store = kind.open(directory)) {
      store.bars().append(List.of(minutes(A, 0, 4), minutes(B, 2, 6)), Restatements.refused());

      Panel panel = store.bars().panel(Symbols.of(A, B), MINUTE, M, 5 * M);

      assertThat(panel.rows()).isEqualTo(4);
      assertThat(panel.trading(0, 1)).isFalse();
      assertThat(panel.close(1, 1)).isEqualTo(minute(2).close());
    }
  }

  @ParameterizedTest
  @EnumSource
  void deletesARangeWithAllVersions(Kind kind) {
    try (MarketStore store = kind.open(directory)) {
      store.bars().append(List.of(minutes(A, 0, 10), minutes(B, 0, 2)), Restatements.refused());
      store.bars().append(List.of(series(A, bar(1, 9))), Restatements.knownAt(99 * M));

      long deleted = store.bars().delete(new BarQuery(A, MINUTE, Long.MIN_VALUE, 4 * M));

      assertThat(deleted).isEqualTo(4);
      assertThat(store.bars().spans())
          .containsExactly(
              new BarSpan(A, MINUTE, 4 * M, 9 * M, 6), new BarSpan(B, MINUTE, 0, M, 2));
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalThreadsReadWhileOneAppends(Kind kind)
      throws InterruptedException, ExecutionException {
    ExecutorService readers = Executors.newFixedThreadPool(3);
    try (MarketStore store = kind.open(directory)) {
      store.bars().append(List.of(minutes(A, 0, 10), minutes(B, 0, 10)), Restatements.refused());
      CountDownLatch done = new CountDownLatch(1);
      List<Future<Boolean>> results = new ArrayList<>();
      for (int r = 0; r < 3; r++) {
        results.add(
            readers.submit(
                () -> {
                  boolean whole = true;
                  do {
                    int size = store.bars().load(BarQuery.all(A, MINUTE)).size();
                    whole &= size % 10 == 0;
                  } while (done.getCount() > 0);
                  return whole;
                }));
      }
      for (int batch = 1; batch <= 10; batch++) {
        store
            .bars()
            .append(List.of(minutes(A, 10 * batch, 10 * batch + 10)), Restatements.refused());
      }
      done.countDown();

      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
      List<BarQuery> queries = List.of(BarQuery.all(A, MINUTE), BarQuery.all(B, MINUTE));
      List<BarSeries> loaded =
          BarSources.loadAll(store.bars(), queries, readers, ProgressListener.NONE);
      assertThat(loaded).extracting(BarSeries::size).containsExactly(110, 10);
    } finally {
      readers.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsTradesQuotesAndBooks(Kind kind) {
    Trade trade = new Trade(5, 7, 10.25, 3, Aggressor.SELLER);
    Quote quote = new Quote(5, 5, Double.NaN, 0, 10.5, 2);
    BookSnapshot book =
        BookSnapshot.of(
            5, 6, new double[] {10, 9.5}, new double[] {1, 2}, new double[0], new double[0]);
    try (MarketStore store = kind.open(directory)) {
      store.trades().append(A, List.of(Trade.of(9, 11, 1), trade));
      store.quotes().append(A, List.of(quote));
      store.books().append(A, List.of(book));

      assertThat(store.trades().load(A, 0, 10)).containsExactly(trade, Trade.of(9, 11, 1));
      assertThat(store.trades().load(A, 0, 9)).containsExactly(trade);
      assertThat(store.trades().knownBy(6, A, 0, 10)).isEmpty();
      assertThat(store.quotes().load(A, 0, 10)).containsExactly(quote);
      assertThat(store.books().load(A, 0, 10)).containsExactly(book);
      assertThat(store.trades().load(B, 0, 10)).isEmpty();
      assertThat(store.trades().spans()).containsExactly(new RecordSpan(A, 5, 9, 2));
      assertThat(store.trades().delete(A, 0, 6)).isEqualTo(1);
      assertThat(store.trades().load(A, 0, 10)).containsExactly(Trade.of(9, 11, 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void equalTradesOfOneBatchAreKeptAndNotDoubledByTheNext(Kind kind) {
    Trade twice = Trade.of(5, 10, 1);
    try (MarketStore store = kind.open(directory)) {
      assertThat(store.trades().append(A, List.of(twice, twice, Trade.of(6, 10, 1)))).isEqualTo(3);
      assertThat(store.trades().append(A, List.of(twice, twice, Trade.of(6, 10, 1)))).isZero();
      assertThat(store.trades().append(A, List.of(twice, twice, twice))).isEqualTo(1);
      assertThat(store.trades().load(A, 0, 10)).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsEveryKindOfCorporateAction(Kind kind) {
    Symbol other = Symbol.of("CHILD");
    Decimal money = Decimal.parse("0.123456789");
    List<CorporateAction> actions =
        List.of(
            new CorporateAction.CashDividend("1", A, 10, 1, 20, money),
            new CorporateAction.StockDividend("2", A, 11, 1, ShareRatio.of(1, 20)),
            new CorporateAction.Split("3", A, 12, 1, ShareRatio.of(7, 1)),
            new CorporateAction.SpinOff("4", A, 13, 1, other, ShareRatio.of(1, 3), 0.25),
            new CorporateAction.Merger(
                "5", A, 14, 1, money, Optional.of(other), Optional.of(ShareRatio.of(1, 2))),
            CorporateAction.Merger.forCash("6", A, 15, 1, Decimal.parse("99999999999.5")),
            new CorporateAction.SymbolChange("7", A, 16, 1, other),
            new CorporateAction.Delisting("8", A, 17, 1, Decimal.ZERO, "bankruptcy"),
            new CorporateAction.RightsIssue("9", A, 18, 1, ShareRatio.of(1, 4), money, 30));
    try (MarketStore store = kind.open(directory)) {
      assertThat(store.actions().append(A, actions)).isEqualTo(9);
      assertThat(store.actions().append(A, actions)).isZero();
      assertThat(store.actions().load(A, 0, 100)).isEqualTo(actions);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> store.actions().append(B, actions))
          .withMessageContaining("must not be filed under BTC/USD");
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsRestatementsOfNumbersAndNewsBesideWhatTheyRestate(Kind kind) {
    Fundamental first = new Fundamental(A, "net_income", 100, 200, 1.5e9, "USD");
    Fundamental restated = new Fundamental(A, "net_income", 100, 300, 1.4e9, "USD");
    NewsItem item = new NewsItem(1, 2, "n1", "wire", "Head 'line'", "\"text\"", List.of(A, B));
    try (MarketStore store = kind.open(directory)) {
      store.fundamentals().append(A, List.of(restated, first));
      store.news().append(B, List.of(item));

      Timeline<Fundamental> income = Timeline.of(store.fundamentals().load(A, 0, 1000));

      assertThat(income.asOf(250)).contains(first);
      assertThat(income.asOf(300)).contains(restated);
      assertThat(store.fundamentals().knownBy(250, A, 0, 1000)).containsExactly(first);
      assertThat(store.news().load(B, 0, 10)).containsExactly(item);
    }
  }

  private static BarSeries minutes(Symbol symbol, int from, int to) {
    BarSeries.Builder builder = BarSeries.builder(symbol, MINUTE);
    for (int i = from; i < to; i++) {
      builder.add(minute(i));
    }
    return builder.build();
  }

  private static Bar minute(int i) {
    return bar(i, 100 + i);
  }

  private static Bar bar(int minute, double close) {
    return new Bar(
        minute * M, (minute + 1) * M, close, close + 1, close - 1, close, 10, close, Double.NaN);
  }

  private static BarSeries series(Symbol symbol, Bar... bars) {
    return BarSeries.copyOf(symbol, MINUTE, List.of(bars));
  }

  static void assertSame(BarSeries actual, BarSeries expected) {
    assertThat(actual.symbol()).isEqualTo(expected.symbol());
    assertThat(actual.timeframe()).isEqualTo(expected.timeframe());
    assertThat(actual.size()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.start(i)).isEqualTo(expected.start(i));
      assertThat(actual.knownAt(i)).isEqualTo(expected.knownAt(i));
      for (BarField field : BarField.values()) {
        assertThat(Double.doubleToRawLongBits(actual.value(field, i)))
            .as("%s of bar %d", field, i)
            .isEqualTo(Double.doubleToRawLongBits(expected.value(field, i)));
      }
    }
  }
}
