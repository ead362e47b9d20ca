package io.quantkit.backtest.cost;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;

/** Says what executions cost. Immutable, and safe to share between backtests. */
@FunctionalInterface
public interface CostModel {

  /**
   * Returns the costs of one run.
   *
   * @param symbols the columns of the bars it will see; symbols are passed by their column
   * @param universe their instruments
   */
  Costs start(Symbols symbols, Universe universe);
}
