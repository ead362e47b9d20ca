package io.quantkit.core.broker;

import io.quantkit.core.order.ClientOrderId;

/** What is known once a broker has been asked to cancel an order. */
public sealed interface Cancellation {

  /** Returns the order to be cancelled. */
  ClientOrderId orderId();

  /** The broker will try; the order may still be filled before it is cancelled. */
  record Requested(ClientOrderId orderId) implements Cancellation {}

  /**
   * The broker does not cancel the order: it is unknown, or done already.
   *
   * @param reason the broker's words
   */
  record Refused(ClientOrderId orderId, String reason) implements Cancellation {}

  /** No answer arrived: the order may or may not be cancelled. */
  record Unconfirmed(ClientOrderId orderId) implements Cancellation {}
}
