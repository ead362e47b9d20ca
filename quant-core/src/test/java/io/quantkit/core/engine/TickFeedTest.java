package io.quantkit.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.action.CorporateActions;
import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Auction;
import io.quantkit.core.market.BookOrder;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Trade;
import io.quantkit.core.market.TradingStatus;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.BarSlice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TickFeedTest {
  private static final Symbol A = Symbol.of("A");
  private static final Symbol B = Symbol.of("B");

  /** Writes down what it is shown. */
  private static final class Log implements MarketReceiver {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void onBars(BarSlice bars) {
      lines.add("bars " + bars.knownAt());
    }

    @Override
    public void onQuote(Symbol symbol, Quote quote) {
      lines.add("quote " + symbol + " " + quote.knownAt());
    }

    @Override
    public void onTrade(Symbol symbol, Trade trade) {
      lines.add("trade " + symbol + " " + trade.knownAt());
    }

    @Override
    public void onBook(Symbol symbol, BookSnapshot book) {
      lines.add("book " + symbol + " " + book.knownAt());
    }

    @Override
    public void onBookOrder(Symbol symbol, BookOrder order) {
      lines.add("order " + symbol + " " + order.knownAt());
    }

    @Override
    public void onAuction(Symbol symbol, Auction auction) {
      lines.add("auction " + symbol + " " + auction.knownAt());
    }

    @Override
    public void onStatus(Symbol symbol, TradingStatus status) {
      lines.add("status " + symbol + " " + status.knownAt());
    }

    @Override
    public void onAction(CorporateAction action) {
      lines.add("action " + action.id() + " known " + action.knownAt());
    }
  }

  private static List<String> replay(Feed feed) {
    Log log = new Log();
    long last = Long.MIN_VALUE;
    while (feed.nextTime() != Long.MAX_VALUE) {
      assertThat(feed.nextTime()).isGreaterThanOrEqualTo(last);
      last = feed.nextTime();
      feed.next(log);
    }
    assertThatThrownBy(() -> feed.next(log)).isInstanceOf(NoSuchElementException.class);
    return log.lines;
  }

  private static Quote quote(long time) {
    return new Quote(time, time, 10, 1, 11, 1);
  }

  private static BookSnapshot book(long time) {
    double[] one = {1};
    return BookSnapshot.of(time, time, new double[] {10}, one, new double[] {11}, one);
  }

  @Test
  void everyKindIsShownWhenItIsKnown() {
    Feed feed =
        Feed.merge(
            Feed.statuses(A, List.of(new TradingStatus(1, 2, TradingStatus.State.TRADING, ""))),
            Feed.auctions(A, List.of(new Auction(2, 4, Auction.Kind.OPENING, false, 10, 5, 0))),
            Feed.quotes(A, List.of(quote(3), quote(5))),
            Feed.trades(B, List.of(Trade.of(3, 10, 1), new Trade(1, 5, 9, 1, Aggressor.BUYER))),
            Feed.books(A, List.of(book(5))),
            Feed.bookOrders(B, List.of(new BookOrder(1, 4, BookOrder.Kind.ADD, 1, true, 9, 1))));
    assertThat(feed.symbols()).isEqualTo(Symbols.of("A", "B"));
    assertThat(feed.startTime()).isEqualTo(1);
    assertThat(feed.remaining()).isEqualTo(8);
    assertThat(replay(feed))
        .containsExactly(
            "status A 2",
            "quote A 3",
            "trade B 3",
            "auction A 4",
            "order B 4",
            "quote A 5",
            "trade B 5",
            "book A 5");
    assertThat(feed.remaining()).isZero();
  }

  @Test
  void rejectsRecordsOutOfOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Feed.quotes(A, List.of(quote(7), quote(5))))
        .withMessage(
            "quotes of A must be in the order in which they became known, was 5 after 7 at 1");
  }

  @Test
  void anEmptyFeedEndsAtOnceAndDoesNotMoveTheStart() {
    Feed empty = Feed.trades(A, List.of());
    assertThat(empty.nextTime()).isEqualTo(Long.MAX_VALUE);
    Feed merged = Feed.merge(Feed.trades(A, List.of()), Feed.quotes(B, List.of(quote(9))));
    assertThat(merged.startTime()).isEqualTo(9);
    assertThat(replay(merged)).containsExactly("quote B 9");
  }

  /** The merge is the stable sort by time of all feeds one after the other. */
  @Property(tries = 200)
  void mergesLikeAStableSort(
      @ForAll @Size(min = 1, max = 9)
          List<@Size(max = 20) List<@LongRange(min = 0, max = 15) Long>> times) {
    List<Feed> feeds = new ArrayList<>();
    List<long[]> all = new ArrayList<>(); // time, feed
    for (int f = 0; f < times.size(); f++) {
      List<Long> sorted = new ArrayList<>(times.get(f));
      sorted.sort(Comparator.naturalOrder());
      List<Quote> quotes = new ArrayList<>();
      for (long time : sorted) {
        quotes.add(quote(time));
        all.add(new long[] {time, f});
      }
      feeds.add(Feed.quotes(Symbol.of("S" + f), quotes));
    }
    all.sort(Comparator.comparingLong(entry -> entry[0]));
    List<String> expected = new ArrayList<>();
    for (long[] entry : all) {
      expected.add("quote S" + entry[1] + " " + entry[0]);
    }
    assertThat(replay(Feed.merge(feeds.toArray(new Feed[0])))).isEqualTo(expected);
  }

  private static CorporateAction split(String id, Symbol symbol, long ex, long known, long to) {
    return new CorporateAction.Split(id, symbol, ex, known, ShareRatio.of(to, 1));
  }

  @Test
  void actionsComeAtTheirExTimesAndLateOnesWhenTheyAreKnown() {
    CorporateActions actions =
        CorporateActions.of(
            split("late", A, 10, 30, 2),
            split("first", A, 20, 5, 2),
            split("other", B, 20, 5, 2),
            split("before", A, 3, 1, 2),
            split("after", A, 40, 1, 2));
    assertThat(replay(Feed.actions(Symbols.of("A"), actions, 10, 40)))
        .containsExactly("action first known 5", "action late known 30");
  }

  @Test
  void anActionComesOnceAndAsItWasKnownThen() {
    CorporateActions actions =
        CorporateActions.builder()
            .add(split("moved", A, 20, 1, 2))
            .add(split("moved", A, 25, 15, 3)) // known in time: comes at 25 with its new ratio
            .add(split("corrected", A, 20, 1, 2))
            .add(split("corrected", A, 20, 30, 4)) // too late
            .add(split("off", A, 20, 1, 2))
            .callOff("off", 19)
            .add(split("offLate", A, 21, 1, 2))
            .callOff("offLate", 22)
            .build();
    assertThat(replay(Feed.actions(Symbols.of("A"), actions, 0, 100)))
        .containsExactly(
            "action corrected known 1", "action offLate known 1", "action moved known 15");
  }

  /** With one version each, the short way and the way through all versions agree. */
  @Property(tries = 100)
  void oneVersionEachComesAtTheLaterOfExAndKnown(
      @ForAll @Size(max = 12) List<@IntRange(max = 20) Integer> numbers) {
    CorporateActions.Builder single = CorporateActions.builder();
    CorporateActions.Builder withMore = CorporateActions.builder();
    for (int i = 0; i + 1 < numbers.size(); i += 2) {
      CorporateAction action =
          new CorporateAction.CashDividend(
              "d" + i, A, numbers.get(i), numbers.get(i + 1), 100, Decimal.ONE);
      single.add(action);
      withMore.add(action);
    }
    // A second version of something else sends the table through the long way.
    withMore.add(split("x", B, 1, 1, 2)).add(split("x", B, 1, 50, 3));
    List<String> shortWay = replay(Feed.actions(Symbols.of("A"), single.build(), 0, 100));
    List<String> longWay = replay(Feed.actions(Symbols.of("A"), withMore.build(), 0, 100));
    assertThat(longWay).containsExactlyInAnyOrderElementsOf(shortWay);
    assertThat(shortWay).hasSize(numbers.size() / 2);
  }
}
