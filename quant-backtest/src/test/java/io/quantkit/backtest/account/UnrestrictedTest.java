package io.quantkit.backtest.account;

import static io.quantkit.backtest.account.Desk.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;
import org.junit.jupiter.api.Test;

class UnrestrictedTest {
  private static final String DAY = "2024-06-03";

  @Test
  void spendsMoreThanItHas() {
    Desk desk = new Desk(Unrestricted.LONG_ONLY, "100");
    desk.buy("X", 10, "50.5", DAY);
    assertThat(desk.cash()).isEqualTo("-405");
    assertThat(desk.equity()).isEqualTo("100");
    assertThat(desk.buyingPower()).isEqualTo("0");
    desk.price("X", 51);
    assertThat(desk.equity()).isEqualTo("105");
  }

  @Test
  void sellsShortOnlyIfAllowed() {
    Desk desk = new Desk(Unrestricted.LONG_ONLY, "1000");
    desk.buy("X", 10, "50", DAY);
    desk.account.reserve(0, Side.SELL, Decimal.of(4), Decimal.of(50));
    assertThat(desk.refusal(Side.SELL, "X", 7, "50", DAY))
        .isEqualTo("selling 7 X would go short, available are 6");
    assertThat(desk.refusal(Side.SELL, "X", 6, "50", DAY)).isEmpty();
    assertThat(desk.account.shorting()).isFalse();

    Desk other = new Desk(Unrestricted.LONG_SHORT, "1000");
    other.sell("X", 10, "50", DAY);
    assertThat(other.position("X")).isEqualTo("-10");
    assertThat(other.cash()).isEqualTo("1500");
    assertThat(other.equity()).isEqualTo("1000");
    assertThat(other.account.shorting()).isTrue();
  }

  @Test
  void booksFees() {
    Desk desk = new Desk(Unrestricted.LONG_ONLY, "1000");
    desk.account.onFill(
        1, desk.fill("Y", Side.BUY, Decimal.ONE, Decimal.of(10), Decimal.parse("0.35"), 0));
    assertThat(desk.cash()).isEqualTo("989.65");
  }

  @Test
  void paysDividendsWhenTheyArePaid() {
    Desk desk = new Desk(Unrestricted.LONG_SHORT, "1000");
    desk.buy("X", 10, "50", DAY);
    desk.sell("Y", 20, "10", DAY);
    desk.act(dividend("d1", "X", "2024-06-04", "2024-06-10", "0.25"));
    desk.act(dividend("d2", "Y", "2024-06-04", "2024-06-07", "0.5"));
    assertThat(desk.cash()).isEqualTo("700");
    assertThat(desk.equity()).isEqualTo("1000");
    desk.close("2024-06-06");
    assertThat(desk.cash()).isEqualTo("700");
    desk.close("2024-06-07");
    assertThat(desk.cash()).isEqualTo("690");
    desk.close("2024-06-10");
    assertThat(desk.cash()).isEqualTo("692.5");
    assertThat(desk.equity()).isEqualTo("1000");
    assertThat(desk.activities).isEmpty();
  }

  private static CorporateAction dividend(
      String id, String symbol, String ex, String pay, String amount) {
    return new CorporateAction.CashDividend(
        id, Symbol.of(symbol), at(ex), at(ex), at(pay), Decimal.parse(amount));
  }

  @Test
  void followsSplitsSpinOffsAndMergers() {
    Desk desk = new Desk(Unrestricted.LONG_SHORT, "10000");
    desk.buy("X", 15, "40", DAY);
    desk.sell("Y", 5, "20", DAY);
    desk.price("X", 50);
    desk.act(new CorporateAction.Split("s", Symbol.of("X"), at(DAY), at(DAY), ShareRatio.of(3, 2)));
    // 22.5 shares: half of one is paid at 33.33.
    assertThat(desk.position("X")).isEqualTo("22");
    assertThat(desk.cash()).isEqualTo("9516.666666667");
    desk.act(
        new CorporateAction.SpinOff(
            "o", Symbol.of("X"), at(DAY), at(DAY), Symbol.of("Z"), ShareRatio.of(1, 2), 0.25));
    assertThat(desk.position("Z")).isEqualTo("11");
    desk.act(
        new CorporateAction.Merger(
            "m",
            Symbol.of("Y"),
            at(DAY),
            at(DAY),
            Decimal.ONE,
            java.util.Optional.of(Symbol.of("Z")),
            java.util.Optional.of(ShareRatio.of(2, 1))));
    assertThat(desk.position("Y")).isEqualTo("0");
    assertThat(desk.position("Z")).isEqualTo("1");
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Desk(Unrestricted.LONG_ONLY, "-1"))
        .withMessage("cash must be at least 0, was -1");
    Desk desk = new Desk(Unrestricted.LONG_ONLY, "1");
    assertThatIllegalStateException()
        .isThrownBy(() -> desk.account.release(0, Side.BUY, Decimal.ONE, Decimal.ONE))
        .withMessage("more of X was released than reserved: -1");
  }
}
