package io.quantkit.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * Several books of one account, statements of others about it, and what it earned where and when.
 */
class LedgerTransferTest {
  private static final Symbol IBM = Symbol.of("IBM");
  private static final Symbol ACME = Symbol.of("ACME");

  private final Ledger ledger = Ledger.open(Currency.USD);
  private final Ledger other = Ledger.open(Currency.USD);
  private int executions;

  @Test
  void movesMoneyBetweenBooks() {
    ledger.deposit(0, dec("100"));
    ledger.transfer(1, dec("30.5"), other);

    assertThat(ledger.cash()).isEqualTo(dec("69.5"));
    assertThat(other.cash()).isEqualTo(dec("30.5"));
    assertThat(other.deposits()).isEqualTo(dec("30.5"));
    assertThatIllegalArgumentException().isThrownBy(() -> ledger.transfer(1, dec("1"), ledger));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ledger.transfer(1, dec("1"), Ledger.open(Currency.EUR)));
    assertThatIllegalArgumentException().isThrownBy(() -> ledger.transfer(1, dec("-1"), other));
  }

  @Test
  void movesTheLotsThatWouldBeClosedWithTheirCost() {
    trade(ledger, IBM, Side.BUY, "10", "100");
    trade(ledger, IBM, Side.BUY, "10", "120");
    trade(other, IBM, Side.BUY, "1", "130");
    ledger.mark(IBM, dec("130"));
    Decimal equity = ledger.equity().plus(other.equity());

    ledger.transfer(9, IBM, dec("14"), other);

    assertThat(ledger.lots(IBM)).containsExactly(new Lot(2, dec("6"), dec("120"), dec("720")));
    assertThat(other.lots(IBM))
        .containsExactly(
            new Lot(1, dec("10"), dec("100"), dec("1000")),
            new Lot(2, dec("4"), dec("120"), dec("480")),
            new Lot(3, dec("1"), dec("130"), dec("130")));
    assertThat(ledger.deposits()).isEqualTo(dec("-1480"));
    assertThat(other.deposits()).isEqualTo(dec("1480"));
    assertThat(ledger.realisedPnl()).isEqualTo(Decimal.ZERO);
    assertThat(ledger.equity().plus(other.equity())).isEqualTo(equity);
    assertThat(ledger.trialBalance().balanced()).isTrue();
    assertThat(other.trialBalance().balanced()).isTrue();
    ledger.transfer(9, IBM, dec("6"), other);
    assertThat(ledger.positions()).isEmpty();
    assertThat(other.position(IBM).costBasis()).isEqualTo(dec("2330"));
  }

  @Test
  void refusesToMoveWhatIsNotThereOrMeetsTheOtherSide() {
    trade(ledger, IBM, Side.BUY, "10", "100");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ledger.transfer(9, IBM, dec("11"), other))
        .withMessage("quantity of IBM must be within 0 and the 10 held, was 11");
    trade(other, IBM, Side.SELL, "1", "100");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ledger.transfer(9, IBM, dec("1"), other))
        .withMessage("IBM is held on the other side by the books it shall go to");
  }

  /** Every fill is booked for the account and for the strategy that ordered it. */
  @Property(tries = 50)
  void theBooksOfStrategiesSumToTheAccount(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LotMethod method = LotMethod.values()[random.nextInt(2)];
    Ledger account = Ledger.builder(Currency.USD).lotMethod(method).build();
    List<Ledger> strategies = new ArrayList<>();
    for (int s = 0; s < 4; s++) {
      strategies.add(Ledger.builder(Currency.USD).lotMethod(method).build());
    }
    account.deposit(0, dec("1000000"));
    strategies.get(0).deposit(0, dec("1000000"));
    for (int i = 0; i < 400; i++) {
      Ledger strategy = strategies.get(random.nextInt(4));
      Symbol symbol = random.nextBoolean() ? IBM : ACME;
      int kind = random.nextInt(10);
      if (kind < 6) {
        Fill fill =
            new Fill(
                ClientOrderId.of("o"),
                "e" + i,
                symbol,
                Side.values()[random.nextInt(2)],
                Decimal.ofScaled(random.nextLong(1, 100_000), 3),
                Decimal.ofScaled(random.nextLong(1, 100_000), 2),
                Decimal.ofScaled(random.nextLong(0, 100), 2),
                i);
        strategy.apply(fill);
        account.apply(fill);
        for (Ledger each : strategies) {
          each.mark(symbol, fill.price());
        }
      } else if (kind < 8) {
        Ledger to = strategies.get(random.nextInt(4));
        if (to != strategy) {
          strategy.transfer(i, Decimal.ofScaled(random.nextLong(1, 1_000_000), 4), to);
        }
      } else if (kind < 9) {
        Ledger to = strategies.get(random.nextInt(4));
        Decimal held = strategy.position(symbol).quantity();
        if (to != strategy
            && held.signum() * to.position(symbol).quantity().signum() >= 0
            && !held.isZero()) {
          Decimal part = held.abs().times(dec("0.7"), 3, RoundingMode.UP);
          strategy.transfer(i, symbol, part, to);
        }
      } else {
        Decimal interest = Decimal.ofScaled(random.nextLong(-100, 100), 2);
        strategy.interest(i, interest);
        account.interest(i, interest);
      }
      assertSums(account, strategies);
    }
  }

  private static void assertSums(Ledger account, List<Ledger> strategies) {
    Decimal cash = Decimal.ZERO;
    Decimal equity = Decimal.ZERO;
    Decimal deposits = Decimal.ZERO;
    Decimal fees = Decimal.ZERO;
    Decimal units = Decimal.ZERO;
    Decimal gains = Decimal.ZERO;
    for (Ledger strategy : strategies) {
      assertThat(strategy.trialBalance().balanced()).isTrue();
      assertThat(strategy.equity()).isEqualTo(strategy.deposits().plus(strategy.pnl().total()));
      cash = cash.plus(strategy.cash());
      equity = equity.plus(strategy.equity());
      deposits = deposits.plus(strategy.deposits());
      fees = fees.plus(strategy.fees());
      units = units.plus(strategy.position(IBM).quantity());
      gains = gains.plus(strategy.pnl().total());
    }
    assertThat(cash).isEqualTo(account.cash());
    assertThat(equity).isEqualTo(account.equity());
    assertThat(deposits.plus(gains)).isEqualTo(account.deposits().plus(account.pnl().total()));
    assertThat(fees).isEqualTo(account.fees());
    assertThat(units).isEqualTo(account.position(IBM).quantity());
  }

  @Test
  void tellsWhatAStatementSaysDifferently() {
    ledger.deposit(0, dec("1000"));
    trade(ledger, IBM, Side.BUY, "2", "100");
    Statement statement =
        new Statement(
            5,
            dec("799.995"),
            Map.of(
                IBM, new Statement.Line(dec("3"), Optional.of(dec("101"))),
                ACME, new Statement.Line(dec("-1"), Optional.of(dec("7")))));

    assertThat(ledger.compare(statement, dec("0.01")))
        .containsExactly(
            new Discrepancy.Units(ACME, Decimal.ZERO, dec("-1")),
            new Discrepancy.Units(IBM, dec("2"), dec("3")));
    assertThat(ledger.compare(statement, Decimal.ZERO))
        .first()
        .isEqualTo(new Discrepancy.Cash(dec("800"), dec("799.995")))
        .hasToString("cash is 800 here and 799.995 there");
    assertThat(ledger.compare(statement, Decimal.ZERO).get(2))
        .hasToString("units of IBM are 2 here and 3 there");
  }

  @Test
  void correctionsAreDepositsAndNoProfit() {
    ledger.deposit(0, dec("1000"));
    trade(ledger, IBM, Side.BUY, "2", "100");
    trade(ledger, ACME, Side.BUY, "5", "10");
    Statement statement =
        new Statement(
            5,
            dec("700"),
            Map.of(
                IBM, new Statement.Line(dec("3"), Optional.of(dec("101"))),
                ACME, new Statement.Line(dec("-1"), Optional.empty())));

    List<Discrepancy> corrected = ledger.correct(statement);

    assertThat(corrected).hasSize(3);
    assertThat(ledger.compare(statement, Decimal.ZERO)).isEmpty();
    assertThat(ledger.cash()).isEqualTo(dec("700"));
    assertThat(ledger.position(IBM).costBasis()).isEqualTo(dec("301"));
    assertThat(ledger.position(ACME).costBasis()).isEqualTo(dec("-10"));
    assertThat(ledger.realisedPnl()).isEqualTo(Decimal.ZERO);
    assertThat(ledger.trialBalance().balanced()).isTrue();
    assertThat(ledger.equity()).isEqualTo(ledger.deposits().plus(ledger.pnl().total()));

    ledger.correct(new Statement(6, dec("700"), Map.of()));
    assertThat(ledger.positions()).isEmpty();
    assertThat(ledger.deposits()).isEqualTo(dec("700"));
  }

  @Test
  void correctsNothingIfAPriceIsMissing() {
    ledger.deposit(0, dec("1000"));
    Statement statement =
        new Statement(5, dec("1"), Map.of(IBM, new Statement.Line(dec("3"), Optional.empty())));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ledger.correct(statement))
        .withMessage("a price must be stated for IBM, which was never traded here");
    assertThat(ledger.cash()).isEqualTo(dec("1000"));
  }

  @Test
  void tellsExposureBySectorAsOfATime() {
    Universe universe =
        Universe.builder()
            .add(Instrument.equity("IBM").withSector("tech"))
            .add(Instrument.equity("ACME").withSector("energy"))
            .add(Instrument.equity("X").withSector("tech"))
            .sector(ACME, 100, "tech")
            .build();
    trade(ledger, IBM, Side.BUY, "2", "100");
    trade(ledger, ACME, Side.SELL, "5", "10");
    trade(ledger, Symbol.of("X"), Side.SELL, "1", "30");

    assertThat(ledger.exposure()).isEqualTo(new Exposure(dec("200"), dec("-80")));
    assertThat(ledger.exposure().gross()).isEqualTo(dec("280"));
    assertThat(ledger.exposure().net()).isEqualTo(dec("120"));
    Map<String, Exposure> expected = new LinkedHashMap<>();
    expected.put("energy", new Exposure(Decimal.ZERO, dec("-50")));
    expected.put("tech", new Exposure(dec("200"), dec("-30")));
    assertThat(ledger.exposureBySector(universe, 50)).containsExactlyEntriesOf(expected);
    assertThat(ledger.exposureBySector(universe, 100))
        .containsOnlyKeys("tech")
        .containsEntry("tech", new Exposure(dec("200"), dec("-80")));
  }

  @Test
  void profitOfSymbolsSumsToTheWhole() {
    ledger.apply(
        new Fill(ClientOrderId.of("o"), "e", IBM, Side.BUY, dec("2"), dec("100"), dec("1.5"), 0));
    trade(ledger, IBM, Side.SELL, "1", "110");
    trade(ledger, ACME, Side.SELL, "5", "10");
    ledger.dividend(3, IBM, dec("4"));
    ledger.mark(ACME, dec("9"));

    assertThat(ledger.pnl(IBM))
        .isEqualTo(new Pnl(dec("10"), dec("10"), dec("4"), Decimal.ZERO, dec("1.5"), Decimal.ZERO));
    assertThat(ledger.pnl(ACME).total()).isEqualTo(dec("5"));
    assertThat(ledger.pnlBySymbol()).containsOnlyKeys(IBM, ACME);
    assertThat(ledger.pnl(IBM).plus(ledger.pnl(ACME))).isEqualTo(ledger.pnl());
    assertThat(ledger.pnl().total()).isEqualTo(ledger.equity());
    assertThat(ledger.pnl(Symbol.of("X"))).isEqualTo(Pnl.NONE);
  }

  @Test
  void tellsProfitOfDaysWeeksAndMonths() {
    PnlHistory history = new PnlHistory();
    LocalDate thursday = LocalDate.of(2024, 2, 29);
    ledger.interest(0, dec("1"));
    history.record(thursday, ledger.pnl());
    ledger.interest(0, dec("2"));
    history.record(thursday.plusDays(1), ledger.pnl());
    ledger.interest(0, dec("4"));
    history.record(thursday.plusDays(4), ledger.pnl());
    ledger.interest(0, dec("8"));
    history.record(thursday.plusDays(4), ledger.pnl());

    assertThat(history.daily())
        .extracting(period -> period.pnl().total())
        .containsExactly(dec("1"), dec("2"), dec("12"));
    assertThat(history.weekly())
        .extracting(period -> period.pnl().total())
        .containsExactly(dec("3"), dec("12"));
    assertThat(history.monthly())
        .extracting(PnlHistory.Period::first)
        .containsExactly(thursday, thursday.plusDays(1));
    assertThat(history.monthly())
        .extracting(period -> period.pnl().interest())
        .containsExactly(dec("1"), dec("14"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.record(thursday, Pnl.NONE))
        .withMessage("date must not be before 2024-03-04, was 2024-02-29");
  }

  private void trade(Ledger books, Symbol symbol, Side side, String quantity, String price) {
    executions++;
    books.apply(
        new Fill(
            ClientOrderId.of("t-" + executions),
            "t",
            symbol,
            side,
            dec(quantity),
            dec(price),
            Decimal.ZERO,
            executions));
  }

  private static Decimal dec(String text) {
    return Decimal.parse(text);
  }
}
