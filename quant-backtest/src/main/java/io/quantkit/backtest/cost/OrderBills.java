package io.quantkit.backtest.cost;

import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.time.EpochNanos;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the executions of orders have been charged today, so that all those of one order together
 * pay its minimum and its cap once. An execution is charged what the whole costs by then, less what
 * was charged before; it counts from {@link #commit} on.
 */
final class OrderBills {
  private static final int SCALE = 9;

  private final ZoneId zone;
  private final Optional<Decimal> minimum;
  private final Optional<Decimal> cap;
  private final int decimals;
  private final Map<ClientOrderId, Bill> bills = new HashMap<>(); // never iterated
  private final Bill next = new Bill();
  private Bill open = next;
  private long dayFrom = Long.MAX_VALUE;
  private long dayUntil = Long.MIN_VALUE;

  OrderBills(ZoneId zone, Optional<Decimal> minimum, Optional<Decimal> cap, int decimals) {
    this.zone = zone;
    this.minimum = minimum;
    this.cap = cap;
    this.decimals = decimals;
  }

  /** Returns whether an order has been executed today. */
  boolean has(ClientOrderId order, long time) {
    return time >= dayFrom && time < dayUntil && bills.containsKey(order);
  }

  /**
   * Returns what an execution is charged.
   *
   * @param amount what it would cost without minimum, cap and rounding
   */
  Decimal charge(ClientOrderId order, long time, Decimal amount, Decimal quantity, Decimal price) {
    turn(time);
    open = bills.computeIfAbsent(order, id -> new Bill());
    next.amount = open.amount.plus(amount);
    next.value = open.value.plus(quantity.times(price, SCALE, RoundingMode.CEILING));
    next.charged =
        Commission.bounded(next.amount, minimum, cap, next.value)
            .round(decimals, RoundingMode.CEILING);
    return next.charged.minus(open.charged);
  }

  /** Lets the execution count that was asked for last. */
  void commit() {
    open.amount = next.amount;
    open.value = next.value;
    open.charged = next.charged;
  }

  private void turn(long time) {
    if (time < dayFrom || time >= dayUntil) {
      LocalDate date = LocalDate.ofInstant(EpochNanos.toInstant(time), zone);
      dayFrom = EpochNanos.of(date.atStartOfDay(zone).toInstant());
      dayUntil = EpochNanos.of(date.plusDays(1).atStartOfDay(zone).toInstant());
      bills.clear();
    }
  }

  private static final class Bill {
    private Decimal amount = Decimal.ZERO;
    private Decimal value = Decimal.ZERO;
    private Decimal charged = Decimal.ZERO;
  }
}
