package io.quantkit.examples;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.strategy.Weights;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.indicator.average.Sma;

/** Holds one instrument while its fast average is above its slow one, and cash otherwise. */
final class MovingAverageCross implements Strategy {
  private static final double INVESTED = 0.98;

  private final Symbol symbol;
  private final IndicatorKernel fast;
  private final IndicatorKernel slow;

  /** Creates a strategy that has not seen a bar. */
  MovingAverageCross(Symbol symbol, int fastBars, int slowBars) {
    this.symbol = symbol;
    this.fast = new Sma(fastBars).kernel();
    this.slow = new Sma(slowBars).kernel();
  }

  @Override
  public void onBars(StrategyContext context, BarSlice bars) {
    int column = bars.symbols().require(symbol);
    if (!bars.has(column)) {
      return;
    }
    double fastAverage = fast.update(bars.close(column));
    double slowAverage = slow.update(bars.close(column));
    boolean rising = fastAverage > slowAverage;
    boolean held = !context.portfolio().position(symbol).isZero();
    if (rising != held && context.openOrders().isEmpty()) {
      context.rebalance(Weights.equal(Symbols.of(symbol), rising ? INVESTED : 0));
    }
  }
}
