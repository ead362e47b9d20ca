package io.quantkit.backtest.market;

import static io.quantkit.backtest.Bars.bar;
import static io.quantkit.backtest.Bars.flat;
import static io.quantkit.backtest.market.Run.X;
import static io.quantkit.backtest.market.Run.d;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.OrderInstructions;
import io.quantkit.core.order.OrderStatus;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.order.Trail;
import io.quantkit.core.strategy.StrategyContext;
import org.junit.jupiter.api.Test;

class OrderGroupsTest {
  private static final OrderTerms MARKET = new OrderTerms.Market();

  private static void bracket(StrategyContext context, String quantity, OrderTerms entry) {
    context.submit(
        X,
        Side.BUY,
        d(quantity),
        entry,
        TimeInForce.GTC,
        OrderInstructions.bracket(d("110"), new OrderTerms.Stop(d("90"))));
  }

  @Test
  void exitsAreHeldUntilTheEntryIsFilledInFull() {
    Run run =
        Run.script()
            .market(market -> market.participation(0.1))
            .then(context -> bracket(context, "15", MARKET))
            .wait(1)
            .then(
                context ->
                    assertThat(context.openOrders().get(1).status())
                        .isEqualTo(OrderStatus.SUBMITTED))
            .then(
                context ->
                    assertThat(context.openOrders().get(0).status())
                        .isEqualTo(OrderStatus.ACCEPTED))
            .on(
                flat(100, 100),
                flat(100, 100),
                bar(100, 100, 100, 100, 30),
                flat(100, 100),
                flat(100, 100));

    assertThat(run.executed()).containsExactly("BUY 10 @ 100", "BUY 3 @ 100", "BUY 2 @ 100");
    assertThat(run.statuses()).containsExactly("FILLED", "ACCEPTED", "ACCEPTED");
  }

  @Test
  void theStopCancelsTheTarget() {
    Run run =
        Run.script()
            .then(context -> bracket(context, "10", MARKET))
            .on(flat(100, 100), flat(100, 100), bar(95, 96, 85, 86, 100));

    assertThat(run.executed()).containsExactly("BUY 10 @ 100", "SELL 10 @ 90");
    assertThat(run.statuses()).containsExactly("FILLED", "CANCELED", "FILLED");
    assertThat(run.order(1).reason()).contains("stop-loss filled");
  }

  @Test
  void gapsThroughTheStopFillAtTheOpen() {
    Run run =
        Run.script()
            .then(context -> bracket(context, "10", MARKET))
            .on(flat(100, 100), flat(100, 100), bar(80, 96, 79, 86, 100));

    assertThat(run.executed()).containsExactly("BUY 10 @ 100", "SELL 10 @ 80");
  }

  @Test
  void gapsThroughTheTargetFillAtTheBetterOpen() {
    Run run =
        Run.script()
            .then(context -> bracket(context, "10", MARKET))
            .on(flat(100, 100), flat(100, 100), bar(115, 116, 85, 86, 100));

    assertThat(run.executed()).containsExactly("BUY 10 @ 100", "SELL 10 @ 115");
  }

  @Test
  void exitsWorkInTheBarOfTheEntry() {
    Run run =
        Run.script()
            .then(context -> bracket(context, "10", MARKET))
            .on(flat(100, 100), bar(100, 101, 85, 95, 100), flat(95, 100));

    assertThat(run.executed()).containsExactly("BUY 10 @ 100", "SELL 10 @ 90");
  }

  @Test
  void exitsWorkFromTheNextBarIfAskedFor() {
    Run run =
        Run.script()
            .market(market -> market.exitsAtOnce(false))
            .then(context -> bracket(context, "10", MARKET))
            .on(flat(100, 100), bar(100, 101, 85, 95, 100), bar(89, 95, 88, 95, 100));

    assertThat(run.executed()).containsExactly("BUY 10 @ 100", "SELL 10 @ 89");
  }

  @Test
  void anEntryWithinTheBarIsFollowedByWhatThePathStillReaches() {
    // On the way from 100 to 85 the price passes the entry at 97 and then the stop at 90, whatever
    // came before.
    for (BothTouched rule : BothTouched.values()) {
      Run run =
          Run.script()
              .market(market -> market.bothTouched(rule))
              .then(context -> bracket(context, "10", new OrderTerms.Limit(d("97"))))
              .on(flat(100, 100), bar(100, 120, 85, 95, 100), flat(95, 100));

      assertThat(run.executed()).containsExactly("BUY 10 @ 97", "SELL 10 @ 90");
    }
  }

