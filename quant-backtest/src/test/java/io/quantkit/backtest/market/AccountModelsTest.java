package io.quantkit.backtest.market;

import static io.quantkit.backtest.Bars.flat;
import static io.quantkit.backtest.market.Run.X;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.backtest.account.Borrowing;
import io.quantkit.backtest.account.CashAccount;
import io.quantkit.backtest.account.Financing;
import io.quantkit.backtest.account.Interest;
import io.quantkit.backtest.account.RegTMargin;
import io.quantkit.backtest.cost.Commission;
import io.quantkit.backtest.cost.CostModel;
import io.quantkit.backtest.cost.FixedSpread;
import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.time.TradingCalendar;
import org.junit.jupiter.api.Test;

/** Accounts of several kinds at the simulated market; each begins with 100,000. */
class AccountModelsTest {
  private static final double[][] HUNDREDS = {
    flat(100, 1e6), flat(100, 1e6), flat(100, 1e6), flat(100, 1e6), flat(100, 1e6)
  };

  @Test
  void refuseWhatTheyCannotPay() {
    Run run =
        Run.script()
            .market(market -> market.account(CashAccount.US))
            .then(context -> context.buy(X, Decimal.of(1001)))
            .then(context -> context.buy(X, Decimal.of(600)))
            .then(context -> context.buy(X, Decimal.of(401)))
            .then(context -> context.sell(X, Decimal.of(601)))
            .on(HUNDREDS);
    assertThat(run.statuses()).containsExactly("REJECTED", "FILLED", "REJECTED", "REJECTED");
    assertThat(run.order(2).reason())
        .hasValueSatisfying(reason -> assertThat(reason).contains("takes 40100"));
    agrees(run);
  }

  @Test
  void setAsideWhatStandingOrdersNeed() {
    Run run =
        Run.script()
            .market(market -> market.account(CashAccount.US))
            .then(
                context -> {
                  context.buy(X, Decimal.of(600));
                  context.buy(X, Decimal.of(401));
                  context.buy(X, Decimal.of(400));
                })
            .on(HUNDREDS);
    assertThat(run.statuses()).containsExactly("FILLED", "REJECTED", "FILLED");
  }

  @Test
  void lendAndCharge() {
    Financing financing =
        new Financing(
            Borrowing.flat(Decimal.parse("0.036")),
            Interest.flat(Decimal.parse("0.072")),
            Interest.flat(Decimal.parse("0.0036")));
    Run run =
        Run.script()
            .market(
                market ->
                    market
                        .account(RegTMargin.FINRA)
                        .financing(financing)
                        .costs(CostModel.of(new FixedSpread(10), Commission.IBKR_FIXED)))
            .calendar(TradingCalendar.alwaysOpen())
            .then(context -> context.buy(X, Decimal.of(1500)))
            .then(context -> context.sell(X, Decimal.of(2500)))
            .then(context -> context.sell(X, Decimal.of(1001)))
            .on(HUNDREDS);
    assertThat(run.statuses()).containsExactly("FILLED", "FILLED", "REJECTED");
    assertThat(run.position()).isEqualTo(Decimal.of(-1000));
    assertThat(run.engine().ledger().interest()).isNotEqualTo(Decimal.ZERO);
    agrees(run);
  }

  @Test
  void sellOutWhoHasTooLittleEquity() {
    Run run =
        Run.script()
            .market(market -> market.account(RegTMargin.FINRA))
            .calendar(TradingCalendar.alwaysOpen())
            .then(context -> context.buy(X, Decimal.of(1900)))
            .wait(1)
            .then(
                context ->
                    context.submit(
                        X,
                        Side.SELL,
                        Decimal.of(100),
                        new OrderTerms.Limit(Decimal.of(200)),
                        TimeInForce.GTC))
            .on(flat(100, 1e6), flat(100, 1e6), flat(100, 1e6), flat(60, 1e6), flat(60, 1e6));
    assertThat(run.statuses()).startsWith("FILLED", "CANCELED", "FILLED");
    Order call = run.order(2);
    assertThat(call.id().value()).isEqualTo("margin-call-1");
    assertThat(call.request().side()).isEqualTo(Side.SELL);
    assertThat(call.request().instructions().reason()).contains("equity");
    assertThat(run.order(1).reason()).contains("cancelled by a margin call");
    AccountSnapshot after = run.market.account();
    Decimal value = after.equity().minus(after.cash());
    assertThat(after.equity().times(Decimal.of(4))).isGreaterThanOrEqualTo(value);
    agrees(run);
  }

  private static void agrees(Run run) {
    assertThat(run.market.account().cash()).isEqualTo(run.engine().ledger().cash());
    assertThat(run.market.account().equity()).isEqualTo(run.engine().ledger().equity());
  }
}
