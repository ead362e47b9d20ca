package io.quantkit.backtest;

import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Verdict;
import io.quantkit.core.time.EpochNanos;

/** Rejects every order before a time. */
record WarmupCheck(long from) implements OrderCheck {

  @Override
  public String name() {
    return "Warmup";
  }

  @Override
  public Verdict check(OrderRequest order, PortfolioView portfolio, MarketView market) {
    return market.now() >= from
        ? Verdict.ACCEPT
        : new Verdict.Reject(
            "WARMUP", "orders are taken from " + EpochNanos.toInstant(from) + " on");
  }
}
