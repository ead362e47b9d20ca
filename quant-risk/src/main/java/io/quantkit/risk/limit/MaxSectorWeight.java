package io.quantkit.risk.limit;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Verdict;

/**
 * Keeps the sizes of the positions of one sector together within a fraction of equity. Symbols
 * without a sector are not limited.
 *
 * @param limit the fraction, positive
 */
public record MaxSectorWeight(double limit) implements OrderCheck {

  public MaxSectorWeight {
    if (!(limit > 0)) {
      throw new IllegalArgumentException("limit must be positive, was " + limit);
    }
  }

  @Override
  public String name() {
    return "MaxSectorWeight";
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
    String sector = exposure.instrument.sector();
    if (sector.isEmpty()) {
      return Verdict.ACCEPT;
    }
    double others = 0;
    for (Symbol symbol : market.universe().symbols()) {
      if (!symbol.equals(order.symbol()) && sector.equals(market.universe().sector(symbol))) {
        Decimal units = Exposure.expected(portfolio, symbol);
        others += units.isZero() ? 0 : Math.abs(units.doubleValue()) * market.unitValue(symbol);
      }
    }
    return exposure.bounded(
        limit * exposure.equity - others,
        "MAX_SECTOR_WEIGHT",
        "weight of sector " + sector + " at most " + limit);
  }
}