  @Test
  void theRuleSaysWhatCameFirstWhereBothWereTouched() {
    for (BothTouched rule : BothTouched.values()) {
      Run run =
          Run.script()
              .market(market -> market.bothTouched(rule))
              .then(context -> bracket(context, "10", MARKET))
              .on(flat(100, 100), bar(100, 120, 80, 95, 100), flat(95, 100));

      String price = rule == BothTouched.TARGET_FIRST ? "110" : "90";
      assertThat(run.executed()).containsExactly("BUY 10 @ 100", "SELL 10 @ " + price);
    }
  }

  @Test
  void shortBracketsLookTheOtherWay() {
    for (BothTouched rule : BothTouched.values()) {
      Run run =
          Run.script()
              .market(market -> market.bothTouched(rule).shorting(true))
              .then(
                  context ->
                      context.submit(
                          X,
                          Side.SELL,
                          d("10"),
                          MARKET,
                          TimeInForce.GTC,
                          OrderInstructions.bracket(d("90"), new OrderTerms.Stop(d("110")))))
              .on(flat(100, 100), bar(100, 120, 80, 95, 100), flat(95, 100));

      String price = rule == BothTouched.TARGET_FIRST ? "90" : "110";
      assertThat(run.executed()).containsExactly("SELL 10 @ 100", "BUY 10 @ " + price);
      assertThat(run.position()).isEqualTo(Decimal.ZERO);
    }
  }

  @Test
  void aPartOfOneExitShrinksTheOther() {
    Run run =
        Run.script()
            .market(market -> market.participation(0.1))
            .then(context -> bracket(context, "10", MARKET))
            .on(
                flat(100, 100),
                flat(100, 100),
                bar(112, 113, 111, 112, 40),
                bar(85, 86, 84, 85, 100),
                flat(85, 100));

    assertThat(run.executed()).containsExactly("BUY 10 @ 100", "SELL 4 @ 112", "SELL 6 @ 85");
    assertThat(run.order(2).request().quantity()).isEqualTo(d("6"));
    assertThat(run.statuses()).containsExactly("FILLED", "CANCELED", "FILLED");
    assertThat(run.position()).isEqualTo(Decimal.ZERO);
  }

  @Test
  void cancellingTheEntryCancelsItsExits() {
    Run run =
        Run.script()
            .then(context -> bracket(context, "10", new OrderTerms.Limit(d("95"))))
            .then(context -> context.cancel(context.openOrders().get(0).id()))
            .on(flat(100, 100), flat(100, 100), flat(90, 100));

    assertThat(run.executed()).isEmpty();
    assertThat(run.statuses()).containsOnly("CANCELED");
    assertThat(run.order(1).reason().orElseThrow()).contains(run.order(0).id().value());
  }

  @Test
  void anEntryThatExpiresTakesItsExitsAlong() {
    Run run =
        Run.script()
            .then(
                context ->
                    context.submit(
                        X,
                        Side.BUY,
                        d("10"),
                        new OrderTerms.Limit(d("95")),
                        TimeInForce.DAY,
                        OrderInstructions.thenStopLoss(new OrderTerms.Stop(d("90")))))
            .on(flat(100, 100), flat(100, 100), flat(80, 100));

    assertThat(run.statuses()).containsExactly("EXPIRED", "CANCELED");
  }

  @Test
  void cancellingOneExitCancelsTheOther() {
    Run run =
        Run.script()
            .then(context -> bracket(context, "10", MARKET))
            .then(context -> context.cancel(context.openOrders().get(0).id()))
            .on(flat(100, 100), flat(100, 100), flat(80, 100));

    assertThat(run.statuses()).containsExactly("FILLED", "CANCELED", "CANCELED");
    assertThat(run.position()).isEqualTo(d("10"));
  }

  @Test
  void aStopThatWasMovedStillBelongsToItsTarget() {
    Run run =
        Run.script()
            .then(context -> bracket(context, "10", MARKET))
            .then(
                context -> {
                  ClientOrderId stop = context.openOrders().get(1).id();
                  context.replace(stop, d("10"), new OrderTerms.Stop(d("98")));
                })
            .on(flat(100, 100), flat(100, 100), bar(100, 101, 97, 97, 100), flat(120, 100));

    assertThat(run.executed()).containsExactly("BUY 10 @ 100", "SELL 10 @ 98");
    assertThat(run.statuses()).containsExactly("FILLED", "CANCELED", "CANCELED", "FILLED");
    assertThat(run.order(2).reason().orElseThrow()).startsWith("replaced by");
  }

