package io.quantkit.core.broker;

import io.quantkit.core.order.ClientOrderId;

/** What is known about an order once a broker has been asked to take it. */
public sealed interface Submission {

  /** Returns the identifier the caller chose for the order. */
  ClientOrderId orderId();

  /**
   * The broker took the order; it may still be cancelled, expire or be rejected later.
   *
   * @param brokerOrderId the identifier that the broker assigned
   */
  record Accepted(ClientOrderId orderId, String brokerOrderId) implements Submission {}

  /**
   * The broker refused the order, so nothing can be filled.
   *
   * @param reason the broker's words
   */
  record Rejected(ClientOrderId orderId, String reason) implements Submission {}

  /** No answer arrived and the order could not be found: it may yet turn up and be filled. */
  record Unconfirmed(ClientOrderId orderId) implements Submission {}
}
