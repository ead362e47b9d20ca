package io.quantkit.core.broker;

import io.quantkit.core.order.OrderEvent;

/**
 * Is told what becomes of orders, and of the account beside them. May be called from any thread and
 * returns quickly.
 */
@FunctionalInterface
public interface OrderListener {

  /** Receives the next event. */
  void onOrderEvent(OrderEvent event);

  /** Receives what was credited or charged outside of executions. */
  default void onActivity(AccountActivity activity) {}
}
