package io.quantkit.backtest;

import static io.quantkit.backtest.Bars.flat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.backtest.account.AccountModel;
import io.quantkit.backtest.account.CashAccount;
import io.quantkit.backtest.account.RegTMargin;
import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a strategy sees of buying power and margin. */
class MarginViewTest {
  private static final Symbol X = Symbol.of("X");

  private static List<AccountSnapshot> seen(AccountModel account) {
    List<AccountSnapshot> seen = new ArrayList<>();
    Backtest.of(
            Bars.panel("X", flat(10, 1e6), flat(10, 1e6), flat(9, 1e6)),
            Universe.of(Instrument.equity("X")),
            TradingCalendar.alwaysOpen())
        .cash(Decimal.of(10_000))
        .market(market -> market.account(account))
        .run(
            "look",
            (context, bars) -> {
              seen.add(context.brokerAccount());
              if (seen.size() == 1) {
                context.buy(X, Decimal.of(500));
                context.submit(
                    X,
                    Side.BUY,
                    Decimal.of(500),
                    new OrderTerms.Limit(Decimal.of(6)),
                    TimeInForce.GTC);
                seen.add(context.brokerAccount());
              }
            });
    return seen;
  }

  @Test
  void aMarginAccountTellsWhatIsUsedAndWhatIsLeft() {
    List<AccountSnapshot> seen = seen(RegTMargin.FINRA);

    assertThat(seen).hasSize(4);
    check(seen.get(0), "20000", "0", "0", "10000");
    check(seen.get(1), "12000", "4000", "0", "6000"); // half of 5,000 and of 3,000
    check(seen.get(2), "12000", "4000", "1250", "6000");
    check(seen.get(3), "11500", "3750", "1125", "5750"); // 500 shares at 9, equity 9,500
  }

  private static void check(
      AccountSnapshot account, String power, String initial, String maintenance, String left) {
    assertThat(account.buyingPower()).isEqualTo(Decimal.parse(power));
    assertThat(account.initialMargin()).contains(Decimal.parse(initial));
    assertThat(account.maintenanceMargin()).contains(Decimal.parse(maintenance));
    assertThat(account.marginAvailable()).contains(Decimal.parse(left));
  }

  @Test
  void aCashAccountUsesNoMargin() {
    List<AccountSnapshot> seen = seen(CashAccount.US);

    assertThat(seen.get(1).buyingPower()).isEqualTo(Decimal.of(2_000));
    assertThat(seen.get(3).initialMargin()).contains(Decimal.ZERO);
    assertThat(seen.get(3).cash()).isEqualTo(Decimal.of(5_000));
  }
}
