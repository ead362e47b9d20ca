package io.quantkit.risk.limit;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.Side;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Verdict;

/**
 * Keeps purchases within the cash that working purchases leave. What working sales will bring does
 * not count. A purchase that only covers a short position passes.
 *
 * @param buffer the fraction that is added to the last price, for fees and for a price that has
 *     moved when the order is filled, at least 0
 */
public record CashAvailable(double buffer) implements OrderCheck {

  public CashAvailable {
    if (!(buffer >= 0) || buffer == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("buffer must be at least 0 and finite, was " + buffer);
    }
  }

  @Override
  public String name() {
    return "CashAvailable";
  }

  @Override
  public Verdict check(OrderRequest order, PortfolioView portfolio, MarketView market) {
    Exposure exposure = new Exposure(order, portfolio, market);
    if (order.side() == Side.SELL || exposure.reduces()) {
      return Verdict.ACCEPT;
    }
    if (!exposure.priced()) {
      return exposure.unpriced();
    }
    double committed = 0;
    for (Symbol symbol : market.universe().symbols()) {
      Decimal pending = portfolio.pending(symbol);
      if (pending.isPositive()) {
        committed += pending.doubleValue() * market.lastPrice(symbol) * (1 + buffer);
      }
    }
    double free = portfolio.cash().doubleValue() - committed;
    return exposure.affordable(
        free, exposure.price * (1 + buffer), "CASH_AVAILABLE", "free cash " + free);
  }
}
