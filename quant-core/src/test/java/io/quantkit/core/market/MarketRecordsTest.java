package io.quantkit.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.math.Decimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketRecordsTest {
  private static final Symbol A = Symbol.of("A");
  private static final Symbol B = Symbol.of("B");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0   | 1   | vwap must be positive",
        "Infinity | 1 | vwap must be positive and finite",
        "1   | -1  | trades must be a whole number",
        "1   | 1.5 | trades must be a whole number",
        "1   | Infinity | trades must be a whole number"
      })
  void refusesWhatIsNoAverageOrCount(double vwap, double trades, String why) {
    assertThatThrownBy(() -> new Bar(0, 1, 1, 1, 1, 1, 1, vwap, trades))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void everyRecordHasTwoTimes() {
    List<MarketRecord> records =
        List.of(
            new Bar(1, 2, 1, 1, 1, 1, 1),
            new Trade(1, 2, 1, 1, Aggressor.BUYER),
            new Quote(1, 2, 1, 1, 2, 1),
            BookSnapshot.of(1, 2, new double[] {1}, new double[] {1}, new double[0], new double[0]),
            new Auction(1, 2, Auction.Kind.CLOSING, false, 1, 1, 0),
            new TradingStatus(1, 2, TradingStatus.State.HALTED, "LUDP"),
            new OpenInterest(1, 2, 10),
            new NewsItem(1, 2, "id", "source", "headline", "", List.of(A)),
            new Fundamental(A, "net_income", 1, 2, -5, "USD"),
            new MarketEvent(1, 2, "id", "CPI", "consumer prices", List.of(), 2, 3),
            new CorporateAction.Split("id", A, 1, 2, ShareRatio.of(7, 1)));

    assertThat(records).allMatch(one -> one.eventTime() == 1 && one.knownAt() == 2);
  }

  @Test
  void refusesKnowledgeBeforeTheEvent() {
    String why = "knownAt must not be before eventTime, was 1 < 2";
    assertThatThrownBy(() -> new Trade(2, 1, 1, 1, Aggressor.SELLER)).hasMessage(why);
    assertThatThrownBy(() -> new Quote(2, 1, 1, 1, 2, 1)).hasMessage(why);
    assertThatThrownBy(() -> new OpenInterest(2, 1, 1)).hasMessage(why);
    assertThatThrownBy(() -> new TradingStatus(2, 1, TradingStatus.State.TRADING, ""))
        .hasMessage(why);
    assertThatThrownBy(() -> new Auction(2, 1, Auction.Kind.OPENING, true, 1, 1, 0))
        .hasMessage(why);
    assertThatThrownBy(() -> new NewsItem(2, 1, "id", "", "", "", List.of())).hasMessage(why);
    assertThatThrownBy(() -> new Fundamental(A, "sales", 2, 1, 1, "USD")).hasMessage(why);
    assertThatThrownBy(() -> new MarketEvent(2, 1, "id", "CPI", "", List.of(), 1, 1))
        .hasMessageContaining("outcome of id must not be known before it happens");
  }

  @Test
  void anAnnouncementIsKnownBeforeItHappens() {
    assertThat(new MarketEvent(9, 1, "id", "CPI", "", List.of(), 2, Double.NaN).knownAt())
        .isEqualTo(1);
    assertThat(new CorporateAction.Split("id", A, 9, 1, ShareRatio.of(1, 10)).knownAt())
        .isEqualTo(1);
  }

  @Test
  void aggressorsHaveSigns() {
    assertThat(Aggressor.BUYER.sign()).isEqualTo(1);
    assertThat(Aggressor.SELLER.sign()).isEqualTo(-1);
    assertThat(Trade.of(1, 2, 3).aggressor().sign()).isZero();
  }

  @Test
  void quotesTellSpreadAndMiddle() {
    Quote quote = new Quote(0, 0, 10, 1, 10.5, 2);
    Quote bidOnly = new Quote(0, 0, 10, 1, Double.NaN, 0);

    assertThat(quote.mid()).isEqualTo(10.25);
    assertThat(quote.spread()).isEqualTo(0.5);
    assertThat(bidOnly.mid()).isNaN();
    assertThat(new Quote(0, 0, 11, 1, 10, 1).crossed()).isTrue();
    assertThat(new Quote(0, 0, 10, 1, 10, 1).locked()).isTrue();
    assertThat(quote.crossed() || quote.locked()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1  | 1  | 1 | 1 | bid must be positive",
        "1   | -1 | 1 | 1 | bid size must be at least 0",
        "1   | NaN | 1 | 1 | bid size must be at least 0",
        "NaN | 1  | 1 | 1 | bid must have a price for its size",
        "1   | 1  | Infinity | 1 | ask must be positive and finite"
      })
  void refusesWhatIsNoQuote(double bid, double bidSize, double ask, double askSize, String why) {
    assertThatThrownBy(() -> new Quote(0, 0, bid, bidSize, ask, askSize)).hasMessageContaining(why);
  }

  @Test
  void booksAnswerBeyondTheirDepth() {
    double[] bids = {10, 9};
    BookSnapshot book =
        BookSnapshot.of(0, 0, bids, new double[] {1, 2}, new double[] {11}, new double[] {3});
    bids[0] = 99;

    assertThat(book.bid(0)).isEqualTo(10);
    assertThat(book.ask(1)).isNaN();
    assertThat(book.askSize(1)).isZero();
    assertThat(book.quote()).isEqualTo(new Quote(0, 0, 10, 1, 11, 3));
    assertThat(book)
        .isEqualTo(
            BookSnapshot.of(
                0,
                0,
                new double[] {10, 9},
                new double[] {1, 2},
                new double[] {11},
                new double[] {3}));
  }

  @Test
  void refusesBooksOutOfOrder() {
    double[] one = {1};
    double[] none = {};
    double[] eleven = new double[11];
    assertThatThrownBy(
            () -> BookSnapshot.of(0, 0, new double[] {9, 10}, new double[] {1, 1}, none, none))
        .hasMessageContaining("bid 1 must be worse than the one before it");
    assertThatThrownBy(
            () -> BookSnapshot.of(0, 0, none, none, new double[] {9, 9}, new double[] {1, 1}))
        .hasMessageContaining("ask 1 must be worse");
    assertThatThrownBy(() -> BookSnapshot.of(0, 0, one, none, none, none))
        .hasMessageContaining("as many sizes");
    assertThatThrownBy(() -> BookSnapshot.of(0, 0, eleven, eleven, none, none))
        .hasMessageContaining("up to 10 prices");
    assertThatThrownBy(() -> BookSnapshot.of(0, 0, one, new double[] {0}, none, none))
        .hasMessageContaining("bid size 0 must be positive");
  }

  @Test
  void corporateActionsSayWhatIsWrong() {
    Decimal zero = Decimal.ZERO;
    assertThatThrownBy(() -> new CorporateAction.Split("id", A, 0, 0, ShareRatio.of(2, 2)))
        .hasMessageContaining("split must change the number of shares, was 2:2");
    assertThatThrownBy(() -> ShareRatio.of(0, 1)).hasMessageContaining("0 for 1");
    assertThatThrownBy(() -> new CorporateAction.CashDividend("id", A, 0, 0, 0, zero))
        .hasMessageContaining("amount must be positive");
    assertThatThrownBy(() -> new CorporateAction.CashDividend("id", A, 5, 0, 4, Decimal.ONE))
        .hasMessageContaining("payAt must not be before");
    assertThatThrownBy(() -> CorporateAction.Merger.forCash("id", A, 0, 0, zero))
        .hasMessageContaining("must give cash or shares");
    assertThatThrownBy(
            () ->
                new CorporateAction.Merger(
                    "id", A, 0, 0, Decimal.ONE, Optional.of(B), Optional.empty()))
        .hasMessageContaining("both an acquirer and a ratio");
    assertThatThrownBy(() -> new CorporateAction.SymbolChange("id", A, 0, 0, A))
        .hasMessageContaining("must not be the same");
    assertThatThrownBy(
            () -> new CorporateAction.SpinOff("id", A, 0, 0, B, ShareRatio.of(1, 4), 1.0))
        .hasMessageContaining("child share must be within (0, 1)");
    assertThatThrownBy(() -> new CorporateAction.Delisting(" ", A, 0, 0, zero, ""))
        .hasMessageContaining("id must not be empty");
    assertThatThrownBy(
            () ->
                new CorporateAction.RightsIssue("id", A, 5, 0, ShareRatio.of(1, 4), Decimal.ONE, 4))
        .hasMessageContaining("expiresAt must not be before");
  }
}
