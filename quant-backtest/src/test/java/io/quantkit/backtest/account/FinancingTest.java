package io.quantkit.backtest.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.broker.AccountActivity.Kind;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.time.Session;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FinancingTest {
  private static final Symbol X = Symbol.of("X");

  private static Interest flat(String rate) {
    return Interest.flat(Decimal.parse(rate));
  }

  @Test
  void chargesMarginInterestByCalendarDaysOver360() {
    Desk desk = new Desk(Unrestricted.LONG_ONLY, "10000", Financing.NONE.withMargin(flat("0.072")));
    desk.buy("X", 1000, "60", "2024-06-06");
    desk.close("2024-06-06");
    desk.close("2024-06-07");
    // 50,000 at 7.2 % are 10 a day; Friday counts three.
    assertThat(desk.activities)
        .extracting(activity -> activity.kind() + " " + activity.amount())
        .containsExactly("MARGIN_INTEREST -10", "MARGIN_INTEREST -30.01");
    assertThat(desk.activities.get(0).description())
        .isEqualTo("interest of 1 days on 50000 borrowed");
    assertThat(desk.cash()).isEqualTo("-50040.01");
  }

  /** Juneteenth 2024 was a Wednesday: the Tuesday before counts two days. */
  @Test
  void countsHolidays() {
    Desk desk = new Desk(Unrestricted.LONG_ONLY, "36000", Financing.NONE.withCash(flat("0.01")));
    desk.close("2024-06-18");
    assertThat(desk.activities.get(0).kind()).isEqualTo(Kind.CASH_INTEREST);
    assertThat(desk.activities.get(0).amount()).hasToString("2");
  }

  /** Nothing on the first 10,000, then the benchmark less half a percent, as some brokers pay. */
  @Test
  void paysByTiers() {
    Interest tiers =
        new Interest(
            RateCurve.flat(Decimal.parse("0.05")),
            List.of(
                new Interest.Tier(Decimal.ZERO, Decimal.parse("-0.06")),
                new Interest.Tier(Decimal.of(10_000), Decimal.parse("-0.005")),
                new Interest.Tier(Decimal.of(100_000), Decimal.ZERO)));
    LocalDate date = LocalDate.of(2024, 6, 3);
    assertThat(tiers.amount(Decimal.of(10_000), date, 1)).isEqualTo(Decimal.ZERO);
    assertThat(tiers.amount(Decimal.of(100_000), date, 1)).hasToString("11.25");
    assertThat(tiers.amount(Decimal.of(136_000), date, 1)).hasToString("16.25");
  }

  @Test
  void chargesForBorrowedShares() {
    Borrowing borrowing =
        Borrowing.flat(Decimal.parse("0.0036"))
            .with(
                Symbol.of("Y"),
                new RateCurve(
                    List.of(
                        new RateCurve.Step(LocalDate.of(2024, 1, 1), Decimal.parse("0.36")),
                        new RateCurve.Step(LocalDate.of(2024, 6, 4), Decimal.parse("0.72")))));
    Desk desk = new Desk(Unrestricted.LONG_SHORT, "100000", Financing.NONE.with(borrowing));
    desk.sell("X", 1000, "50", "2024-06-03");
    desk.sell("Y", 100, "20", "2024-06-03");
    desk.close("2024-06-03");
    desk.price("Y", 25);
    desk.close("2024-06-04");
    assertThat(desk.activities)
        .extracting(a -> a.symbol().orElseThrow() + " " + a.amount())
        .containsExactly("X -0.5", "Y -2", "X -0.5", "Y -5");
    assertThat(desk.activities).allMatch(activity -> activity.kind() == Kind.BORROW_FEE);
  }

  /** The convention of lenders: 102 % of the price, up to a whole dollar. */
  @Test
  void valuesCollateralAsLendersDo() {
    Borrowing lenders = Borrowing.flat(Decimal.parse("0.36")).valuedAt(Borrowing.Value.COLLATERAL);
    LocalDate date = LocalDate.of(2024, 6, 3);
    Decimal hundred = Decimal.of(100);
    // 16.38 * 1.02 = 16.71, so 17.
    assertThat(lenders.fee(X, hundred, Decimal.parse("16.38"), date, 1)).hasToString("1.7");
    assertThat(lenders.fee(X, hundred, Decimal.of(50), date, 1)).hasToString("5.1");
  }

  /** The proceeds of short sales are the lenders' and earn the account nothing. */
  @Test
  void doesNotPayInterestOnProceeds() {
    Financing financing = Financing.NONE.withCash(flat("0.036")).withMargin(flat("0.072"));
    Desk desk = new Desk(Unrestricted.LONG_SHORT, "10000", financing);
    desk.sell("X", 1000, "50", "2024-06-03");
    desk.close("2024-06-03");
    assertThat(desk.activities.get(0).amount()).hasToString("1");
    desk.price("X", 80);
    desk.close("2024-06-04");
    // 60,001 of cash less 80,000: 19,999 are borrowed.
    assertThat(desk.activities.get(1).kind()).isEqualTo(Kind.MARGIN_INTEREST);
    assertThat(desk.activities.get(1).amount()).hasToString("-4");
  }

  @Test
  void carriesWhatIsLessThanACent() {
    Desk desk = new Desk(Unrestricted.LONG_ONLY, "100", Financing.NONE.withCash(flat("0.0072")));
    String[] days = {"2024-06-03", "2024-06-04", "2024-06-05", "2024-06-06", "2024-06-10"};
    for (String day : days) {
      desk.close(day);
    }
    // 0.2 cents a day: a cent is booked when more than half of one has come together.
    assertThat(desk.activities)
        .extracting(AccountActivity::time)
        .containsExactly(Desk.CALENDAR.session(LocalDate.of(2024, 6, 5)).orElseThrow().close());
  }

  /** The sum of what is booked, against exact fractions. */
  @Property(tries = 50)
  void reconcilesWithExactFractions(
      @ForAll @IntRange(min = 1, max = 5000) int shares,
      @ForAll @IntRange(min = 1, max = 100_000) int cents,
      @ForAll @IntRange(min = 0, max = 3000) int rate,
      @ForAll @IntRange(min = 1, max = 120) int sessions) {
    Decimal yearly = Decimal.ofScaled(rate, 4);
    Financing financing =
        new Financing(
            new Borrowing(RateCurve.flat(yearly), Map.of(), Borrowing.Value.MARKET),
            Interest.flat(yearly),
            Interest.NONE);
    Desk desk = new Desk(Unrestricted.LONG_SHORT, "0", financing);
    Decimal price = Decimal.ofScaled(cents, 2);
    desk.sell("X", shares, price.toString(), "2024-01-02");
    desk.buy("Y", 2 * shares, price.toString(), "2024-01-02");
    BigDecimal value = price.toBigDecimal().multiply(BigDecimal.valueOf(shares));
    BigDecimal fees = BigDecimal.ZERO;
    BigDecimal interest = BigDecimal.ZERO;
    LocalDate date = LocalDate.of(2024, 1, 2);
    for (int i = 0; i < sessions; i++) {
      Session session = Desk.CALENDAR.session(date).orElseThrow();
      LocalDate next = Desk.CALENDAR.nextSession(date).date();
      BigDecimal debit = desk.account.snapshot().cash().toBigDecimal().negate().add(value);
      BigDecimal years =
          BigDecimal.valueOf(next.toEpochDay() - date.toEpochDay())
              .divide(BigDecimal.valueOf(360), MathContext.DECIMAL128)
              .multiply(yearly.toBigDecimal());
      fees = fees.add(value.multiply(years));
      interest = interest.add(debit.multiply(years));
      desk.account.onSessionClose(session, desk.activities::add);
      date = next;
    }
    assertBooked(desk, Kind.BORROW_FEE, fees, sessions);
    assertBooked(desk, Kind.MARGIN_INTEREST, interest, sessions);
    Decimal start = price.times(Decimal.of(-shares));
    Decimal booked = Decimal.sum(desk.activities.stream().map(AccountActivity::amount).toList());
    assertThat(desk.account.snapshot().cash()).isEqualTo(start.plus(booked));
  }

  private static void assertBooked(Desk desk, Kind kind, BigDecimal exact, int sessions) {
    BigDecimal booked =
        desk.activities.stream()
            .filter(activity -> activity.kind() == kind)
            .map(activity -> activity.amount().toBigDecimal().negate())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal bound = new BigDecimal("0.005").add(BigDecimal.valueOf(sessions).movePointLeft(9));
    assertThat(booked.subtract(exact).abs()).isLessThanOrEqualTo(bound);
    assertThat(booked.setScale(2, RoundingMode.UNNECESSARY)).isEqualByComparingTo(booked);
  }

  @Test
  void refusesTiersThatDoNotBeginAtZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Interest(RateCurve.ZERO, List.of(new Interest.Tier(Decimal.ONE, Decimal.ZERO))))
        .withMessageContaining("the first tier must begin at 0");
  }
}
