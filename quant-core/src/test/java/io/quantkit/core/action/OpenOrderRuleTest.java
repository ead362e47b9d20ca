package io.quantkit.core.action;

import static io.quantkit.core.action.ActionTables.ACME;
import static io.quantkit.core.action.ActionTables.dividend;
import static io.quantkit.core.action.ActionTables.split;
import static io.quantkit.core.action.ActionTables.stockDividend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderEvent;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.PegReference;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.order.Trail;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenOrderRuleTest {
  private static final OpenOrderRule US = OpenOrderRule.US;
  private static final ClientOrderId ID = ClientOrderId.of("o");

  /** The example of "do not reduce" in Investopedia's study guides. */
  @Test
  void dividendsReduceBuyLimitsAndSellStops() {
    OrderRequest buy = order(Side.BUY, "500", limit("35"));
    CorporateAction twenty = dividend("d", 20, "0.20");

    assertThat(adjusted(US.after(buy, twenty)).terms()).isEqualTo(limit("34.8"));
    assertThat(adjusted(US.after(order(Side.SELL, "5", stop("35")), twenty)).terms())
        .isEqualTo(stop("34.8"));
    OrderRequest stopLimit = order(Side.SELL, "5", new OrderTerms.StopLimit(dec("35"), dec("34")));
    assertThat(adjusted(US.after(stopLimit, twenty)).terms())
        .isEqualTo(new OrderTerms.StopLimit(dec("34.8"), dec("33.8")));
    assertThat(US.after(buy, twenty))
        .isInstanceOfSatisfying(
            OrderOutcome.Adjusted.class,
            outcome -> assertThat(outcome.reason()).isEqualTo("dividend of 0.2"));
  }

  @Test
  void reducedPricesAreRoundedDownToTheTick() {
    OrderRequest buy = order(Side.BUY, "500", limit("35"));

    assertThat(adjusted(US.after(buy, dividend("d", 20, "0.205"))).terms())
        .isEqualTo(limit("34.79"));
    assertThat(US.after(buy, dividend("d", 20, "0.009")))
        .isEqualTo(new OrderOutcome.Unchanged(buy));
  }

  @Test
  void ordersThatSayDoNotReduceAreNot() {
    OrderRequest buy = order(Side.BUY, "500", limit("35"));

    assertThat(US.withDoNotReduce(true).after(buy, dividend("d", 20, "0.2")))
        .isEqualTo(new OrderOutcome.Unchanged(buy));
  }

  @Test
  void ordersAboveTheMarketAndOfTheDayStand() {
    for (OrderRequest request :
        new OrderRequest[] {
          order(Side.SELL, "5", limit("35")),
          order(Side.BUY, "5", stop("35")),
          new OrderRequest(ID, ACME, Side.BUY, dec("5"), limit("35"), TimeInForce.DAY),
        }) {
      assertThat(US.after(request, dividend("d", 20, "1")))
          .isEqualTo(new OrderOutcome.Unchanged(request));
      assertThat(US.after(request, split("s", 20, 7, 1)))
          .isEqualTo(new OrderOutcome.Unchanged(request));
    }
  }

  @Test
  void everyKindOfTermsFollowsASplit() {
    CorporateAction split = split("s", 20, 2, 1);

    assertThat(afterSplit(Side.BUY, new OrderTerms.MarketIfTouched(dec("35")), split))
        .isEqualTo(new OrderTerms.MarketIfTouched(dec("17.5")));
    assertThat(afterSplit(Side.BUY, new OrderTerms.LimitIfTouched(dec("35"), dec("36")), split))
        .isEqualTo(new OrderTerms.LimitIfTouched(dec("17.5"), dec("18")));
    assertThat(afterSplit(Side.BUY, new OrderTerms.Iceberg(dec("35"), dec("2")), split))
        .isEqualTo(new OrderTerms.Iceberg(dec("17.5"), dec("4")));
    assertThat(afterSplit(Side.SELL, new OrderTerms.TrailingStop(Trail.amount(dec("3"))), split))
        .isEqualTo(new OrderTerms.TrailingStop(Trail.amount(dec("1.5"))));
    assertThat(
            afterSplit(
                Side.SELL,
                new OrderTerms.TrailingStopLimit(Trail.percent(dec("3")), dec("0.5")),
                split))
        .isEqualTo(new OrderTerms.TrailingStopLimit(Trail.percent(dec("3")), dec("0.25")));
    assertThat(
            afterSplit(
                Side.BUY,
                new OrderTerms.Peg(PegReference.PRIMARY, dec("0.1"), Optional.of(dec("40"))),
                split))
        .isEqualTo(new OrderTerms.Peg(PegReference.PRIMARY, dec("0.05"), Optional.of(dec("20"))));
  }

  private static OrderTerms afterSplit(Side side, OrderTerms terms, CorporateAction split) {
    OrderRequest after = adjusted(US.after(order(side, "10", terms), split));
    assertThat(after.quantity()).isEqualTo(dec("20"));
    return after.terms();
  }

  @Test
  void aDividendLeavesDistancesAsTheyAre() {
    OrderTerms trail = new OrderTerms.TrailingStop(Trail.amount(dec("3")));
    OrderTerms touched = new OrderTerms.MarketIfTouched(dec("35"));
    CorporateAction one = dividend("d", 20, "1");

    // The trailing stop is told nevertheless, as its best price changes.
    assertThat(adjusted(US.after(order(Side.SELL, "10", trail), one)).terms()).isEqualTo(trail);
    assertThat(adjusted(US.after(order(Side.BUY, "10", touched), one)).terms())
        .isEqualTo(new OrderTerms.MarketIfTouched(dec("34")));
  }

  @Test
  void aTrailThatWouldVanishIsCancelled() {
    OrderTerms trail = new OrderTerms.TrailingStop(Trail.amount(dec("0.01")));

    assertThat(US.after(order(Side.SELL, "10", trail), split("s", 20, 7, 1)))
        .isInstanceOf(OrderOutcome.Canceled.class);
  }

  @Test
  void splitsScalePriceAndQuantity() {
    OrderRequest after =
        adjusted(US.after(order(Side.BUY, "10", limit("640")), split("s", 20, 7, 1)));

    assertThat(after.quantity()).isEqualTo(dec("70"));
    assertThat(after.terms()).isEqualTo(limit("91.42"));
    assertThat(after.id()).isEqualTo(ID);

    OrderRequest threeForTwo =
        adjusted(US.after(order(Side.BUY, "5", limit("30")), split("s", 20, 3, 2)));
    assertThat(threeForTwo.quantity()).isEqualTo(dec("7"));
    assertThat(threeForTwo.terms()).isEqualTo(limit("20"));
  }

  @Test
  void stockDividendsAreSmallSplits() {
    OrderRequest after =
        adjusted(US.after(order(Side.BUY, "100", limit("21")), stockDividend("k", 20, 1, 20)));

    assertThat(after.quantity()).isEqualTo(dec("105"));
    assertThat(after.terms()).isEqualTo(limit("20"));
  }

  @Test
  void ordersThatSayDoNotIncreaseKeepTheirQuantity() {
    OrderRequest after =
        adjusted(
            US.withDoNotIncrease(true)
                .after(order(Side.BUY, "10", limit("700")), split("s", 20, 7, 1)));

    assertThat(after.quantity()).isEqualTo(dec("10"));
    assertThat(after.terms()).isEqualTo(limit("100"));
  }

  @Test
  void ordersAboveTheMarketFollowSharesIfAskedTo() {
    OrderRequest after =
        adjusted(
            US.withBothSides(true)
                .after(order(Side.SELL, "10", limit("640")), split("s", 20, 7, 1)));

    assertThat(after.quantity()).isEqualTo(dec("70"));
    assertThat(after.terms()).isEqualTo(limit("91.43"));
  }

  @Test
  void marketOrdersHaveOnlyAQuantity() {
    OrderRequest market = order(Side.SELL, "10", new OrderTerms.Market());

    assertThat(adjusted(US.after(market, split("s", 20, 2, 1))).quantity()).isEqualTo(dec("20"));
    assertThat(US.after(market, dividend("d", 20, "1")))
        .isEqualTo(new OrderOutcome.Unchanged(market));
  }

  @Test
  void whatCannotBeCarriedOverIsCancelled() {
    OrderRequest buy = order(Side.BUY, "5", limit("35"));
    Symbol kid = Symbol.of("KID");

    assertThat(reason(buy, split("s", 20, 1, 10))).contains("reverse split of 1:10");
    assertThat(reason(buy, new CorporateAction.SymbolChange("c", ACME, 9, 0, kid)))
        .contains("symbol became KID");
    assertThat(reason(buy, CorporateAction.Merger.forCash("m", ACME, 9, 0, dec("40"))))
        .contains("taken over");
    assertThat(reason(buy, new CorporateAction.Delisting("x", ACME, 9, 0, Decimal.ZERO, "merged")))
        .isEqualTo("delisted: merged");
    assertThat(
            reason(
                buy, new CorporateAction.SpinOff("o", ACME, 9, 0, kid, ShareRatio.of(1, 2), 0.2)))
        .contains("of unknown worth");
    assertThat(
            reason(
                buy,
                new CorporateAction.RightsIssue(
                    "r", ACME, 9, 0, ShareRatio.of(1, 4), dec("3"), 10)))
        .contains("issue of rights");
    assertThat(reason(buy, dividend("d", 20, "35"))).contains("leaves no positive price");
  }

  @Test
  void whatRemainsOfAnOrderIsAdjusted() {
    OrderRequest request = order(Side.BUY, "10", limit("700"));
    Order order =
        Order.created(request, 0)
            .apply(new OrderEvent.Submitted(ID, 1))
            .apply(new OrderEvent.Accepted(ID, 2, "b"))
            .apply(
                new OrderEvent.Filled(
                    ID,
                    3,
                    new Fill(ID, "e", ACME, Side.BUY, dec("4"), dec("699"), Decimal.ZERO, 3)));

    assertThat(adjusted(US.after(order, split("s", 20, 7, 1))).quantity()).isEqualTo(dec("42"));

    Order done = order.apply(new OrderEvent.Canceled(ID, 4, "asked"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> US.after(done, split("s", 20, 7, 1)))
        .withMessageContaining("order must stand");
  }

  @Test
  void refusesActionsOfOthers() {
    OrderRequest other =
        OrderRequest.market(ID, Symbol.of("IBM"), Side.BUY, dec("1"), TimeInForce.GTC);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> US.after(other, split("s", 20, 2, 1)))
        .withMessage("action must be of IBM, was of ACME");
  }

  private static String reason(OrderRequest request, CorporateAction action) {
    return ((OrderOutcome.Canceled) US.after(request, action)).reason();
  }

  private static OrderRequest adjusted(OrderOutcome outcome) {
    return ((OrderOutcome.Adjusted) outcome).request();
  }

  private static OrderRequest order(Side side, String quantity, OrderTerms terms) {
    return new OrderRequest(ID, ACME, side, dec(quantity), terms, TimeInForce.GTC);
  }

  private static OrderTerms limit(String price) {
    return new OrderTerms.Limit(dec(price));
  }

  private static OrderTerms stop(String price) {
    return new OrderTerms.Stop(dec(price));
  }

  private static Decimal dec(String text) {
    return Decimal.parse(text);
  }
}
