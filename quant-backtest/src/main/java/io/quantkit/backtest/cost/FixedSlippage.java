package io.quantkit.backtest.cost;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;

/**
 * Orders that take liquidity execute worse by the same part of the price always, whatever their
 * size.
 *
 * @param bps the part in basis points; 5 to 20 are common assumptions for shares
 */
public record FixedSlippage(double bps) implements CostModel {

  public FixedSlippage {
    Check.bps("bps", bps);
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    return new FixedCosts(0, bps / 10_000);
  }
}
