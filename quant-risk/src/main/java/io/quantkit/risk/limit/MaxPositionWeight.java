package io.quantkit.risk.limit;

import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Verdict;

/**
 * Keeps the value of a position, long or short, within a fraction of equity.
 *
 * @param limit the fraction, positive; above 1 only with leverage
 */
public record MaxPositionWeight(double limit) implements OrderCheck {

  public MaxPositionWeight {
    if (!(limit > 0)) {
      throw new IllegalArgumentException("limit must be positive, was " + limit);
    }
  }

  @Override
  public String name() {
    return "MaxPositionWeight";
  }

  @Override
  public Verdict check(OrderRequest order, PortfolioView portfolio, MarketView market) {
    Exposure exposure = new Exposure(order, portfolio, market);
    if (exposure.reduces()) {
      return Verdict.ACCEPT;
    }
    if (!exposure.priced()) {
      return exposure.unpriced();
    }
    return exposure.bounded(
        limit * exposure.equity, "MAX_POSITION_WEIGHT", "position weight at most " + limit);
  }
}
