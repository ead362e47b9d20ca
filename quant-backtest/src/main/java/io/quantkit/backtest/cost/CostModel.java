package io.quantkit.backtest.cost;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import java.util.List;

/** Says what executions cost. Immutable, and safe to share between backtests. */
@FunctionalInterface
public interface CostModel {

  /** Trading that costs nothing. */
  CostModel NONE = new SumOfCosts(List.of());

  /**
   * Returns the costs of one run.
   *
   * @param symbols the columns of the bars it will see; symbols are passed by their column
   * @param universe their instruments
   */
  Costs start(Symbols symbols, Universe universe);

  /**
   * Returns the model whose spreads, slippages and fees are the sums of those of the parts; spreads
   * and slippages at most 99 % each, however large an order is.
   */
  static CostModel of(CostModel... parts) {
    return new SumOfCosts(List.of(parts));
  }
}
