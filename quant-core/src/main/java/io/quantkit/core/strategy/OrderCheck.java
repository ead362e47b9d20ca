package io.quantkit.core.strategy;

import io.quantkit.core.order.OrderRequest;

/**
 * Looks at an order before it leaves. Checks are asked in order; each sees what the last one left.
 */
public interface OrderCheck {

  /** Returns the name under which its verdicts are recorded. */
  String name();

  /** Returns whether the order may pass. */
  Verdict check(OrderRequest order, PortfolioView portfolio, MarketView market);
}
