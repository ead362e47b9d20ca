package io.quantkit.core.event;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Order;
import io.quantkit.core.series.BarSlice;

/** Something that happened inside an engine. */
public sealed interface EngineEvent {

  /** Returns when the engine learnt of it, in epoch nanoseconds; never decreases. */
  long time();

  /** Bars became known. Strategies have not seen them yet. */
  record BarsClosed(BarSlice bars) implements EngineEvent {
    @Override
    public long time() {
      return bars.knownAt();
    }
  }

  /** A timer that a strategy set has come due. */
  record TimerFired(long time, String strategy, String timer) implements EngineEvent {}

  /** An order was created or its state changed; {@code order} is the state afterwards. */
  record OrderChanged(long time, String strategy, Order order) implements EngineEvent {}

  /**
   * A check did not let an order pass unchanged.
   *
   * @param check the name of the check
   * @param code a stable, machine-readable reason
   * @param reason the same for people, with the numbers
   * @param allowed the quantity that remains, zero if the order was rejected
   */
  record OrderChecked(
      long time,
      ClientOrderId orderId,
      Symbol symbol,
      String check,
      String code,
      String reason,
      Decimal allowed)
      implements EngineEvent {}

  /** An execution was booked. */
  record Filled(long time, String strategy, Fill fill) implements EngineEvent {}

  /**
   * Everything that a moment's bars led to has been done.
   *
   * @param equity cash plus the value of all positions at the last prices
   * @param cash settled and unsettled cash
   */
  record Settled(long time, Decimal equity, Decimal cash) implements EngineEvent {}
}
