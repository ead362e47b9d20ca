package io.quantkit.backtest.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.ledger.ActionTerms;
import io.quantkit.core.ledger.Ledger;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The broker's books and the ledger's are the same to the last digit. */
class AccountLawsTest {
  private static final long START = Desk.at("2024-01-02");
  private static final long HOUR = 3_600_000_000_000L;

  @Property(tries = 100)
  void agreeWithALedger(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Desk desk = new Desk(Unrestricted.LONG_SHORT, "1000000");
    Ledger ledger = Ledger.open(Currency.USD);
    ledger.deposit(START, Decimal.of(1_000_000));
    long time = START;
    for (int i = 0; i < 300; i++) {
      time += HOUR;
      int kind = random.nextInt(20);
      String symbol = Desk.SYMBOLS.get(random.nextInt(3)).value();
      if (kind == 0) {
        CorporateAction action = action(random, "a" + i, Symbol.of(symbol), time);
        desk.act(action);
        ledger.apply(action, ActionTerms.DEFAULT);
      } else if (kind < 10) {
        double price = (1 + random.nextInt(20_000)) / 100.0;
        desk.price(symbol, price);
        ledger.mark(Symbol.of(symbol), Decimal.of(price));
      } else {
        Fill fill =
            desk.fill(
                symbol,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                Decimal.ofScaled(1 + random.nextInt(1_000), random.nextInt(4)),
                Decimal.ofScaled(1 + random.nextInt(100_000), 2 + random.nextInt(3)),
                Decimal.ofScaled(random.nextInt(1000), random.nextInt(5)),
                time);
        desk.account.onFill(Desk.SYMBOLS.require(fill.symbol()), fill);
        ledger.apply(fill);
        // Both see the same price, on its tick, behind an execution at any.
        desk.price(symbol, 12.34);
        ledger.mark(Symbol.of(symbol), Decimal.parse("12.34"));
      }
      ledger.payDividends(time);
      desk.account.liquidations(time);
      assertThat(desk.account.snapshot().cash()).isEqualTo(ledger.cash());
      for (Symbol each : Desk.SYMBOLS) {
        assertThat(desk.account.position(Desk.SYMBOLS.require(each)))
            .isEqualTo(ledger.position(each).quantity());
      }
    }
    desk.prices(10, 20, 30);
    for (int s = 0; s < 3; s++) {
      ledger.mark(Desk.SYMBOLS.get(s), Decimal.of(10L * (s + 1)));
    }
    assertThat(desk.account.snapshot().equity()).isEqualTo(ledger.equity());
  }

  private static CorporateAction action(
      SplittableRandom random, String id, Symbol symbol, long time) {
    Symbol other = symbol.value().equals("X") ? Symbol.of("Y") : Symbol.of("X");
    return switch (random.nextInt(5)) {
      case 0 ->
          new CorporateAction.Split(
              id,
              symbol,
              time,
              time,
              random.nextBoolean() ? ShareRatio.of(2, 1) : ShareRatio.of(2, 3));
      case 1 ->
          new CorporateAction.CashDividend(
              id, symbol, time, time, time + random.nextInt(50) * HOUR, Decimal.parse("0.11"));
      case 2 ->
          new CorporateAction.SpinOff(id, symbol, time, time, other, ShareRatio.of(1, 3), 0.2);
      case 3 ->
          new CorporateAction.Merger(
              id,
              symbol,
              time,
              time,
              Decimal.parse("1.5"),
              Optional.of(other),
              Optional.of(ShareRatio.of(1, 2)));
      default -> new CorporateAction.SymbolChange(id, symbol, time, time, other);
    };
  }

  /** An order that is taken never leaves a margin account with less equity than it needs. */
  @Property(tries = 100)
  void takenOrdersAreCovered(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int orders) {
    SplittableRandom random = new SplittableRandom(seed);
    Desk desk = new Desk(RegTMargin.FINRA, "50000");
    desk.prices(10, 20, 30);
    for (int i = 0; i < orders; i++) {
      int s = random.nextInt(3);
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      int quantity = 1 + random.nextInt(3000);
      String price = Integer.toString(10 * (s + 1));
      String symbol = Desk.SYMBOLS.get(s).value();
      if (desk.refusal(side, symbol, quantity, price, "2024-06-03").isEmpty()) {
        desk.trade(side, symbol, quantity, price, "2024-06-03");
      }
      assertThat(desk.account.liquidations(Desk.at("2024-06-03"))).isEmpty();
      assertThat(desk.account.snapshot().buyingPower()).isGreaterThanOrEqualTo(Decimal.ZERO);
    }
  }

  /** Liquidation brings an account back, and takes no more than one lot too much. */
  @Property(tries = 100)
  void liquidationIsEnough(
      @ForAll @IntRange(min = 1, max = 100) int percent, @ForAll boolean shorts) {
    Desk desk = new Desk(RegTMargin.FINRA, "50000");
    desk.buy("X", 5000, "10", "2024-06-03");
    if (shorts) {
      desk.sell("Y", 2500, "20", "2024-06-03");
    } else {
      desk.buy("Y", 2500, "20", "2024-06-03");
    }
    double fall = 1 - percent * 0.0099;
    desk.prices(10 * fall, 20 * (shorts ? 2 - fall : fall), 1);
    List<Liquidation> called = new ArrayList<>(desk.account.liquidations(Desk.at("2024-06-03")));
    boolean solvent = desk.account.snapshot().equity().isPositive();
    for (Liquidation order : called) {
      int s = Desk.SYMBOLS.require(order.symbol());
      Decimal price = Decimal.of(s == 0 ? 10 * fall : 20 * (shorts ? 2 - fall : fall));
      Decimal onTick = price.round(2, java.math.RoundingMode.HALF_EVEN);
      desk.account.onFill(
          s,
          desk.fill(
              order.symbol().value(),
              order.side(),
              order.quantity(),
              onTick,
              Decimal.ZERO,
              Desk.at("2024-06-03")));
    }
    assertThat(desk.account.liquidations(Desk.at("2024-06-04"))).isEmpty();
    if (!solvent) {
      assertThat(desk.position("X")).isEqualTo("0");
      assertThat(desk.position("Y")).isEqualTo("0");
    }
  }
}
