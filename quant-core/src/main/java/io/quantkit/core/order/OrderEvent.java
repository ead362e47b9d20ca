package io.quantkit.core.order;

import java.util.Objects;

/**
 * Something that happened to one order. Times are epoch nanoseconds and say when the one who
 * reports it says it happened.
 */
public sealed interface OrderEvent {

  /** Returns the order it happened to. */
  ClientOrderId orderId();

  /** Returns when it happened, in epoch nanoseconds. */
  long time();

  /** The order is being handed to the broker. */
  record Submitted(ClientOrderId orderId, long time) implements OrderEvent {}

  /**
   * The broker has the order.
   *
   * @param brokerOrderId the identifier that the broker assigned
   */
  record Accepted(ClientOrderId orderId, long time, String brokerOrderId) implements OrderEvent {
    public Accepted {
      if (brokerOrderId.isEmpty()) {
        throw new IllegalArgumentException(
            "brokerOrderId of order " + orderId + " must not be empty");
      }
    }
  }

  /** The broker's answer was lost and a look-up did not settle whether it has the order. */
  record Unconfirmed(ClientOrderId orderId, long time) implements OrderEvent {}

  /**
   * The order was refused; none of it was or will be executed.
   *
   * @param reason who refused it and why, in their words
   */
  record Rejected(ClientOrderId orderId, long time, String reason) implements OrderEvent {}

  /**
   * Some or all of the order was executed.
   *
   * @param time when it was reported; the fill knows when it was executed
   * @param fill the execution
   */
  record Filled(ClientOrderId orderId, long time, Fill fill) implements OrderEvent {
    public Filled {
      Objects.requireNonNull(orderId, "orderId");
      if (!orderId.equals(fill.orderId())) {
        throw new IllegalArgumentException(
            "fill must be of order " + orderId + ", was of " + fill.orderId());
      }
    }
  }

  /** The broker is being asked to cancel what has not been executed. */
  record CancelRequested(ClientOrderId orderId, long time) implements OrderEvent {}

  /**
   * The broker does not cancel the order.
   *
   * @param reason the broker's words
   */
  record CancelRejected(ClientOrderId orderId, long time, String reason) implements OrderEvent {}

  /**
   * What has not been executed was cancelled, on request or by the broker.
   *
   * @param reason the broker's words
   */
  record Canceled(ClientOrderId orderId, long time, String reason) implements OrderEvent {}

  /** What has not been executed has run out of time. */
  record Expired(ClientOrderId orderId, long time) implements OrderEvent {}

  /** The price that an order waited for has traded: from now on it is a market or limit order. */
  record Triggered(ClientOrderId orderId, long time) implements OrderEvent {}

  /**
   * The broker has changed a standing order by itself, as after a split.
   *
   * @param order what stands now, under the same name; its quantity includes what was executed
   * @param reason the broker's words
   */
  record Restated(ClientOrderId orderId, long time, OrderRequest order, String reason)
      implements OrderEvent {
    public Restated {
      if (!orderId.equals(order.id())) {
        throw new IllegalArgumentException(
            "restated order must be " + orderId + ", was " + order.id());
      }
    }
  }
}
