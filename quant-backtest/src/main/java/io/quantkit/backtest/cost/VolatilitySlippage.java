package io.quantkit.backtest.cost;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;

/**
 * Slippage that grows with volatility: {@code baseBps} times the volatility of the last {@code
 * bars} over that of the last {@code usualBars}, at most {@code maxRatio}; the ratio is 1 until
 * that many bars are known.
 *
 * @param baseBps what is paid in usual times, in basis points
 * @param bars how many bars tell the present volatility, at least 1
 * @param usualBars how many bars tell the usual one, at least {@code bars}
 * @param maxRatio the largest ratio that counts, at least 1
 */
public record VolatilitySlippage(double baseBps, int bars, int usualBars, double maxRatio)
    implements CostModel {

  public VolatilitySlippage {
    VolatilityRatio.check(baseBps, bars, usualBars, maxRatio);
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    VolatilityRatio ratio = new VolatilityRatio(symbols, bars, usualBars, maxRatio);
    return new Run(baseBps / 10_000, ratio);
  }

  private record Run(double base, VolatilityRatio ratio) implements Costs {

    @Override
    public void onBars(BarSlice bars) {
      ratio.add(bars);
    }

    @Override
    public void onAction(CorporateAction action) {
      ratio.forget(action);
    }

    @Override
    public double slippage(
        int symbol, Side side, double quantity, double reference, double volume, long time) {
      return Check.bounded(base * ratio.of(symbol));
    }
  }
}
