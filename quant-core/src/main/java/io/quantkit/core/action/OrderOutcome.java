package io.quantkit.core.action;

import io.quantkit.core.order.OrderRequest;

/** What a corporate action makes of an order that stands. */
public sealed interface OrderOutcome {

  /** The order stands as it is. */
  record Unchanged(OrderRequest request) implements OrderOutcome {}

  /**
   * The order stands on other terms.
   *
   * @param request what is left to do, with the id of the order before
   * @param reason what was changed and why
   */
  record Adjusted(OrderRequest request, String reason) implements OrderOutcome {}

  /**
   * The order is cancelled.
   *
   * @param request what was left to do
   * @param reason why, and what the caller may do about it
   */
  record Canceled(OrderRequest request, String reason) implements OrderOutcome {}
}
