package io.quantkit.backtest.cost;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;

/**
 * Market impact that grows with the root of the size: {@code coefficient * volatility *
 * sqrt(quantity / usual volume)}. Volatility and volume are those of a day; as both grow alike with
 * time, bars of any length give the same impact. It does not outlast the execution: see {@link
 * Propagator} for one that does.
 *
 * <p>N. Torre, BARRA Market Impact Model Handbook, 1997; J. Gatheral, "No-dynamic-arbitrage and
 * market impact", Quantitative Finance 10, 2010.
 *
 * @param coefficient of order one by most measurements; 0.1 to 0.5 are common assumptions
 * @param recent what volatility and volume are learnt from
 */
public record SquareRootImpact(double coefficient, Recent recent) implements CostModel {

  public SquareRootImpact {
    Check.atLeastZero("coefficient", coefficient);
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    return new Run(coefficient, new History(symbols, recent));
  }

  private record Run(double coefficient, History history) implements Costs {

    @Override
    public void onBars(BarSlice bars) {
      history.add(bars);
    }

    @Override
    public void onAction(CorporateAction action) {
      history.forget(action);
    }

    @Override
    public double slippage(
        int symbol, Side side, double quantity, double reference, double volume, long time) {
      double share = history.share(symbol, quantity, volume);
      return Check.bounded(coefficient * history.volatility(symbol) * Math.sqrt(share));
    }
  }
}
