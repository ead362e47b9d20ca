package io.quantkit.risk.limit;

import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.Side;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Verdict;

/**
 * Keeps positions from becoming negative. Working sales count as if they were filled, working
 * purchases as if they were not: a sale passes only if what is held covers it.
 */
public record LongOnly() implements OrderCheck {

  @Override
  public String name() {
    return "LongOnly";
  }

  @Override
  public Verdict check(OrderRequest order, PortfolioView portfolio, MarketView market) {
    Exposure exposure = new Exposure(order, portfolio, market);
    Decimal left = portfolio.position(order.symbol()).minus(portfolio.pendingSells(order.symbol()));
    return order.side() == Side.BUY
        ? Verdict.ACCEPT
        : exposure.within(left, "LONG_ONLY", "positions must not be negative");
  }
}
