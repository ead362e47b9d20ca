package io.quantkit.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Symbol ACME = Symbol.of("ACME");
  private static final Symbol IBM = Symbol.of("IBM");

  private Ledger ledger = Ledger.open(Currency.USD);
  private int executions;

  @AfterEach
  void theBooksBalance() {
    assertThat(ledger.trialBalance().balanced()).isTrue();
    assertThat(ledger.equity())
        .isEqualTo(
            ledger
                .deposits()
                .plus(ledger.realisedPnl())
                .plus(ledger.unrealisedPnl())
                .plus(ledger.dividends())
                .plus(ledger.interest())
                .minus(ledger.fees()));
  }

  @Test
  void emptyBooksHaveNothing() {
    assertThat(ledger.currency()).isEqualTo(Currency.USD);
    assertThat(ledger.equity()).isEqualTo(Decimal.ZERO);
    assertThat(ledger.positions()).isEmpty();
    assertThat(ledger.position(IBM)).isEqualTo(Position.flat(IBM));
    assertThat(ledger.lots(IBM)).isEmpty();
    assertThat(ledger.realisedPnl(IBM)).isEqualTo(Decimal.ZERO);
  }

  @Test
  void buyingTurnsCashIntoAPosition() {
    ledger.deposit(0, dec("10000"));
    buy(IBM, "10", "100", "1");
    ledger.mark(IBM, dec("103"));

    Position position = ledger.position(IBM);
    assertThat(position)
        .isEqualTo(new Position(IBM, dec("10"), dec("1000"), dec("103"), dec("1030")));
    assertThat(position.averagePrice()).contains(dec("100"));
    assertThat(position.unrealisedPnl()).isEqualTo(dec("30"));
    assertThat(position.flat()).isFalse();
    assertThat(ledger.cash()).isEqualTo(dec("8999"));
    assertThat(ledger.fees()).isEqualTo(dec("1"));
    assertThat(ledger.marketValue()).isEqualTo(dec("1030"));
    assertThat(ledger.unrealisedPnl()).isEqualTo(dec("30"));
    assertThat(ledger.equity()).isEqualTo(dec("10029"));
  }

  @Test
  void aFillBringsANewerPrice() {
    buy(IBM, "10", "100", "0");
    ledger.mark(IBM, dec("103"));
    buy(IBM, "10", "105", "0");

    assertThat(ledger.position(IBM).marketPrice()).isEqualTo(dec("105"));
    assertThat(ledger.unrealisedPnl()).isEqualTo(dec("50"));
  }

  /**
   * J.K. Lasser's Your Income Tax 2013, section 30.2 "Earmarking Stock Lots": 100 shares bought at
   * 77, 200 at 84, 100 at 105; of 100 sold at 90, the youngest lot gives a loss of 1,500, and the
   * oldest is what first-in, first-out takes.
   */
  @Test
  void closesTheOldestLotFirst() {
    buyAcmeSteel();
    sell(ACME, "100", "90", "0");

    assertThat(ledger.realisedPnl()).isEqualTo(dec("1300"));
    assertThat(ledger.lots(ACME)).extracting(Lot::price).containsExactly(dec("84"), dec("105"));
  }

  /** The other half of the example of {@link #closesTheOldestLotFirst}. */
  @Test
  void closesTheYoungestLotFirstIfAskedTo() {
    ledger = Ledger.builder(Currency.USD).lotMethod(LotMethod.LIFO).build();
    buyAcmeSteel();
    sell(ACME, "100", "90", "0");

    assertThat(ledger.realisedPnl()).isEqualTo(dec("-1500"));
    assertThat(ledger.lots(ACME)).extracting(Lot::price).containsExactly(dec("77"), dec("84"));
  }

  @Test
  void splitsALotThatIsClosedInPart() {
    buyAcmeSteel();
    sell(ACME, "150", "90", "0");

    assertThat(ledger.realisedPnl()).isEqualTo(dec("1600"));
    assertThat(ledger.realisedPnl(ACME)).isEqualTo(dec("1600"));
    assertThat(ledger.lots(ACME))
        .containsExactly(
            new Lot(2, dec("150"), dec("84"), dec("12600")),
            new Lot(3, dec("100"), dec("105"), dec("10500")));
    assertThat(ledger.position(ACME).costBasis()).isEqualTo(dec("23100"));
  }

  @Test
  void sellingShortBringsCashAndANegativePosition() {
    sell(IBM, "10", "100", "0");
    ledger.mark(IBM, dec("90"));

    assertThat(ledger.position(IBM))
        .isEqualTo(new Position(IBM, dec("-10"), dec("-1000"), dec("90"), dec("-900")));
    assertThat(ledger.position(IBM).averagePrice()).contains(dec("100"));
    assertThat(ledger.lots(IBM)).containsExactly(new Lot(1, dec("-10"), dec("100"), dec("-1000")));
    assertThat(ledger.cash()).isEqualTo(dec("1000"));
    assertThat(ledger.equity()).isEqualTo(dec("100"));

    buy(IBM, "4", "95", "0");
    assertThat(ledger.realisedPnl()).isEqualTo(dec("20"));
    assertThat(ledger.position(IBM).costBasis()).isEqualTo(dec("-600"));
  }

  @Test
  void oneFillMayTurnLongIntoShortAndBack() {
    buy(IBM, "10", "100", "0");
    sell(IBM, "25", "110", "2.5");

    assertThat(ledger.realisedPnl()).isEqualTo(dec("100"));
    assertThat(ledger.position(IBM).quantity()).isEqualTo(dec("-15"));
    assertThat(ledger.lots(IBM)).containsExactly(new Lot(2, dec("-15"), dec("110"), dec("-1650")));

    buy(IBM, "20", "104", "0");
    assertThat(ledger.realisedPnl()).isEqualTo(dec("190"));
    assertThat(ledger.position(IBM).quantity()).isEqualTo(dec("5"));
    assertThat(ledger.position(IBM).costBasis()).isEqualTo(dec("520"));
  }

  @Test
  void closingLeavesNothingBehind() {
    buy(IBM, "0.333333333", "0.777", "0");
    buy(IBM, "0.1", "0.000000007", "0");
    sell(IBM, "0.2", "1.000000001", "0");
    sell(IBM, "0.233333333", "2.1", "0");

    assertThat(ledger.position(IBM)).isEqualTo(Position.flat(IBM));
    assertThat(ledger.positions()).isEmpty();
    assertThat(ledger.lots(IBM)).isEmpty();
    assertThat(ledger.trialBalance().balance(LedgerAccount.POSITIONS)).isEqualTo(Decimal.ZERO);
    assertThat(ledger.cash()).isEqualTo(ledger.realisedPnl());
  }

  @Test
  void whatIsRoundedWhenALotIsSplitStaysWithTheRest() {
    buy(IBM, "0.000000014", "0.1", "0");
    assertThat(ledger.position(IBM).costBasis()).isEqualTo(dec("0.000000001"));

    sell(IBM, "0.000000006", "0.1", "0");
    assertThat(ledger.position(IBM).costBasis()).isEqualTo(Decimal.ZERO);

    sell(IBM, "0.000000006", "0.1", "0");
    assertThat(ledger.position(IBM).costBasis()).isEqualTo(Decimal.ZERO);
    assertThat(ledger.realisedPnl()).isEqualTo(dec("0.000000001"));
  }

  @Test
  void roundsToTheMoneyScale() {
    ledger = Ledger.builder(Currency.USD).moneyScale(2).build();
    ledger.deposit(0, dec("100.005"));
    buy(IBM, "0.3", "10.55", "0.015");
    ledger.mark(IBM, dec("10.05"));

    assertThat(ledger.deposits()).isEqualTo(dec("100"));
    assertThat(ledger.position(IBM).costBasis()).isEqualTo(dec("3.16"));
    assertThat(ledger.fees()).isEqualTo(dec("0.02"));
    assertThat(ledger.position(IBM).marketValue()).isEqualTo(dec("3.02"));
    assertThat(ledger.equity()).isEqualTo(dec("99.84"));
  }

  @Test
  void incomeAndCostsHaveTheirOwnAccounts() {
    ledger.deposit(0, dec("1000"));
    ledger.withdraw(1, dec("100"));
    ledger.dividend(2, IBM, dec("12.34"));
    ledger.dividend(3, ACME, dec("-2.34"));
    ledger.interest(4, dec("1.5"));
    ledger.interest(5, dec("-4"));
    ledger.fee(6, dec("3"), "market data");
    ledger.fee(7, dec("-1"), "rebate");

    assertThat(ledger.deposits()).isEqualTo(dec("900"));
    assertThat(ledger.dividends()).isEqualTo(dec("10"));
    assertThat(ledger.interest()).isEqualTo(dec("-2.5"));
    assertThat(ledger.fees()).isEqualTo(dec("2"));
    assertThat(ledger.cash()).isEqualTo(dec("905.5"));
  }

  @Test
  void booksAnExecutionOnce() {
    Fill fill = fill("e-1", IBM, Side.BUY, "10", "100", "0");
    ledger.apply(fill);

    assertThat(ledger.seen(fill)).isTrue();
    assertThatIllegalStateException()
        .isThrownBy(() -> ledger.apply(fill))
        .withMessage("execution e-1 of order o-1 was booked before");
    assertThat(ledger.position(IBM).quantity()).isEqualTo(dec("10"));
  }

  @Test
  void tellsExecutionsOfDifferentOrdersApart() {
    ledger.apply(fill("e-1", IBM, Side.BUY, "10", "100", "0"));
    Fill other =
        new Fill(
            ClientOrderId.of("o-2"), "e-1", IBM, Side.SELL, dec("10"), dec("100"), Decimal.ZERO, 0);

    assertThat(ledger.seen(other)).isFalse();
    ledger.apply(other);
    assertThat(ledger.positions()).isEmpty();
  }

  @Test
  void remembersManyExecutions() {
    for (int i = 0; i < 5_000; i++) {
      ledger.apply(fill("e-" + i, IBM, Side.BUY, "1", "1", "0"));
    }
    for (int i = 0; i < 5_000; i++) {
      assertThat(ledger.seen(fill("e-" + i, IBM, Side.BUY, "1", "1", "0"))).isTrue();
    }
    assertThat(ledger.seen(fill("e-5000", IBM, Side.BUY, "1", "1", "0"))).isFalse();
    assertThat(ledger.lots(IBM)).hasSize(5_000);
    sell(IBM, "4999.5", "1", "0");
    assertThat(ledger.lots(IBM)).containsExactly(new Lot(0, dec("0.5"), dec("1"), dec("0.5")));
  }

  @Test
  void listsPositionsInTheOrderFirstTraded() {
    buy(IBM, "1", "1", "0");
    buy(ACME, "1", "1", "0");
    sell(IBM, "1", "1", "0");
    assertThat(ledger.positions()).extracting(Position::symbol).containsExactly(ACME);
    buy(IBM, "1", "1", "0");
    assertThat(ledger.positions()).extracting(Position::symbol).containsExactly(IBM, ACME);
  }

  @Test
  void pricesOfWhatIsNotHeldHaveNoEffect() {
    ledger.mark(IBM, dec("100"));
    assertThat(ledger.position(IBM)).isEqualTo(Position.flat(IBM));
    buy(IBM, "1", "90", "0");
    sell(IBM, "1", "90", "0");
    ledger.mark(IBM, dec("100"));
    assertThat(ledger.equity()).isEqualTo(Decimal.ZERO);
  }

  @Test
  void worthlessIsAPrice() {
    buy(IBM, "10", "100", "0");
    ledger.mark(IBM, Decimal.ZERO);
    assertThat(ledger.equity()).isEqualTo(dec("-1000"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ledger.mark(IBM, dec("-1")))
        .withMessage("price of IBM must not be negative, was -1");
  }

  @Test
  void refusesAmountsThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ledger.deposit(0, Decimal.ZERO))
        .withMessage("amount must be positive, was 0");
    assertThatIllegalArgumentException().isThrownBy(() -> ledger.withdraw(0, dec("-1")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ledger.builder(Currency.USD).moneyScale(10));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ledger.builder(Currency.USD).moneyScale(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Position(IBM, dec("1"), dec("1"), dec("-1"), dec("-1")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Position(IBM, Decimal.ZERO, dec("1"), Decimal.ZERO, Decimal.ZERO));
  }

  @Test
  void whatDoesNotFitLeavesTheBooksAsTheyWere() {
    ledger.deposit(0, dec("999999999999999999"));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> ledger.deposit(1, Decimal.ONE));

    Fill tooBig = fill("big", IBM, Side.BUY, "999999999999", "999999999", "0");
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> ledger.apply(tooBig));
    Fill tooFine = fill("fine", IBM, Side.BUY, "0.1", "0.1", "0.01");
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> ledger.apply(tooFine));

    assertThat(ledger.cash()).isEqualTo(dec("999999999999999999"));
    assertThat(ledger.seen(tooBig)).isFalse();
    assertThat(ledger.seen(tooFine)).isFalse();
    assertThat(ledger.positions()).isEmpty();
    assertThat(ledger.lots(IBM)).isEmpty();
  }

  @Test
  void aSplitThatDoesNotFitLeavesTheLotsAsTheyWere() {
    buy(IBM, "1000000", "10000", "0");
    List<Lot> before = ledger.lots(IBM);

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> sell(IBM, "0.000000001", "9", "0"));
    assertThat(ledger.lots(IBM)).isEqualTo(before);
    assertThat(ledger.position(IBM).quantity()).isEqualTo(dec("1000000"));
  }

  @Test
  void tellsItsListenerEveryEntry() {
    List<JournalEntry> journal = new ArrayList<>();
    ledger = Ledger.builder(Currency.USD).listener(journal::add).build();
    ledger.deposit(10, dec("1000"));
    ledger.apply(fill("e-1", IBM, Side.BUY, "5", "100", "1"));
    ledger.mark(IBM, dec("120"));
    ledger.apply(fill("e-2", IBM, Side.SELL, "2", "110", "-0.5"));
    ledger.dividend(40, IBM, dec("3"));
    ledger.interest(50, dec("-2"));
    ledger.fee(60, dec("4"), "market data");
    ledger.withdraw(70, dec("100"));

    assertThat(journal)
        .containsExactly(
            entry(
                0,
                10,
                JournalEntry.Kind.DEPOSIT,
                "",
                post(LedgerAccount.CASH, "1000"),
                post(LedgerAccount.CAPITAL, "-1000")),
            entry(
                1,
                0,
                JournalEntry.Kind.FILL,
                "e-1",
                post(LedgerAccount.CASH, "-501"),
                post(LedgerAccount.POSITIONS, "500"),
                post(LedgerAccount.FEES, "1")),
            entry(
                2,
                0,
                JournalEntry.Kind.FILL,
                "e-2",
                post(LedgerAccount.CASH, "220.5"),
                post(LedgerAccount.POSITIONS, "-200"),
                post(LedgerAccount.FEES, "-0.5"),
                post(LedgerAccount.REALISED, "-20")),
            entry(
                3,
                40,
                JournalEntry.Kind.DIVIDEND,
                "IBM",
                post(LedgerAccount.CASH, "3"),
                post(LedgerAccount.DIVIDENDS, "-3")),
            entry(
                4,
                50,
                JournalEntry.Kind.INTEREST,
                "",
                post(LedgerAccount.CASH, "-2"),
                post(LedgerAccount.INTEREST, "2")),
            entry(
                5,
                60,
                JournalEntry.Kind.FEE,
                "market data",
                post(LedgerAccount.CASH, "-4"),
                post(LedgerAccount.FEES, "4")),
            entry(
                6,
                70,
                JournalEntry.Kind.WITHDRAWAL,
                "",
                post(LedgerAccount.CASH, "-100"),
                post(LedgerAccount.CAPITAL, "100")));
    assertThat(ledger.trialBalance())
        .hasToString(
            "TrialBalance[CASH 616.5, POSITIONS 300, FEES 4.5, CAPITAL -900, REALISED -20,"
                + " DIVIDENDS -3, INTEREST 2,"
                + " RECEIVABLES 0, TAXES 0]");
    assertThat(ledger.trialBalance().debits()).isEqualTo(dec("923"));
    assertThat(ledger.trialBalance().credits()).isEqualTo(dec("923"));
  }

  private void buyAcmeSteel() {
    buy(ACME, "100", "77", "0");
    buy(ACME, "200", "84", "0");
    buy(ACME, "100", "105", "0");
  }

  private void buy(Symbol symbol, String quantity, String price, String fee) {
    trade(symbol, Side.BUY, quantity, price, fee);
  }

  private void sell(Symbol symbol, String quantity, String price, String fee) {
    trade(symbol, Side.SELL, quantity, price, fee);
  }

  private void trade(Symbol symbol, Side side, String quantity, String price, String fee) {
    executions++;
    ledger.apply(
        new Fill(
            ClientOrderId.of("t-" + executions),
            "t",
            symbol,
            side,
            dec(quantity),
            dec(price),
            dec(fee),
            executions));
  }

  private static Fill fill(
      String executionId, Symbol symbol, Side side, String quantity, String price, String fee) {
    return new Fill(
        ClientOrderId.of("o-1"), executionId, symbol, side, dec(quantity), dec(price), dec(fee), 0);
  }

  private static JournalEntry entry(
      long sequence, long time, JournalEntry.Kind kind, String reference, Posting... postings) {
    return new JournalEntry(sequence, time, kind, reference, List.of(postings));
  }

  private static Posting post(LedgerAccount account, String amount) {
    return new Posting(account, dec(amount));
  }

  private static Decimal dec(String text) {
    return Decimal.parse(text);
  }
}
