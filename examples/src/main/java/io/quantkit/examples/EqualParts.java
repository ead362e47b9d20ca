package io.quantkit.examples;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.order.OrderStatus;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.strategy.Weights;
import java.util.ArrayList;
import java.util.List;

/** Holds everything that can be traded in equal parts, made equal again with every slice. */
final class EqualParts implements Strategy {

  /**
   * The share of equity that is invested; the rest covers costs and prices that rise until a fill.
   */
  static final double BUDGET = 0.95;

  @Override
  public void onBars(StrategyContext context, BarSlice bars) {
    trade(context, bars);
  }

  /** Orders what makes the parts equal; returns whether an order was taken. */
  static boolean trade(StrategyContext context, BarSlice bars) {
    List<Symbol> tradeable = new ArrayList<>();
    for (int s = 0; s < bars.size(); s++) {
      Symbol symbol = bars.symbols().get(s);
      if (bars.has(s) && context.market().universe().tradeable(symbol, bars.knownAt())) {
        tradeable.add(symbol);
      }
    }
    if (tradeable.isEmpty()) {
      return false;
    }
    return context.rebalance(Weights.equal(Symbols.copyOf(tradeable), BUDGET)).stream()
        .anyMatch(order -> order.status() != OrderStatus.REJECTED);
  }
}
