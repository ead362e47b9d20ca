package io.quantkit.backtest.cost;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;

/**
 * The same quoted spread always.
 *
 * @param bps the spread in basis points of the price, of which an order that takes liquidity pays
 *     half
 */
public record FixedSpread(double bps) implements CostModel {

  public FixedSpread {
    Check.bps("bps", bps);
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    return new FixedCosts(bps / 20_000, 0);
  }
}
