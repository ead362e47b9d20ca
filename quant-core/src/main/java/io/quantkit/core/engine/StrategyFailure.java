package io.quantkit.core.engine;

import io.quantkit.core.ledger.Position;
import io.quantkit.core.order.Order;
import io.quantkit.core.time.EpochNanos;
import java.util.List;

/**
 * A strategy that threw, and what it left behind. It is not called again and its open orders are
 * cancelled; its positions stay.
 *
 * @param strategy its name
 * @param time when it threw, in epoch nanoseconds
 * @param cause what it threw
 * @param positions what it held
 * @param openOrders its orders that were not done
 */
public record StrategyFailure(
    String strategy,
    long time,
    RuntimeException cause,
    List<Position> positions,
    List<Order> openOrders) {

  public StrategyFailure {
    positions = List.copyOf(positions);
    openOrders = List.copyOf(openOrders);
  }

  @Override
  public String toString() {
    return "strategy %s failed at %s: %s; it held %s and had open %s"
        .formatted(strategy, EpochNanos.toInstant(time), cause.getMessage(), positions, openOrders);
  }
}
