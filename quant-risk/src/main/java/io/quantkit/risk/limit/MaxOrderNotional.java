package io.quantkit.risk.limit;

import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Verdict;

/**
 * Keeps the value of a single order within a bound. Unlike the other limits it also holds for
 * orders that reduce a position: a way out larger than the bound takes several orders. Without a
 * last price no order passes.
 *
 * @param limit the bound in the instrument's currency, positive
 */
public record MaxOrderNotional(double limit) implements OrderCheck {

  public MaxOrderNotional {
    if (!(limit > 0)) {
      throw new IllegalArgumentException("limit must be positive, was " + limit);
    }
  }

  @Override
  public String name() {
    return "MaxOrderNotional";
  }

  @Override
  public Verdict check(OrderRequest order, PortfolioView portfolio, MarketView market) {
    Exposure exposure = new Exposure(order, portfolio, market);
    if (!(exposure.price > 0)) {
      return new Verdict.Reject(
          "NO_VALUE", "%s must have a price, was %s".formatted(order.symbol(), exposure.price));
    }
    return exposure.within(
        exposure.lots(limit / exposure.price),
        "MAX_ORDER_NOTIONAL",
        "order notional at most " + limit);
  }
}
