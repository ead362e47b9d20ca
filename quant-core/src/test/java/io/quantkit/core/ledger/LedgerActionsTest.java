package io.quantkit.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerActionsTest {
  private static final Symbol ACME = Symbol.of("ACME");
  private static final Symbol KID = Symbol.of("KID");
  private static final Symbol BIG = Symbol.of("BIG");
  private static final ActionTerms TERMS = ActionTerms.DEFAULT;

  private final List<JournalEntry> entries = new ArrayList<>();
  private final Ledger ledger = Ledger.builder(Currency.USD).listener(entries::add).build();
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
                .minus(ledger.fees())
                .minus(ledger.taxes()));
  }

  @Test
  void aSplitMultipliesUnitsAndKeepsCostsAndDates() {
    trade(1, ACME, "10", "600");
    trade(2, ACME, "5", "660");
    ledger.mark(ACME, dec("700"));

    ledger.apply(split(9, 7, 1), TERMS);

    assertThat(ledger.position(ACME))
        .isEqualTo(new Position(ACME, dec("105"), dec("9300"), dec("100"), dec("10500")));
    assertThat(ledger.lots(ACME)).extracting(Lot::openedAt).containsExactly(1L, 2L);
    assertThat(ledger.lots(ACME)).extracting(Lot::quantity).containsExactly(dec("70"), dec("35"));
    assertThat(ledger.lots(ACME)).extracting(Lot::cost).containsExactly(dec("6000"), dec("3300"));
    assertThat(ledger.realisedPnl()).isEqualTo(Decimal.ZERO);
    assertThat(entries.get(2))
        .isEqualTo(
            new JournalEntry(2, 9, JournalEntry.Kind.CORPORATE_ACTION, "split-7:1", List.of()));
  }

  @Test
  void aReverseSplitPaysFractionsInCash() {
    trade(1, ACME, "105", "2");
    ledger.mark(ACME, dec("1"));

    ledger.apply(split(9, 1, 10), TERMS);

    // 10.5 units of $10, which cost 20 each: the half is closed for $5 and has cost 10
    assertThat(ledger.position(ACME).quantity()).isEqualTo(dec("10"));
    assertThat(ledger.position(ACME).costBasis()).isEqualTo(dec("200"));
    assertThat(ledger.cash()).isEqualTo(dec("-205"));
    assertThat(ledger.realisedPnl(ACME)).isEqualTo(dec("-5"));
    assertThat(ledger.marketValue()).isEqualTo(dec("100"));
  }

  @Test
  void fractionsArePaidAtTheStatedPrice() {
    trade(1, ACME, "105", "2");
    ledger.apply(split(9, 1, 10), TERMS.withPrice(dec("30")));

    assertThat(ledger.cash()).isEqualTo(dec("-195"));
    assertThat(ledger.realisedPnl()).isEqualTo(dec("5"));
  }

  @Test
  void fractionsStayWhereTheyCanBeHeld() {
    trade(1, ACME, "105", "2");
    ledger.apply(split(9, 1, 10), TERMS.withLotSize(dec("0.000000001")));

    assertThat(ledger.position(ACME).quantity()).isEqualTo(dec("10.5"));
    assertThat(ledger.realisedPnl()).isEqualTo(Decimal.ZERO);
  }

  @Test
  void aPositionBelowOneUnitIsPaidOut() {
    trade(1, ACME, "3", "2");
    ledger.apply(split(9, 1, 10), TERMS);

    assertThat(ledger.position(ACME).flat()).isTrue();
    assertThat(ledger.cash()).isEqualTo(Decimal.ZERO);
    assertThat(ledger.realisedPnl()).isEqualTo(Decimal.ZERO);
  }

  @Test
  void lotsSumToTheWholeWhereNoneDividesEvenly() {
    trade(1, ACME, "1", "3");
    trade(2, ACME, "1", "3");
    trade(3, ACME, "1", "3");
    ledger.apply(split(9, 1, 3), TERMS);

    assertThat(ledger.position(ACME).quantity()).isEqualTo(Decimal.ONE);
    assertThat(ledger.lots(ACME))
        .extracting(Lot::quantity)
        .containsExactly(dec("0.333333333"), dec("0.333333333"), dec("0.333333334"));
    assertThat(ledger.position(ACME).costBasis()).isEqualTo(dec("9"));
  }

  @Test
  void aShortPositionPaysWhatALongOneIsGiven() {
    trade(1, ACME, "-105", "2");
    ledger.apply(split(9, 1, 10), TERMS);
    assertThat(ledger.position(ACME).quantity()).isEqualTo(dec("-10"));
    assertThat(ledger.cash()).isEqualTo(dec("200"));

    ledger.apply(dividend(10, 20, "0.5"), TERMS.withWithholdingRate(dec("0.15")));
    assertThat(ledger.dividends()).isEqualTo(dec("-5"));
    assertThat(ledger.taxes()).isEqualTo(Decimal.ZERO);
    assertThat(ledger.receivables()).isEqualTo(dec("-5"));
    ledger.payDividends(20);
    assertThat(ledger.cash()).isEqualTo(dec("195"));
  }

  @Test
  void aDividendIsOwedFromTheExTimeAndPaidLater() {
    trade(1, ACME, "100", "50");
    ledger.apply(dividend(10, 20, "0.82"), TERMS.withWithholdingRate(dec("0.15")));

    assertThat(ledger.dividends()).isEqualTo(dec("82"));
    assertThat(ledger.taxes()).isEqualTo(dec("12.3"));
    assertThat(ledger.receivables()).isEqualTo(dec("69.7"));
    assertThat(ledger.cash()).isEqualTo(dec("-5000"));
    assertThat(ledger.equity()).isEqualTo(dec("-12.3"));

    trade(15, ACME, "-100", "49.18");
    ledger.payDividends(19);
    assertThat(ledger.receivables()).isEqualTo(dec("69.7"));
    ledger.payDividends(20);
    assertThat(ledger.receivables()).isEqualTo(Decimal.ZERO);
    assertThat(ledger.cash()).isEqualTo(dec("-12.3"));
    JournalEntry last = entries.get(entries.size() - 1);
    assertThat(last.kind()).isEqualTo(JournalEntry.Kind.PAYMENT);
    assertThat(last.time()).isEqualTo(20);
    assertThat(last.reference()).isEqualTo("dividend");
  }

  @Test
  void whoBuysFromTheExTimeOnGetsNoDividend() {
    ledger.apply(dividend(10, 20, "0.82"), TERMS);
    trade(11, ACME, "100", "50");
    ledger.payDividends(99);

    assertThat(ledger.dividends()).isEqualTo(Decimal.ZERO);
  }

  @Test
  void aSpinOffSharesCostsLotByLot() {
    trade(1, ACME, "10", "100");
    trade(2, ACME, "5", "120");
    ledger.mark(ACME, dec("150"));
    ledger.apply(
        new CorporateAction.SpinOff("o", ACME, 9, 0, KID, ShareRatio.of(1, 2), 0.2), TERMS);

    assertThat(ledger.position(ACME).costBasis()).isEqualTo(dec("1280"));
    assertThat(ledger.position(ACME).marketPrice()).isEqualTo(dec("120"));
    // 7.5 units of 60: seven stay, the half brings 30 and cost 20
    assertThat(ledger.position(KID).quantity()).isEqualTo(dec("7"));
    assertThat(ledger.position(KID).marketValue()).isEqualTo(dec("420"));
    assertThat(ledger.position(KID).costBasis()).isEqualTo(dec("300"));
    assertThat(ledger.lots(KID)).extracting(Lot::openedAt).containsExactly(1L, 2L);
    assertThat(ledger.realisedPnl(ACME)).isEqualTo(dec("10"));
    assertThat(ledger.equity()).isEqualTo(dec("650"));
  }

  @Test
  void aMergerForCashClosesThePosition() {
    trade(1, ACME, "10", "100");
    ledger.apply(CorporateAction.Merger.forCash("m", ACME, 9, 0, dec("130")), TERMS);

    assertThat(ledger.position(ACME).flat()).isTrue();
    assertThat(ledger.realisedPnl(ACME)).isEqualTo(dec("300"));
    assertThat(ledger.equity()).isEqualTo(dec("300"));
  }

  @Test
  void aMergerForSharesCarriesCostsOver() {
    trade(1, ACME, "10", "100");
    trade(2, BIG, "4", "40");
    ledger.apply(merger("0", 5, 2), TERMS);

    assertThat(ledger.position(ACME).flat()).isTrue();
    assertThat(ledger.position(BIG).quantity()).isEqualTo(dec("29"));
    assertThat(ledger.lots(BIG)).extracting(Lot::openedAt).containsExactly(1L, 2L);
    assertThat(ledger.position(BIG).costBasis()).isEqualTo(dec("1160"));
    assertThat(ledger.realisedPnl()).isEqualTo(Decimal.ZERO);
  }

  @Test
  void aMergerForBothSellsAPart() {
    trade(1, ACME, "10", "60");
    ledger.mark(ACME, dec("100"));
    ledger.apply(merger("20", 2, 1), TERMS.withPrice(dec("40")));

    // $20 of $100 in cash: a fifth of the cost of 600 is closed for 200
    assertThat(ledger.position(BIG).costBasis()).isEqualTo(dec("480"));
    assertThat(ledger.position(BIG).marketValue()).isEqualTo(dec("800"));
    assertThat(ledger.realisedPnl(ACME)).isEqualTo(dec("80"));
    assertThat(ledger.equity()).isEqualTo(dec("400"));
  }

  @Test
  void sharesReceivedCloseAnOppositePosition() {
    trade(1, ACME, "10", "100");
    trade(2, BIG, "-4", "50");
    ledger.mark(ACME, dec("100"));
    ledger.apply(merger("0", 1, 1), TERMS);

    // four of the ten close the short ones: 200 was brought, 400 was paid
    assertThat(ledger.position(BIG).quantity()).isEqualTo(dec("6"));
    assertThat(ledger.position(BIG).costBasis()).isEqualTo(dec("600"));
    assertThat(ledger.realisedPnl(ACME)).isEqualTo(dec("-200"));
  }

  @Test
  void aChangeOfSymbolMovesEverything() {
    trade(1, ACME, "10", "100");
    ledger.mark(ACME, dec("120"));
    ledger.apply(new CorporateAction.SymbolChange("c", ACME, 9, 0, BIG), TERMS);

    assertThat(ledger.position(ACME).flat()).isTrue();
    assertThat(ledger.position(BIG))
        .isEqualTo(new Position(BIG, dec("10"), dec("1000"), dec("120"), dec("1200")));
    assertThat(ledger.lots(BIG)).extracting(Lot::openedAt).containsExactly(1L);
  }

  @Test
  void aDelistingPaysWhatIsLeft() {
    trade(1, ACME, "10", "100");
    trade(2, BIG, "-10", "100");
    ledger.apply(delisting("x", ACME, "0"), TERMS);
    ledger.apply(delisting("y", BIG, "3.5"), TERMS);

    assertThat(ledger.positions()).isEmpty();
    assertThat(ledger.realisedPnl(ACME)).isEqualTo(dec("-1000"));
    assertThat(ledger.realisedPnl(BIG)).isEqualTo(dec("965"));
  }

  @Test
  void rightsAreSoldAtTheirTheoreticalPriceOrTheStatedOne() {
    trade(1, ACME, "8", "80");
    ledger.mark(ACME, dec("100"));
    ledger.apply(rights("r"), TERMS);

    // (4 * 100 + 60) / 5 = 92, so a right is worth 32, and two of them 64
    assertThat(ledger.position(ACME).marketPrice()).isEqualTo(dec("92"));
    assertThat(ledger.cash()).isEqualTo(dec("-576"));
    assertThat(ledger.realisedPnl()).isEqualTo(dec("64"));
    assertThat(ledger.equity()).isEqualTo(dec("160"));

    ledger.apply(rights("q"), TERMS.withPrice(dec("30")));
    assertThat(ledger.cash()).isEqualTo(dec("-516"));
  }

  @Test
  void rightsAreExercisedInWholeLots() {
    trade(1, ACME, "10", "80");
    ledger.mark(ACME, dec("100"));
    ledger.apply(rights("r"), TERMS.withRightsPolicy(RightsPolicy.EXERCISE));

    assertThat(ledger.position(ACME).quantity()).isEqualTo(dec("12"));
    assertThat(ledger.position(ACME).costBasis()).isEqualTo(dec("920"));
    assertThat(ledger.lots(ACME).get(1)).isEqualTo(new Lot(9, dec("2"), dec("60"), dec("120")));
    assertThat(ledger.cash()).isEqualTo(dec("-920"));
    assertThat(ledger.equity().round(2, java.math.RoundingMode.HALF_EVEN)).isEqualTo(dec("200"));
  }

  @Test
  void rightsThatLapseGiveNothing() {
    trade(1, ACME, "10", "80");
    ledger.apply(rights("r"), TERMS.withRightsPolicy(RightsPolicy.LAPSE));

    assertThat(ledger.position(ACME).quantity()).isEqualTo(dec("10"));
    assertThat(ledger.cash()).isEqualTo(dec("-800"));
  }

  @Test
  void anActionIsAppliedOnce() {
    trade(1, ACME, "10", "80");
    CorporateAction split = split(9, 2, 1);
    assertThat(ledger.seen(split)).isFalse();
    ledger.apply(split, TERMS);

    assertThat(ledger.seen(split)).isTrue();
    assertThatIllegalStateException()
        .isThrownBy(() -> ledger.apply(split, TERMS))
        .withMessage("action split-2:1 of ACME was applied before");
    assertThat(ledger.position(ACME).quantity()).isEqualTo(dec("20"));
  }

  @Test
  void whatDoesNotFitLeavesTheBooksAlone() {
    trade(1, ACME, "100000000", "1");
    TrialBalance before = ledger.trialBalance();
    CorporateAction split = split(9, 100_000_000_000L, 1);

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> ledger.apply(split, TERMS));
    assertThat(ledger.seen(split)).isFalse();
    assertThat(ledger.position(ACME).quantity()).isEqualTo(dec("100000000"));
    assertThat(ledger.trialBalance()).hasToString(before.toString());
  }

  @Test
  void termsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TERMS.withLotSize(Decimal.ZERO))
        .withMessage("lotSize must be positive, was 0");
    assertThatIllegalArgumentException().isThrownBy(() -> TERMS.withPrice(dec("-1")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TERMS.withWithholdingRate(dec("1.01")))
        .withMessage("withholdingRate must be within [0, 1], was 1.01");
  }

  private void trade(long time, Symbol symbol, String quantity, String price) {
    Decimal units = dec(quantity);
    ledger.apply(
        new Fill(
            ClientOrderId.of("o"),
            "e" + executions++,
            symbol,
            units.isPositive() ? Side.BUY : Side.SELL,
            units.abs(),
            dec(price),
            Decimal.ZERO,
            time));
  }

  private static CorporateAction split(long ex, long to, long from) {
    ShareRatio ratio = ShareRatio.of(to, from);
    return new CorporateAction.Split("split-" + ratio, ACME, ex, 0, ratio);
  }

  private static CorporateAction dividend(long ex, long pay, String amount) {
    return new CorporateAction.CashDividend("dividend", ACME, ex, 0, pay, dec(amount));
  }

  private static CorporateAction merger(String cash, long to, long from) {
    return new CorporateAction.Merger(
        "m", ACME, 9, 0, dec(cash), Optional.of(BIG), Optional.of(ShareRatio.of(to, from)));
  }

  private static CorporateAction delisting(String id, Symbol symbol, String price) {
    return new CorporateAction.Delisting(id, symbol, 9, 0, dec(price), "bankruptcy");
  }

  private static CorporateAction rights(String id) {
    return new CorporateAction.RightsIssue(id, ACME, 9, 0, ShareRatio.of(1, 4), dec("60"), 30);
  }

  private static Decimal dec(String text) {
    return Decimal.parse(text);
  }
}
