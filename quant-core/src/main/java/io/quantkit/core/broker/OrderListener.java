package io.quantkit.core.broker;

import io.quantkit.core.order.OrderEvent;

/** Is told what becomes of orders. May be called from any thread and returns quickly. */
@FunctionalInterface
public interface OrderListener {

  /** Receives the next event. */
  void onOrderEvent(OrderEvent event);
}
