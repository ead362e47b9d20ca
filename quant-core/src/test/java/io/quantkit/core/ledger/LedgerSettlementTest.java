package io.quantkit.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import io.quantkit.core.time.SettlementRule;
import java.time.Instant;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Dates of SEC Rule 15c6-1: T+2 for trades until Friday 2024-05-24, T+1 from Tuesday 05-28. */
class LedgerSettlementTest {
  private static final Symbol IBM = Symbol.of("IBM");
  private static final Symbol BTC = Symbol.of("BTC/USD");

  private final Ledger ledger =
      Ledger.builder(Currency.USD)
          .settlement(
              symbol -> symbol.equals(BTC) ? SettlementRule.crypto() : SettlementRule.usEquities())
          .build();
  private int executions;

  @Test
  void salesSettleTwoSessionsLaterUntilMay2024() {
    ledger.deposit(nanos("2024-05-01T12:00:00Z"), dec("10000"));
    trade("2024-05-02T14:00:00Z", IBM, Side.BUY, "10", "100"); // Thursday
    trade("2024-05-03T14:00:00Z", IBM, Side.SELL, "10", "110"); // Friday

    assertThat(ledger.cash()).isEqualTo(dec("10100"));
    assertThat(ledger.settledCash()).isEqualTo(dec("10000"));
    assertThat(ledger.availableCash()).isEqualTo(dec("9000"));
    assertThat(ledger.pendingSettlements())
        .containsExactly(
            new PendingSettlement(nanos("2024-05-06T04:00:00Z"), Decimal.ZERO, dec("1000")),
            new PendingSettlement(nanos("2024-05-07T04:00:00Z"), dec("1100"), Decimal.ZERO));
    assertThat(ledger.pendingSettlements().get(1).net()).isEqualTo(dec("1100"));

    ledger.settle(nanos("2024-05-06T04:00:00Z"));
    assertThat(ledger.settledCash()).isEqualTo(dec("9000"));
    assertThat(ledger.availableCash()).isEqualTo(dec("9000"));
    ledger.settle(nanos("2024-05-07T03:59:59Z"));
    assertThat(ledger.settledCash()).isEqualTo(dec("9000"));
    ledger.settle(nanos("2024-05-07T13:30:00Z"));
    assertThat(ledger.settledCash()).isEqualTo(dec("10100"));
    assertThat(ledger.availableCash()).isEqualTo(dec("10100"));
    assertThat(ledger.pendingSettlements()).isEmpty();
  }

  @Test
  void theRuleThatHoldsOnTheTradeDateCounts() {
    trade("2024-05-24T14:00:00Z", IBM, Side.BUY, "1", "100"); // T+2 over Memorial Day: the 29th
    trade("2024-05-28T14:00:00Z", IBM, Side.BUY, "1", "200"); // T+1: the 29th too

    assertThat(ledger.pendingSettlements())
        .containsExactly(
            new PendingSettlement(nanos("2024-05-29T04:00:00Z"), Decimal.ZERO, dec("300")));
  }

  @Test
  void cryptoSettlesAtOnceAndFeesWithTheirTrade() {
    trade("2024-06-01T14:00:00Z", BTC, Side.SELL, "1", "60000"); // a Saturday
    assertThat(ledger.settledCash()).isEqualTo(dec("60000"));
    ledger.apply(fill("2024-06-03T14:00:00Z", IBM, Side.SELL, "1", "100", "2"));
    assertThat(ledger.settledCash()).isEqualTo(dec("60000"));
    assertThat(ledger.availableCash()).isEqualTo(dec("60000"));
    assertThat(ledger.pendingSettlements().get(0).receipts()).isEqualTo(dec("98"));
  }

  @Test
  void withoutARuleEverythingSettlesAtOnce() {
    Ledger plain = Ledger.open(Currency.USD);
    plain.apply(fill("2024-06-03T14:00:00Z", IBM, Side.SELL, "1", "100", "2"));
    assertThat(plain.settledCash()).isEqualTo(plain.cash());
    assertThat(plain.availableCash()).isEqualTo(dec("98"));
    assertThat(plain.pendingSettlements()).isEmpty();
  }

  @Test
  void tellsCashAfterATradeBeforeItIsMade() {
    ledger.deposit(0, dec("1000"));
    Decimal expected = ledger.cashAfter(Side.BUY, dec("3"), dec("100.5"), dec("0.25"));
    assertThat(expected).isEqualTo(dec("698.25"));
    ledger.apply(fill("2024-06-03T14:00:00Z", IBM, Side.BUY, "3", "100.5", "0.25"));
    assertThat(ledger.cash()).isEqualTo(expected);
    assertThat(ledger.cashAfter(Side.SELL, dec("3"), dec("100.5"), dec("0.25")))
        .isEqualTo(dec("999.5"));
  }

  @Property(tries = 20)
  void settledAndPendingMakeUpCash(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Ledger books = Ledger.builder(Currency.USD).settlement(SettlementRule.usEquities()).build();
    long time = nanos("2024-04-01T14:00:00Z");
    for (int i = 0; i < 300; i++) {
      time += random.nextLong(20_000_000_000_000L);
      books.settle(time);
      Side side = Side.values()[random.nextInt(2)];
      Decimal quantity = Decimal.ofScaled(random.nextLong(1, 100_000), random.nextInt(7));
      Decimal price = Decimal.ofScaled(random.nextLong(1, 100_000), 2);
      books.apply(
          new Fill(ClientOrderId.of("o"), "e" + i, IBM, side, quantity, price, Decimal.ZERO, time));
      Decimal pending = Decimal.ZERO;
      Decimal receipts = Decimal.ZERO;
      for (PendingSettlement settlement : books.pendingSettlements()) {
        assertThat(settlement.time()).isGreaterThan(time);
        pending = pending.plus(settlement.net());
        receipts = receipts.plus(settlement.receipts());
      }
      assertThat(books.settledCash().plus(pending)).isEqualTo(books.cash());
      assertThat(books.availableCash().plus(receipts)).isEqualTo(books.cash());
    }
    books.settle(Long.MAX_VALUE);
    assertThat(books.settledCash()).isEqualTo(books.cash());
  }

  private void trade(String time, Symbol symbol, Side side, String quantity, String price) {
    ledger.apply(fill(time, symbol, side, quantity, price, "0"));
  }

  private Fill fill(
      String time, Symbol symbol, Side side, String quantity, String price, String fee) {
    return new Fill(
        ClientOrderId.of("o"),
        "e" + ++executions,
        symbol,
        side,
        dec(quantity),
        dec(price),
        dec(fee),
        nanos(time));
  }

  private static long nanos(String time) {
    return Instant.parse(time).getEpochSecond() * 1_000_000_000L;
  }

  private static Decimal dec(String text) {
    return Decimal.parse(text);
  }
}