  @Test
  void replacingAnEntryReplacesItsExits() {
    Run run =
        Run.script()
            .then(context -> bracket(context, "10", new OrderTerms.Limit(d("95"))))
            .then(
                context ->
                    context.replace(
                        context.openOrders().get(0).id(), d("5"), new OrderTerms.Limit(d("99"))))
            .on(flat(100, 100), flat(100, 100), bar(100, 100, 98, 99, 100), flat(111, 100));

    assertThat(run.executed()).containsExactly("BUY 5 @ 99", "SELL 5 @ 111");
    assertThat(run.statuses())
        .containsExactly("CANCELED", "CANCELED", "CANCELED", "FILLED", "FILLED", "CANCELED");
  }

  @Test
  void ordersThatAreDoneCannotBeReplaced() {
    Run run =
        Run.script()
            .then(context -> context.buy(X, d("10")))
            .then(context -> context.replace(ClientOrderId.of("qk-000001"), d("5"), MARKET))
            .on(flat(100, 100), flat(100, 100), flat(100, 100));

    assertThat(run.executed()).containsExactly("BUY 10 @ 100");
    assertThat(run.statuses()).containsExactly("FILLED", "REJECTED");
    assertThat(run.order(1).reason().orElseThrow()).contains("NOT_OPEN");
  }

  @Test
  void aTrailingStopCanBeAnExit() {
    Run run =
        Run.script()
            .then(
                context ->
                    context.submit(
                        X,
                        Side.BUY,
                        d("10"),
                        MARKET,
                        TimeInForce.GTC,
                        OrderInstructions.thenStopLoss(
                            new OrderTerms.TrailingStop(Trail.percent(d("10"))))))
            .on(
                flat(100, 100),
                bar(100, 104, 95, 104, 100),
                bar(104, 120, 103, 118, 100),
                bar(118, 119, 100, 101, 100));

    assertThat(run.executed()).containsExactly("BUY 10 @ 100", "SELL 10 @ 108");
  }

  @Test
  void ocoLegsShareOnePosition() {
    Run run =
        Run.script()
            .then(context -> context.buy(X, d("10")))
            .then(
                context ->
                    context.submit(
                        X,
                        Side.SELL,
                        d("10"),
                        new OrderTerms.Limit(d("110")),
                        TimeInForce.GTC,
                        OrderInstructions.oco(new OrderTerms.StopLimit(d("95"), d("94")))))
            .on(
                flat(100, 100),
                flat(100, 100),
                bar(93, 93.5, 92, 93, 100),
                bar(93, 94.5, 92, 93, 100),
                flat(120, 100));

    // The gap triggers the stop, whose limit is reached in the bar after.
    assertThat(run.executed()).containsExactly("BUY 10 @ 100", "SELL 10 @ 94");
    assertThat(run.statuses()).containsExactly("FILLED", "CANCELED", "FILLED");
  }

  @Test
  void anOcoNeedsSomethingToLeave() {
    Run run =
        Run.script()
            .then(
                context ->
                    context.submit(
                        X,
                        Side.SELL,
                        d("10"),
                        new OrderTerms.Limit(d("110")),
                        TimeInForce.GTC,
                        OrderInstructions.oco(new OrderTerms.Stop(d("95")))))
            .on(flat(100, 100), flat(100, 100));

    assertThat(run.statuses()).containsOnly("REJECTED");
    assertThat(run.order(0).reason().orElseThrow()).startsWith("REDUCE_ONLY");
  }

  @Test
  void exitsAreCancelledOnceThePositionIsGone() {
    Run run =
        Run.script()
            .then(context -> bracket(context, "10", MARKET))
            .then(context -> context.sell(X, d("10")))
            .on(flat(100, 100), flat(100, 100), flat(100, 100), flat(80, 100));

    assertThat(run.executed()).containsExactly("BUY 10 @ 100", "SELL 10 @ 100");
    assertThat(run.position()).isEqualTo(Decimal.ZERO);
    assertThat(run.statuses()).containsExactly("FILLED", "CANCELED", "CANCELED", "FILLED");
  }
}
