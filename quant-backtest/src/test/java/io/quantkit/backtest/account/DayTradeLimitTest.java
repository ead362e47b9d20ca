package io.quantkit.backtest.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayTradeLimitTest {
  private static final String MONDAY = "2024-06-03";
  private static final String TUESDAY = "2024-06-04";

  private static Desk desk(String cash) {
    return new Desk(DayTradeLimit.finra(RegTMargin.FINRA), cash);
  }

  private static void dayTrade(Desk desk, String symbol, String day) {
    desk.buy(symbol, 10, "10", day);
    desk.sell(symbol, 10, "10", day);
  }

  @Test
  void theFourthDayTradeWithinFiveSessionsIsRefused() {
    Desk desk = desk("24999");
    dayTrade(desk, "X", MONDAY);
    dayTrade(desk, "Y", MONDAY);
    desk.close(MONDAY);
    dayTrade(desk, "X", TUESDAY);
    desk.buy("X", 10, "10", TUESDAY);
    assertThat(desk.refusal(Side.SELL, "X", 10, "10", TUESDAY))
        .isEqualTo(
            "day trade 4 within 5 sessions needs an equity of 25000 at the last close, was 24999");
    desk.close(TUESDAY);

    // Overnight the position may be closed; the fifth session after Monday frees its two trades.
    desk.sell("X", 10, "10", "2024-06-05");
    desk.close("2024-06-05");
    desk.close("2024-06-06");
    desk.buy("X", 10, "10", "2024-06-07");
    assertThat(desk.refusal(Side.SELL, "X", 10, "10", "2024-06-07")).startsWith("day trade 4");
    desk.close("2024-06-07");
    desk.buy("Y", 10, "10", "2024-06-10");
    assertThat(desk.refusal(Side.SELL, "Y", 10, "10", "2024-06-10")).isEmpty();
  }

  @Test
  void anAccountThatIsWorthEnoughMayTradeAsItLikes() {
    Desk desk = desk("25000");
    for (int i = 0; i < 10; i++) {
      dayTrade(desk, "X", MONDAY);
    }
    desk.buy("X", 100, "10", MONDAY);
    desk.price("X", 9);
    desk.close(MONDAY);
    desk.buy("X", 10, "9", TUESDAY);
    assertThat(desk.refusal(Side.SELL, "X", 10, "9", TUESDAY))
        .isEqualTo(
            "day trade 11 within 5 sessions needs an equity of 25000 at the last close, was 24900");
  }

  @Test
  void whatIsClosedInPartsIsOneDayTradeAndOpeningAgainBeginsAnother() {
    Desk desk = desk("20000");
    desk.buy("X", 30, "10", MONDAY);
    desk.buy("X", 30, "10", MONDAY);
    desk.sell("X", 20, "10", MONDAY); // the first
    desk.sell("X", 20, "10", MONDAY);
    desk.buy("X", 20, "10", MONDAY);
    desk.sell("X", 30, "10", MONDAY); // the second
    desk.sell("Z", 10, "10", MONDAY);
    desk.buy("Z", 20, "10", MONDAY); // the third, and opens a long position
    assertThat(desk.refusal(Side.SELL, "Z", 10, "10", MONDAY)).startsWith("day trade 4");
    assertThat(desk.refusal(Side.SELL, "X", 10, "10", MONDAY)).isEmpty(); // nothing opened since
  }

  @Test
  void theRuleEndsWhenItWasRetired() {
    Desk desk = desk("5000");
    String before = "2026-06-03";
    String day = "2026-06-04";
    for (int i = 0; i < 3; i++) {
      dayTrade(desk, "X", before);
    }
    desk.buy("X", 10, "10", before);
    assertThat(desk.refusal(Side.SELL, "X", 10, "10", before)).startsWith("day trade 4");
    desk.close(before);
    desk.buy("X", 10, "10", day);
    assertThat(desk.refusal(Side.SELL, "X", 10, "10", day)).isEmpty();
  }

  @Test
  void refusesWhatIsNoRule() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new DayTradeLimit(
                    RegTMargin.FINRA, -1, 5, Decimal.of(25_000), LocalDate.of(2026, 6, 4)))
        .withMessageStartingWith("allowed must be at least 0");
  }
}
