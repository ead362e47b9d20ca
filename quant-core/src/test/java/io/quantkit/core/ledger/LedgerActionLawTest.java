package io.quantkit.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What corporate actions may never do to the books, over 100,000 random events and more. */
class LedgerActionLawTest {
  private static final List<Symbol> SYMBOLS =
      List.of(Symbol.of("A"), Symbol.of("B"), Symbol.of("C"), Symbol.of("D"), Symbol.of("E"));
  private static final Decimal CENT = Decimal.parse("0.01");

  @Property(tries = 100)
  void theBooksBalanceAndActionsMoveNoEquity(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LotMethod method = LotMethod.values()[random.nextInt(2)];
    Ledger ledger = Ledger.builder(Currency.USD).lotMethod(method).moneyScale(6).build();
    for (int i = 0; i < 1_000; i++) {
      Symbol symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
      Decimal held = ledger.position(symbol).quantity().abs();
      if (random.nextInt(100) < 50 || held.compareTo(Decimal.of(5_000)) > 0) {
        trade(random, ledger, symbol, held, i);
      } else {
        act(random, ledger, symbol, i);
      }
      ledger.payDividends(i);
      assertLaws(ledger, i);
    }
    ledger.payDividends(Long.MAX_VALUE);
    assertThat(ledger.receivables()).isEqualTo(Decimal.ZERO);
  }

  private static void trade(
      SplittableRandom random, Ledger ledger, Symbol symbol, Decimal held, int i) {
    boolean close = held.compareTo(Decimal.of(5_000)) > 0;
    boolean isShort = ledger.position(symbol).quantity().isNegative();
    Side side = close ? (isShort ? Side.BUY : Side.SELL) : Side.values()[random.nextInt(2)];
    ledger.apply(
        new Fill(
            ClientOrderId.of("o"),
            "e" + i,
            symbol,
            side,
            close ? held : Decimal.of(random.nextLong(1, 500)),
            Decimal.ofScaled(random.nextLong(100, 50_000), 2),
            Decimal.ZERO,
            i));
  }

  private static void act(SplittableRandom random, Ledger ledger, Symbol symbol, int i) {
    Decimal before = ledger.equity();
    Decimal taxes = ledger.taxes();
    Symbol other = SYMBOLS.get((SYMBOLS.indexOf(symbol) + 1) % SYMBOLS.size());
    boolean alone = ledger.position(other).flat();
    CorporateAction action = action(random, ledger, symbol, other, i);
    RightsPolicy policy = RightsPolicy.values()[random.nextInt(2)];
    Decimal lotSize = random.nextBoolean() ? Decimal.ONE : Decimal.parse("0.000001");
    ActionTerms terms =
        ActionTerms.DEFAULT
            .withLotSize(lotSize)
            .withRightsPolicy(policy)
            .withWithholdingRate(Decimal.parse("0.15"));

    ledger.apply(action, terms);

    assertThat(ledger.seen(action)).isTrue();
    boolean keepsWorth =
        !(action instanceof CorporateAction.Delisting)
            && (alone
                || !(action instanceof CorporateAction.Merger
                    || action instanceof CorporateAction.SpinOff
                    || action instanceof CorporateAction.SymbolChange));
    if (keepsWorth) {
      Decimal change = ledger.equity().minus(before).plus(ledger.taxes().minus(taxes));
      assertThat(change.abs()).as("event %d: %s", i, action).isLessThan(CENT);
    }
  }

  private static CorporateAction action(
      SplittableRandom random, Ledger ledger, Symbol symbol, Symbol other, int i) {
    String id = "a" + i;
    ShareRatio ratio = ShareRatio.of(random.nextLong(1, 6), random.nextLong(1, 6));
    ShareRatio small = ShareRatio.of(1, random.nextLong(4, 20));
    Decimal price = ledger.position(symbol).marketPrice();
    Decimal part = price.times(Decimal.parse("0.02"), 4, RoundingMode.CEILING);
    switch (random.nextInt(8)) {
      case 0 -> {
        Decimal amount = part.min(price).max(Decimal.parse("0.000001"));
        return price.compareTo(amount) < 0
            ? new CorporateAction.StockDividend(id, symbol, i, i, small)
            : new CorporateAction.CashDividend(id, symbol, i, i, i + random.nextLong(50), amount);
      }
      case 1 -> {
        return new CorporateAction.StockDividend(id, symbol, i, i, small);
      }
      case 2 -> {
        return new CorporateAction.SpinOff(
            id, symbol, i, i, other, small, 0.01 + 0.5 * random.nextDouble());
      }
      case 3 -> {
        Decimal cash = random.nextBoolean() ? Decimal.ZERO : part.min(price);
        return new CorporateAction.Merger(
            id, symbol, i, i, cash, Optional.of(other), Optional.of(ratio));
      }
      case 4 -> {
        return new CorporateAction.SymbolChange(id, symbol, i, i, other);
      }
      case 5 -> {
        return new CorporateAction.Delisting(id, symbol, i, i, part, "worthless");
      }
      case 6 -> {
        Decimal half = price.times(Decimal.parse("0.5"), 6, RoundingMode.HALF_EVEN);
        return new CorporateAction.RightsIssue(
            id, symbol, i, i, small, half.max(Decimal.parse("0.000001")), i + 10);
      }
      default -> {
        return ratio.to() == ratio.from()
            ? new CorporateAction.StockDividend(id, symbol, i, i, small)
            : new CorporateAction.Split(id, symbol, i, i, ratio);
      }
    }
  }

