package io.quantkit.risk.limit;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Verdict;

/**
 * Keeps the sizes of all positions together within a multiple of equity.
 *
 * @param limit the multiple, positive; 1 is an account without leverage
 */
public record MaxGrossExposure(double limit) implements OrderCheck {

  public MaxGrossExposure {
    if (!(limit > 0)) {
      throw new IllegalArgumentException("limit must be positive, was " + limit);
    }
  }

  @Override
  public String name() {
    return "MaxGrossExposure";
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
    double others = 0;
    for (Symbol symbol : market.universe().symbols()) {
      Decimal units = Exposure.expected(portfolio, symbol);
      if (!symbol.equals(order.symbol()) && !units.isZero()) {
        others += Math.abs(units.doubleValue()) * market.unitValue(symbol);
      }
    }
    return exposure.bounded(
        limit * exposure.equity - others, "MAX_GROSS_EXPOSURE", "gross exposure at most " + limit);
  }
}
