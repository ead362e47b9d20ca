package io.quantkit.core.broker;

import io.quantkit.core.error.BrokerConnectionException;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.OrderRequest;

/**
 * A venue that takes orders for one account.
 *
 * <p>Submission is idempotent on the {@link ClientOrderId}: a broker that has seen an identifier
 * before does not take a second order under it. An order whose fate is unknown is looked up, never
 * sent again. What happens to orders afterwards, fills above all, is told to the {@link
 * OrderListener}.
 */
public interface Broker extends AccountSource {

  /** Returns what this broker can do. */
  BrokerCapabilities capabilities();

  /**
   * Names the one listener that is told what becomes of orders. Called once, before any order.
   *
   * @throws IllegalStateException if there is a listener already
   */
  void listen(OrderListener listener);

  /**
   * Asks the broker to take an order.
   *
   * @throws BrokerConnectionException if the broker turned the request away before looking at the
   *     order, for bad credentials or too many requests: nothing was submitted
   */
  Submission submit(OrderRequest order);

  /**
   * Asks the broker to cancel an order.
   *
   * @throws BrokerConnectionException if the broker turned the request away before looking at it
   */
  Cancellation cancel(ClientOrderId orderId);

  /**
   * Asks the broker to put an order in the place of another one: what is left of the old one is
   * cancelled, and only then the new one works. If the old one is done already, nothing happens and
   * the new one is rejected, so the two are never both executed.
   *
   * @param orderId the order to be replaced
   * @param replacement an order for the same symbol and side under a name of its own; its quantity
   *     is what is to be executed from now on
   * @throws BrokerConnectionException if the broker turned the request away before looking at it
   */
  default Submission replace(ClientOrderId orderId, OrderRequest replacement) {
    return new Submission.Rejected(replacement.id(), "this broker does not replace orders");
  }
}
