package io.quantkit.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quantkit.core.market.AssetClass;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MultiCurrencyLedgerTest {
  private static final Currency USD = Currency.USD;
  private static final Currency EUR = Currency.EUR;
  private static final Symbol SAP = Symbol.of("SAP");
  private static final Symbol IBM = Symbol.of("IBM");
  private static final Symbol EURUSD = Symbol.of("EUR/USD");
  private static final Universe UNIVERSE =
      Universe.of(
          Instrument.equity("IBM"),
          new Instrument(SAP, AssetClass.EQUITY, EUR, dec("0.01"), Decimal.ONE, "", "XETR", true));

  private final MultiCurrencyLedger books = MultiCurrencyLedger.open(USD);
  private int executions;

  @Test
  void separatesWhatTheShareEarnsFromWhatTheCurrencyDoes() {
    books.rate(EUR, dec("1.1"));
    books.book(USD, ledger -> ledger.deposit(0, dec("1000")));
    books.exchange(1, USD, dec("550"), EUR, dec("500"));
    trade(SAP, Side.BUY, "4", "100");
    books.rateFrom(EURUSD, EUR);
    Symbols symbols = Symbols.copyOf(List.of(EURUSD, SAP));
    books.mark(
        BarSlice.of(
            symbols,
            Map.of(
                EURUSD, new Bar(0, 1, 1.2, 1.2, 1.2, 1.2, 1, 1, 1),
                SAP, new Bar(0, 1, 110, 110, 110, 110, 1, 1, 1))),
        UNIVERSE);

    assertThat(books.rate(EUR)).isEqualTo(dec("1.2"));
    assertThat(books.cash()).isEqualTo(dec("570")); // 450 + 100 * 1.2
    assertThat(books.marketValue()).isEqualTo(dec("528")); // 440 * 1.2
    assertThat(books.equity()).isEqualTo(dec("1098"));
    assertThat(books.deposits()).isEqualTo(dec("1000"));
    assertThat(books.pnl().unrealised()).isEqualTo(dec("48")); // 40 * 1.2
    assertThat(books.fx()).isEqualTo(dec("50")); // 500 * 0.1

    trade(SAP, Side.SELL, "4", "110");
    books.rate(EUR, dec("1"));
    assertThat(books.pnl().realised()).isEqualTo(dec("48"));
    assertThat(books.pnl().unrealised()).isEqualTo(Decimal.ZERO);
    assertThat(books.equity()).isEqualTo(dec("990"));
    assertThat(books.fx()).isEqualTo(dec("-58")); // 50 - 540 * 0.2
  }

  @Test
  void needsARateBeforeAnythingIsBooked() {
    assertThatIllegalStateException()
        .isThrownBy(() -> trade(SAP, Side.BUY, "1", "1"))
        .withMessage("no rate of EUR is known yet");
    assertThatIllegalArgumentException().isThrownBy(() -> books.rate(EUR, Decimal.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> books.rate(USD, dec("2")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> books.exchange(0, USD, dec("1"), USD, dec("1")));
    assertThat(books.equity()).isEqualTo(Decimal.ZERO);
    assertThat(books.currency()).isEqualTo(USD);
  }

  /** Equity explains itself, and fx is what plain arithmetic over every change of the rate says. */
  @Property(tries = 100)
  void equityExplainsItselfInAllCurrencies(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    MultiCurrencyLedger all = MultiCurrencyLedger.open(USD);
    Decimal rate = dec("1.1");
    all.rate(EUR, rate);
    BigDecimal fx = BigDecimal.ZERO;
    for (int i = 0; i < 500; i++) {
      int kind = random.nextInt(10);
      Currency currency = random.nextBoolean() ? USD : EUR;
      Symbol symbol = currency.equals(USD) ? IBM : SAP;
      Decimal amount = Decimal.ofScaled(random.nextLong(1, 1_000_000), 2);
      long time = i;
      if (kind < 4) {
        Fill fill =
            new Fill(
                ClientOrderId.of("o"),
                "e" + i,
                symbol,
                Side.values()[random.nextInt(2)],
                Decimal.of(random.nextLong(1, 100)),
                Decimal.ofScaled(random.nextLong(1, 100_000), 2),
                Decimal.ofScaled(random.nextLong(-50, 100), 2),
                i);
        all.apply(fill, UNIVERSE);
      } else if (kind < 5) {
        all.book(currency, ledger -> ledger.deposit(time, amount));
      } else if (kind < 6) {
        all.book(currency, ledger -> ledger.interest(time, amount.negated()));
        all.book(currency, ledger -> ledger.dividend(time, symbol, amount));
      } else if (kind < 7) {
        Decimal bought = Decimal.ofScaled(random.nextLong(1, 1_000_000), 2);
        all.exchange(i, USD, amount, EUR, bought);
        fx = fx.add(big(bought).multiply(big(rate))).subtract(big(amount));
      } else if (kind < 8) {
        all.book(currency, ledger -> ledger.mark(symbol, amount));
      } else {
        Decimal newRate = Decimal.ofScaled(random.nextLong(9_000, 13_000), 4);
        Ledger euros = all.ledger(EUR);
        Decimal exposed = euros.equity().minus(euros.unrealisedPnl());
        fx = fx.add(big(exposed).multiply(big(newRate).subtract(big(rate))));
        rate = newRate;
        all.rate(EUR, rate);
      }
      assertThat(all.equity()).isEqualTo(all.deposits().plus(all.pnl().total()).plus(all.fx()));
      assertThat(all.equity()).isEqualTo(all.cash().plus(all.marketValue()));
      BigDecimal value =
          big(all.ledger(USD).equity())
              .add(big(all.ledger(EUR).equity()).multiply(big(rate)))
              .setScale(MultiCurrencyLedger.SCALE, RoundingMode.HALF_EVEN);
      assertThat(big(all.equity())).isEqualByComparingTo(value);
      assertThat(big(all.fx())).isEqualByComparingTo(fx);
    }
  }

  private void trade(Symbol symbol, Side side, String quantity, String price) {
    books.apply(
        new Fill(
            ClientOrderId.of("o"),
            "e" + ++executions,
            symbol,
            side,
            dec(quantity),
            dec(price),
            Decimal.ZERO,
            0),
        UNIVERSE);
  }

  private static BigDecimal big(Decimal number) {
    return number.toBigDecimal();
  }

  private static Decimal dec(String text) {
    return Decimal.parse(text);
  }
}
