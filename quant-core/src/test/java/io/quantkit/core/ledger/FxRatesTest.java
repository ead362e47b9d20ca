package io.quantkit.core.ledger;

import static io.quantkit.core.market.Currency.EUR;
import static io.quantkit.core.market.Currency.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quantkit.core.market.AssetClass;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import java.util.List;
import org.junit.jupiter.api.Test;

class FxRatesTest {
  private static final Symbol SAP = Symbol.of("SAP");
  private static final Universe UNIVERSE =
      Universe.of(
          new Instrument(
              SAP, AssetClass.EQUITY, EUR, Decimal.parse("0.01"), Decimal.ONE, "", "XETR", true),
          Instrument.equity("KYN"));

  private static Decimal dec(String text) {
    return Decimal.parse(text);
  }

  @Test
  void aRateHoldsFromWhenItIsKnown() {
    FxRates rates =
        FxRates.in(USD)
            .with(EUR, new long[] {10, 20}, new double[] {1.1, 1.2})
            .with(Currency.of("HKD"), dec("0.128"));

    assertThat(rates.at(EUR, 9)).isEmpty();
    assertThat(rates.at(EUR, 10)).contains(dec("1.1"));
    assertThat(rates.at(EUR, 19)).contains(dec("1.1"));
    assertThat(rates.at(EUR, 20)).contains(dec("1.2"));
    assertThat(rates.at(EUR, Long.MAX_VALUE)).contains(dec("1.2"));
    assertThat(rates.at(Currency.of("HKD"), Long.MIN_VALUE)).contains(dec("0.128"));
    assertThat(rates.at(USD, 0)).contains(Decimal.ONE);
    assertThat(rates.at(Currency.of("JPY"), 0)).isEmpty();
    assertThat(rates.currencies()).containsExactly(EUR, Currency.of("HKD"));
    assertThat(rates.has(USD)).isTrue();
    assertThat(rates.has(Currency.of("JPY"))).isFalse();
  }

  @Test
  void aBarsCloseIsKnownAtItsEnd() {
    BarSeries bars =
        BarSeries.copyOf(
            Symbol.of("EUR/USD"),
            Timeframe.DAY_1,
            List.of(Bar.ofClose(0, 10, 1.1), Bar.ofClose(10, 20, 1.2)));
    FxRates rates = FxRates.in(USD).with(EUR, bars);

    assertThat(rates.at(EUR, 9)).isEmpty();
    assertThat(rates.at(EUR, 15)).contains(dec("1.1"));
    assertThat(rates.at(EUR, 20)).contains(dec("1.2"));
  }

  @Test
  void refusesWhatIsNoRate() {
    FxRates none = FxRates.in(USD);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> none.with(EUR, new long[] {1, 1}, new double[] {1, 1}))
        .withMessage("knownAt of EUR must be ascending, was 1 after 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> none.with(EUR, new long[] {1}, new double[] {Double.NaN}))
        .withMessage("rate 0 of EUR must be positive and finite, was NaN");
    assertThatIllegalArgumentException().isThrownBy(() -> none.with(EUR, Decimal.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> none.with(USD, Decimal.ONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> none.with(EUR, new long[] {1}, new double[0]));
    assertThatIllegalArgumentException().isThrownBy(() -> Conversion.atOnce(Decimal.ONE));
    assertThatIllegalArgumentException().isThrownBy(() -> new Conversion(false, dec("0.1")));
  }

  private static Fill buy(String quantity, String price, long time) {
    return new Fill(
        ClientOrderId.of("o" + time),
        "e",
        SAP,
        Side.BUY,
        dec(quantity),
        dec(price),
        Decimal.ZERO,
        time);
  }

  @Test
  void anExecutionIsBookedAtTheRateOfItsTimeAndValuedAtTheLast() {
    FxRates rates = FxRates.in(USD).with(EUR, new long[] {10, 20}, new double[] {1.1, 1.2});
    MultiCurrencyLedger books =
        MultiCurrencyLedger.open(rates, Conversion.atOnce(Decimal.ZERO), Ledger::open);
    assertThat(books.knows(EUR)).isFalse();
    books.book(USD, ledger -> ledger.deposit(0, dec("1000")));
    books.advanceTo(20);
    books.apply(buy("5", "100", 15), UNIVERSE);

    assertThat(books.ledger(USD).cash()).isEqualTo(dec("450")); // 500 euros at 1.10
    assertThat(books.ledger(EUR).cash()).isEqualTo(Decimal.ZERO);
    assertThat(books.equity()).isEqualTo(dec("1050"));
    assertThat(books.fx()).isEqualTo(dec("50"));
    assertThat(books.position(SAP).quantity()).isEqualTo(dec("5"));
    assertThat(books.openPositions()).isEqualTo(1);
    assertThat(books.longValueAsDouble()).isEqualTo(600);
    assertThat(books.balances())
        .containsExactly(
            new CurrencyBalance(USD, dec("450"), Decimal.ZERO, dec("450"), Decimal.ONE),
            new CurrencyBalance(EUR, Decimal.ZERO, dec("500"), dec("500"), dec("1.2")));
  }

  @Test
  void sharesOfAnotherCurrencyAreNotGivenUnseen() {
    MultiCurrencyLedger books =
        MultiCurrencyLedger.open(
            FxRates.in(USD).with(EUR, dec("1.1")), Conversion.NONE, Ledger::open);
    books.advanceTo(0);
    books.apply(buy("5", "100", 1), UNIVERSE);
    CorporateAction abroad =
        new CorporateAction.SpinOff("s", SAP, 5, 0, Symbol.of("KYN"), ShareRatio.of(1, 1), 0.1);

    assertThatIllegalStateException()
        .isThrownBy(() -> books.apply(abroad, ActionTerms.DEFAULT, UNIVERSE))
        .withMessage("action s gives KYN in USD for SAP in EUR, which must be booked by hand");
    CorporateAction split = new CorporateAction.Split("t", SAP, 5, 0, ShareRatio.of(2, 1));
    books.apply(split, ActionTerms.DEFAULT, UNIVERSE);
    books.apply(split, ActionTerms.DEFAULT, UNIVERSE); // once only
    assertThat(books.position(SAP).quantity()).isEqualTo(dec("10"));
  }
}
