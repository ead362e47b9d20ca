package io.quantkit.backtest;

import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Verdict;

/** Rejects every order before so many moments have been recorded. */
record WarmupCheck(Recorder recorder, int rows) implements OrderCheck {

  @Override
  public String name() {
    return "Warmup";
  }

  @Override
  public Verdict check(OrderRequest order, PortfolioView portfolio, MarketView market) {
    return recorder.seen() >= rows
        ? Verdict.ACCEPT
        : new Verdict.Reject(
            "WARMUP",
            "orders are taken after %d rows, this is row %d".formatted(rows, recorder.seen()));
  }
}
