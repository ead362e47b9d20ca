package io.quantkit.core.strategy;

import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Order;
import io.quantkit.core.series.BarSlice;

/**
 * Decides what to trade. The engine calls it, always on one thread, with what has become known.
 *
 * <p>A strategy must not read a clock or share state with another engine: the same events lead it
 * to the same orders.
 */
@FunctionalInterface
public interface Strategy {

  /** Begins, before the first bar. */
  default void onStart(StrategyContext context) {}

  /** Sees the bars that have just become known together. */
  void onBars(StrategyContext context, BarSlice bars);

  /** Learns that an order of its own was executed, in part or whole. */
  default void onFill(StrategyContext context, Fill fill) {}

  /** Learns that the state of an order of its own has changed. */
  default void onOrder(StrategyContext context, Order order) {}

  /** Is called at a time it asked for. */
  default void onTimer(StrategyContext context, String timer) {}

  /** Ends, after the last event. */
  default void onStop(StrategyContext context) {}
}
