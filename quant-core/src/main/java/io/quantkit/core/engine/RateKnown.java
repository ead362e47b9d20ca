package io.quantkit.core.engine;

import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Verdict;

/** Lets pass orders whose executions can be valued in the account's currency. */
record RateKnown() implements OrderCheck {

  @Override
  public String name() {
    return "RateKnown";
  }

  @Override
  public Verdict check(OrderRequest order, PortfolioView portfolio, MarketView market) {
    return Double.isNaN(market.rate(order.symbol()))
        ? new Verdict.Reject(
            "NO_RATE",
            "no rate of %s is known yet"
                .formatted(market.universe().instrument(order.symbol()).currency()))
        : Verdict.ACCEPT;
  }
}
