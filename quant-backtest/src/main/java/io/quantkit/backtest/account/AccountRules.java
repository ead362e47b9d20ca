package io.quantkit.backtest.account;

import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import java.util.List;
import java.util.Optional;

/** What sets one kind of account apart from another. Belongs to one run. */
interface AccountRules {

  /** Returns why an order is not taken, empty if it is. */
  Optional<String> refusal(
      RunningAccount account, int symbol, Side side, Decimal quantity, Decimal price, long time);

  /** Returns what may be spent on new positions, at least 0. */
  Decimal buyingPower(RunningAccount account);

  /** Returns the equity that positions and open orders take up. */
  default Decimal initialMargin(RunningAccount account) {
    return Decimal.ZERO;
  }

  /** Returns the equity that positions need. */
  default Decimal maintenanceMargin(RunningAccount account) {
    return Decimal.ZERO;
  }

  /** Returns whether positions may become negative. */
  boolean shorting();

  /** Sees an execution before it is booked. */
  default void onFill(RunningAccount account, int symbol, Fill fill) {}

  /** Returns what the broker closes because equity is too small. */
  default List<Liquidation> liquidations(RunningAccount account, long time) {
    return List.of();
  }
}
