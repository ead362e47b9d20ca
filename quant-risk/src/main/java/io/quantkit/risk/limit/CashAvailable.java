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
 * Keeps purchases within the cash that working purchases leave, both valued at the last price plus
 * a buffer. A purchase that only covers a short position passes, and so does every sale.
 *
 * @param buffer the fraction that is added to the last price of a purchase, and taken off that of a
 *     working sale, for fees and for a price that has moved when the order is filled; within [0, 1)
 * @param countSales whether the proceeds of working sales of what is held count as cash already;
 *     those of short sales never do
 */
public record CashAvailable(double buffer, boolean countSales) implements OrderCheck {

  public CashAvailable {
    if (!(buffer >= 0 && buffer < 1)) {
      throw new IllegalArgumentException("buffer must be within [0, 1), was " + buffer);
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
    double free = portfolio.cash().doubleValue();
    for (Symbol symbol : market.universe().symbols()) {
      Decimal buys = portfolio.pendingBuys(symbol);
      if (buys.isPositive()) {
        free -= buys.doubleValue() * market.unitValue(symbol) * (1 + buffer);
      }
      if (countSales) {
        Decimal sells = portfolio.pendingSells(symbol);
        free += proceeds(portfolio.position(symbol).min(sells), symbol, market);
      }
    }
    return exposure.affordable(
        free, exposure.price * (1 + buffer), "CASH_AVAILABLE", "free cash " + free);
  }

  /** Returns what a working sale will bring, 0 if there is no price to tell. */
  private double proceeds(Decimal sold, Symbol symbol, MarketView market) {
    double price = market.unitValue(symbol);
    return sold.isPositive() && price > 0 ? sold.doubleValue() * price * (1 - buffer) : 0;
  }
}
