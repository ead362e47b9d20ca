package io.quantkit.core.broker;

import io.quantkit.core.order.OrderEvent;
import io.quantkit.core.order.OrderRequest;

/**
 * Is told what becomes of orders, and of the account beside them. May be called from any thread and
 * returns quickly.
 */
@FunctionalInterface
public interface OrderListener {

  /** Receives the next event. */
  void onOrderEvent(OrderEvent event);

  /**
   * Learns of an order that the broker has placed by itself in the account's name, as when it
   * liquidates; told before anything becomes of it.
   */
  default void onBrokerOrder(OrderRequest order) {}

  /** Receives what was credited or charged outside of executions. */
  default void onActivity(AccountActivity activity) {}
}
