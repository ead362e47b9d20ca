package io.quantkit.backtest.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.backtest.account.CashAccount.Unsettled;
import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;
import org.junit.jupiter.api.Test;

class CashAccountTest {

  @Test
  void spendsOnlyWhatItHas() {
    Desk desk = new Desk(CashAccount.US, "1000");
    assertThat(desk.refusal(Side.BUY, "X", 11, "100", "2024-06-03"))
        .isEqualTo("buying 11 X takes 1100, available are 1000");
    desk.account.reserve(0, Side.BUY, Decimal.of(6), Decimal.of(100));
    assertThat(desk.refusal(Side.BUY, "Y", 5, "100", "2024-06-03"))
        .isEqualTo("buying 5 Y takes 500, available are 400");
    assertThat(desk.buyingPower()).isEqualTo("400");
    desk.account.release(0, Side.BUY, Decimal.of(6), Decimal.of(100));
    assertThat(desk.refusal(Side.BUY, "Y", 10, "100", "2024-06-03")).isEmpty();
    assertThat(desk.refusal(Side.SELL, "Y", 1, "100", "2024-06-03"))
        .isEqualTo("selling 1 Y would go short, available are 0");
  }

  /** Fidelity, "Avoiding cash account trading violations": Marty, with settlement on T+1. */
  @Test
  void countsTheViolationOfFidelitysExample() {
    Desk desk = new Desk(CashAccount.US, "10000");
    desk.buy("X", 100, "100", "2024-06-03");
    // Monday: sells X, buys Y with the proceeds; sells Y on the same day, before Tuesday.
    desk.sell("X", 100, "100", "2024-06-10T14:00:00Z");
    desk.buy("Y", 100, "100", "2024-06-10T18:00:00Z");
    desk.sell("Y", 100, "100", "2024-06-10T19:00:00Z");
    desk.close("2024-06-10");
    assertThat(desk.activities)
        .extracting(AccountActivity::description)
        .containsExactly(
            "good-faith violation 1 within a year: 100 Y sold that are paid on 2024-06-11");
    assertThat(desk.activities.get(0).amount()).isEqualTo(Decimal.ZERO);
  }

  @Test
  void findsNoViolationOnceTheMoneyHasSettled() {
    Desk desk = new Desk(CashAccount.US, "10000");
    desk.buy("X", 100, "100", "2024-06-03");
    desk.sell("X", 100, "100", "2024-06-10");
    desk.buy("Y", 100, "100", "2024-06-10T18:00:00Z");
    desk.sell("Y", 100, "100", "2024-06-11");
    desk.close("2024-06-11");
    assertThat(desk.activities).isEmpty();
  }

  /** The same before 2024-05-28, when settlement took two days. */
  @Test
  void settlesByTheDateOfTheTrade() {
    Desk desk = new Desk(CashAccount.US.with(Unsettled.NO_PURCHASES), "10000");
    desk.buy("X", 100, "100", "2024-05-20");
    desk.sell("X", 100, "100", "2024-05-22");
    assertThat(desk.refusal(Side.BUY, "Y", 1, "100", "2024-05-23"))
        .isEqualTo("buying 1 Y takes 100, available are 0 of settled money");
    // Friday the 24th.
    desk.buy("Y", 100, "100", "2024-05-24");
    desk.sell("Y", 100, "100", "2024-06-03");
    assertThat(desk.refusal(Side.BUY, "Z", 1, "100", "2024-06-03")).isNotEmpty();
    assertThat(desk.refusal(Side.BUY, "Z", 100, "100", "2024-06-04")).isEmpty();
    desk.buy("Z", 50, "100", "2017-08-01");
  }

  @Test
  void mayForbidToSellWhatIsNotPaid() {
    Desk desk = new Desk(CashAccount.US.with(Unsettled.NO_SALES), "10000");
    desk.buy("X", 60, "100", "2024-06-03");
    desk.sell("X", 60, "100", "2024-06-10");
    desk.buy("Y", 100, "100", "2024-06-10");
    assertThat(desk.refusal(Side.SELL, "Y", 1, "100", "2024-06-10"))
        .isEqualTo("selling 1 Y needs shares that are not paid yet, fully paid are 0");
    assertThat(desk.refusal(Side.SELL, "Y", 100, "100", "2024-06-11")).isEmpty();
  }

  @Test
  void takesFullyPaidSharesFirst() {
    Desk desk = new Desk(CashAccount.US, "10000");
    desk.buy("Y", 50, "100", "2024-06-03");
    desk.buy("X", 50, "100", "2024-06-03");
    desk.sell("X", 50, "100", "2024-06-10");
    desk.buy("Y", 50, "100", "2024-06-10");
    desk.sell("Y", 50, "100", "2024-06-10");
    desk.close("2024-06-10");
    assertThat(desk.activities).isEmpty();
    desk.sell("Y", 1, "100", "2024-06-10T20:30:00Z");
    desk.close("2024-06-11");
    assertThat(desk.activities).hasSize(1);
  }

  /** Three within twelve months: ninety days with settled money only. */
  @Test
  void isRestrictedAfterThreeViolations() {
    Desk desk = new Desk(CashAccount.US, "10000");
    desk.buy("X", 100, "100", "2024-06-03");
    String[] days = {"2024-06-10", "2024-07-08", "2024-08-05"};
    for (String day : days) {
      desk.sell("X", 100, "100", day);
      desk.buy("Y", 100, "100", day);
      desk.sell("Y", 100, "100", day);
      if (day.equals("2024-08-05")) {
        assertThat(desk.refusal(Side.BUY, "X", 1, "100", day)).contains("of settled money");
        desk.buy("X", 100, "100", "2024-08-06");
      } else {
        desk.buy("X", 100, "100", day);
      }
    }
    desk.sell("X", 100, "100", "2024-11-01");
    assertThat(desk.refusal(Side.BUY, "Y", 100, "100", "2024-11-01")).contains("of settled money");
    desk.buy("X", 100, "100", "2024-11-04");
    desk.sell("X", 100, "100", "2024-11-05");
    assertThat(desk.refusal(Side.BUY, "Y", 100, "100", "2024-11-05")).isEmpty();
  }
}