  private static void assertLaws(Ledger ledger, int event) {
    TrialBalance trial = ledger.trialBalance();
    assertThat(trial.balanced()).as("event %d: %s", event, trial).isTrue();
    Decimal values = Decimal.ZERO;
    Decimal costs = Decimal.ZERO;
    Decimal realised = Decimal.ZERO;
    for (Symbol symbol : SYMBOLS) {
      realised = realised.plus(ledger.realisedPnl(symbol));
    }
    for (Position position : ledger.positions()) {
      values = values.plus(position.marketValue());
      costs = costs.plus(position.costBasis());
      Decimal quantity = Decimal.ZERO;
      Decimal cost = Decimal.ZERO;
      long last = Long.MIN_VALUE;
      for (Lot lot : ledger.lots(position.symbol())) {
        assertThat(lot.quantity().signum()).isEqualTo(position.quantity().signum());
        assertThat(lot.openedAt()).isBetween(Math.max(0, last), (long) event);
        last = lot.openedAt();
        quantity = quantity.plus(lot.quantity());
        cost = cost.plus(lot.cost());
      }
      assertThat(quantity).isEqualTo(position.quantity());
      assertThat(cost).isEqualTo(position.costBasis());
    }
    assertThat(realised).isEqualTo(ledger.realisedPnl());
    assertThat(costs).isEqualTo(trial.balance(LedgerAccount.POSITIONS));
    assertThat(ledger.equity()).isEqualTo(ledger.cash().plus(ledger.receivables()).plus(values));
    assertThat(ledger.equity())
        .isEqualTo(
            ledger
                .realisedPnl()
                .plus(ledger.unrealisedPnl())
                .plus(ledger.dividends())
                .minus(ledger.taxes()));
  }

  /**
   * Units times the adjusted price plus the cash for fractions, worked out in plain fractions
   * beside the ledger, is what the position was worth, to the cent, after any sequence of splits.
   */
  @Property(tries = 300)
  void splitsKeepTheWorthOfAPositionToTheCent(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Ledger ledger = Ledger.open(Currency.USD);
    Symbol symbol = SYMBOLS.get(0);
    Side side = Side.values()[random.nextInt(2)];
    int lots = random.nextInt(1, 6);
    for (int i = 0; i < lots; i++) {
      Decimal units = Decimal.of(random.nextLong(1, 100_000));
      Decimal paid = Decimal.ofScaled(random.nextLong(100, 100_000), 2);
      ledger.apply(
          new Fill(ClientOrderId.of("o"), "e" + i, symbol, side, units, paid, Decimal.ZERO, i));
    }
    BigDecimal price = ledger.position(symbol).marketPrice().toBigDecimal();
    BigDecimal worth = ledger.marketValue().toBigDecimal();
    BigDecimal cashBefore = ledger.cash().toBigDecimal();
    Decimal cost = ledger.position(symbol).costBasis();
    for (int i = 0; i < 200 && !ledger.position(symbol).flat(); i++) {
      boolean shrink = price.compareTo(BigDecimal.valueOf(1)) < 0;
      boolean grow = price.compareTo(BigDecimal.valueOf(10_000)) > 0;
      long to = shrink ? 1 : random.nextLong(2, 12);
      long from = grow ? 1 : random.nextLong(2, 12);
      if (to == from) {
        continue;
      }
      price =
          price
              .multiply(BigDecimal.valueOf(from))
              .divide(BigDecimal.valueOf(to), new MathContext(60));
      ledger.apply(
          new CorporateAction.Split("s" + i, symbol, 10 + i, 0, ShareRatio.of(to, from)),
          ActionTerms.DEFAULT);
      BigDecimal units = ledger.position(symbol).quantity().toBigDecimal();
      BigDecimal inLieu = ledger.cash().toBigDecimal().subtract(cashBefore);
      BigDecimal now = units.multiply(price).add(inLieu);
      assertThat(now.subtract(worth).abs()).isLessThan(new BigDecimal("0.01"));
      assertThat(ledger.marketValue().toBigDecimal().add(inLieu).subtract(worth).abs())
          .isLessThan(new BigDecimal("0.01"));
      assertThat(units.stripTrailingZeros().scale()).isLessThanOrEqualTo(0);
    }
    assertThat(ledger.trialBalance().balanced()).isTrue();
    assertThat(ledger.lots(symbol)).hasSizeLessThanOrEqualTo(lots);
    assertThat(cost.signum()).isEqualTo(side == Side.BUY ? 1 : -1);
  }
}
