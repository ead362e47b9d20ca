package io.quantkit.backtest.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.backtest.account.RegTMargin.CloseOrder;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegTMarginTest {
  private static final String DAY = "2024-06-03";

  @Test
  void buysForTwiceItsEquity() {
    Desk desk = new Desk(RegTMargin.FINRA, "10000");
    assertThat(desk.buyingPower()).isEqualTo("20000");
    assertThat(desk.refusal(Side.BUY, "X", 2001, "10", DAY))
        .isEqualTo(
            "insufficient buying power: buying 2001 X needs an equity of 10005, available is"
                + " 10000");
    desk.buy("X", 2000, "10", DAY);
    assertThat(desk.buyingPower()).isEqualTo("0");
    assertThat(desk.cash()).isEqualTo("-10000");
    desk.price("X", 11);
    assertThat(desk.equity()).isEqualTo("12000");
    assertThat(desk.buyingPower()).isEqualTo("2000");
  }

  /**
   * The SEC's investor bulletin on margin accounts: 16,000 of shares, half of them borrowed, fall
   * to 12,000. The equity of 4,000 is enough for 25 %, but not for 40 %, which needs 4,800.
   */
  @Test
  void agreesWithTheSecsExample() {
    Desk quarter = new Desk(RegTMargin.FINRA, "8000");
    quarter.buy("X", 160, "100", DAY);
    quarter.price("X", 75);
    assertThat(quarter.equity()).isEqualTo("4000");
    assertThat(quarter.account.liquidations(Desk.at(DAY))).isEmpty();

    RegTMargin strict =
        new RegTMargin(
            Decimal.parse("0.5"),
            Decimal.parse("0.4"),
            Decimal.parse("0.4"),
            Decimal.of(2000),
            Decimal.ONE,
            Locates.UNLIMITED,
            CloseOrder.LARGEST_FIRST);
    Desk forty = new Desk(strict, "8000");
    forty.buy("X", 160, "100", DAY);
    forty.price("X", 75);
    // 800 are missing; each share that is sold frees 30.
    assertThat(forty.account.liquidations(Desk.at(DAY)))
        .containsExactly(
            new Liquidation(
                Symbol.of("X"),
                Side.SELL,
                Decimal.of(27),
                "margin call: equity of 4000 is below the maintenance requirement of 4800"));
  }

  /** A short position of 20,000 needs 30,000 in the account: the proceeds and half of them. */
  @Test
  void needsHalfOfTheProceedsForShortPositions() {
    Desk desk = new Desk(RegTMargin.FINRA, "10000");
    assertThat(desk.refusal(Side.SELL, "X", 401, "50", DAY))
        .startsWith("insufficient buying power: selling 401 X needs an equity of 10025");
    desk.sell("X", 400, "50", DAY);
    assertThat(desk.cash()).isEqualTo("30000");
    assertThat(desk.equity()).isEqualTo("10000");
    assertThat(desk.buyingPower()).isEqualTo("0");
  }

  /** Rule 4210(c): 30 % but at least 5 a share; below a price of 5 all of it, at least 2.50. */
  @Test
  void needsMoreForCheapShortPositions() {
    Desk desk = new Desk(RegTMargin.FINRA, "10000");
    assertThat(desk.refusal(Side.SELL, "X", 2001, "8", DAY)).contains("needs an equity of 10005");
    assertThat(desk.refusal(Side.SELL, "X", 2001, "5", DAY)).contains("needs an equity of 10005");
    assertThat(desk.refusal(Side.SELL, "X", 2001, "4.99", DAY)).isEmpty();
    assertThat(desk.refusal(Side.SELL, "X", 2005, "4.99", DAY))
        .contains("needs an equity of 10004.95");
    assertThat(desk.refusal(Side.SELL, "X", 4001, "1", DAY)).contains("needs an equity of 10002.5");
    desk.sell("X", 600, "20", DAY);
    // At 30 %, 600 * 28 * 0.3 = 5040 are needed, 22000 - 16800 = 5200 are there.
    desk.price("X", 28);
    assertThat(desk.account.liquidations(Desk.at(DAY))).isEmpty();
    desk.price("X", 28.5);
    // 5130 and 4900: 230 are missing, each share frees 8.55.
    assertThat(desk.account.liquidations(Desk.at(DAY)))
        .containsExactly(
            new Liquidation(
                Symbol.of("X"),
                Side.BUY,
                Decimal.of(27),
                "margin call: equity of 4900 is below the maintenance requirement of 5130"));
  }

  /** Rule 4210(b): 2,000 to borrow, but no more than what is bought costs. */
  @Test
  void needsAMinimumToBorrow() {
    Desk desk = new Desk(RegTMargin.FINRA, "1500");
    assertThat(desk.refusal(Side.BUY, "X", 15, "100", DAY)).isEmpty();
    assertThat(desk.refusal(Side.BUY, "X", 16, "100", DAY))
        .isEqualTo("borrowing needs an equity of at least 2000, was 1500");
    assertThat(desk.refusal(Side.SELL, "X", 1, "100", DAY))
        .isEqualTo("borrowing needs an equity of at least 2000, was 1500");
  }

  /** Alpaca judges a short sale at 3 % above its price. */
  @Test
  void raisesThePriceOfShortSalesAsAlpacaDoes() {
    Desk desk = new Desk(RegTMargin.ALPACA, "10000");
    assertThat(desk.refusal(Side.SELL, "X", 195, "100", DAY))
        .contains("needs an equity of 10042.5");
    assertThat(desk.refusal(Side.SELL, "X", 194, "100", DAY)).isEmpty();
  }

  @Test
  void asksForNothingToClose() {
    Desk desk = new Desk(RegTMargin.FINRA, "10000");
    desk.buy("X", 2000, "10", DAY);
    desk.price("X", 1);
    assertThat(desk.equity()).isEqualTo("-8000");
    assertThat(desk.refusal(Side.SELL, "X", 2000, "1", DAY)).isEmpty();
    assertThat(desk.refusal(Side.SELL, "X", 2001, "1", DAY)).isNotEmpty();
    assertThat(desk.refusal(Side.BUY, "X", 1, "1", DAY)).isNotEmpty();
  }

  @Test
  void turnsAPositionRound() {
    Desk desk = new Desk(RegTMargin.FINRA, "10000");
    desk.buy("X", 1000, "20", DAY);
    assertThat(desk.refusal(Side.SELL, "X", 2001, "20", DAY)).contains("selling 1001 X");
    desk.sell("X", 2000, "20", DAY);
    assertThat(desk.position("X")).isEqualTo("-1000");
    assertThat(desk.equity()).isEqualTo("10000");
  }

  @Test
  void reservesForOrdersThatWork() {
    Desk desk = new Desk(RegTMargin.FINRA, "10000");
    desk.buy("X", 500, "10", DAY);
    // A sale of what is held needs nothing, what is beyond does.
    desk.account.reserve(0, Side.SELL, Decimal.of(500), Decimal.of(10));
    assertThat(desk.buyingPower()).isEqualTo("15000");
    desk.account.reserve(0, Side.SELL, Decimal.of(100), Decimal.of(10));
    assertThat(desk.buyingPower()).isEqualTo("14000");
    desk.account.reserve(1, Side.BUY, Decimal.of(100), Decimal.of(30));
    assertThat(desk.buyingPower()).isEqualTo("11000");
    assertThat(desk.refusal(Side.BUY, "Z", 111, "100", DAY)).isNotEmpty();
    assertThat(desk.refusal(Side.BUY, "Z", 110, "100", DAY)).isEmpty();
    desk.account.release(1, Side.BUY, Decimal.of(40), Decimal.of(30));
    desk.account.release(1, Side.BUY, Decimal.of(60), Decimal.of(30));
    desk.account.release(0, Side.SELL, Decimal.of(600), Decimal.of(10));
    assertThat(desk.buyingPower()).isEqualTo("15000");
  }

  @Test
  void sellsShortWhatCanBeLocated() {
    Locates locates = Locates.of(Map.of(Symbol.of("X"), Decimal.of(100)));
    Desk desk = new Desk(RegTMargin.FINRA.with(locates), "100000");
    desk.buy("X", 50, "10", DAY);
    desk.account.reserve(0, Side.SELL, Decimal.of(60), Decimal.of(10));
    assertThat(desk.refusal(Side.SELL, "X", 91, "10", DAY))
        .isEqualTo("selling 91 X short needs 101 to be borrowed, available are 100");
    assertThat(desk.refusal(Side.SELL, "X", 90, "10", DAY)).isEmpty();
    assertThat(desk.refusal(Side.SELL, "Y", 1, "10", DAY))
        .isEqualTo("selling 1 Y short needs 1 to be borrowed, available are 0");
  }

  @Test
  void closesInTheStatedOrder() {
    for (CloseOrder order : CloseOrder.values()) {
      Desk desk = new Desk(RegTMargin.FINRA.with(order), "10000");
      desk.buy("X", 100, "60", DAY);
      desk.buy("Y", 100, "30", DAY);
      desk.buy("Z", 100, "110", DAY);
      desk.prices(40, 20, 73);
      // 13300 of shares, 10000 borrowed: 3300 are 25 of 3325.
      String first =
          desk.account.liquidations(Desk.at(DAY)).stream()
              .map(liquidation -> liquidation.symbol() + " " + liquidation.quantity())
              .findFirst()
              .orElseThrow();
      assertThat(first)
          .isEqualTo(
              switch (order) {
                case LARGEST_FIRST -> "Z 2";
                case SMALLEST_FIRST -> "Y 5";
                case BY_SYMBOL -> "X 3";
              });
      // What is being closed is not asked for again on the same day.
      assertThat(desk.account.liquidations(Desk.at(DAY))).isEmpty();
      assertThat(desk.account.liquidations(Desk.at("2024-06-04"))).hasSize(1);
    }
  }

  @Test
  void closesEverythingWhenEquityIsUsedUp() {
    Desk desk = new Desk(RegTMargin.FINRA, "10000");
    desk.buy("X", 500, "20", DAY);
    desk.buy("Y", 500, "20", DAY);
    desk.prices(8, 11, 1);
    assertThat(desk.account.liquidations(Desk.at(DAY)))
        .extracting(Liquidation::quantity)
        .containsExactly(Decimal.of(500), Decimal.of(500));
  }

  @Test
  void refusesParametersThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RegTMargin(
                    Decimal.of(2),
                    Decimal.ONE,
                    Decimal.ONE,
                    Decimal.ZERO,
                    Decimal.ONE,
                    Locates.NONE,
                    CloseOrder.BY_SYMBOL))
        .withMessage("initial must be within (0, 1], was 2");
  }
}
