package io.quantkit.risk.limit;

import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.Side;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Verdict;

/** Keeps positions from becoming negative. */
public record LongOnly() implements OrderCheck {

  @Override
  public String name() {
    return "LongOnly";
  }

  @Override
  public Verdict check(OrderRequest order, PortfolioView portfolio, MarketView market) {
    Exposure exposure = new Exposure(order, portfolio, market);
    return order.side() == Side.BUY
        ? Verdict.ACCEPT
        : exposure.within(exposure.before, "LONG_ONLY", "positions must not be negative");
  }
}
