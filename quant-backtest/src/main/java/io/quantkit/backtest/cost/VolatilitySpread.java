package io.quantkit.backtest.cost;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;

/**
 * A quoted spread that widens with volatility: {@code bps} times the volatility of the last {@code
 * bars} over that of the last {@code usualBars}, at most {@code maxRatio}; the ratio is 1 until
 * that many bars are known.
 *
 * @param bps the spread in usual times, in basis points of the price
 * @param bars how many bars tell the present volatility, at least 1
 * @param usualBars how many bars tell the usual one, at least {@code bars}
 * @param maxRatio the largest ratio that counts, at least 1
 */
public record VolatilitySpread(double bps, int bars, int usualBars, double maxRatio)
    implements CostModel {

  public VolatilitySpread {
    VolatilityRatio.check(bps, bars, usualBars, maxRatio);
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    VolatilityRatio ratio = new VolatilityRatio(symbols, bars, usualBars, maxRatio);
    return new Run(bps / 20_000, ratio);
  }

  private record Run(double half, VolatilityRatio ratio) implements Costs {

    @Override
    public void onBars(BarSlice bars) {
      ratio.add(bars);
    }

    @Override
    public void onAction(CorporateAction action) {
      ratio.forget(action);
    }

    @Override
    public double halfSpread(int symbol, long time, double reference) {
      return Check.bounded(half * ratio.of(symbol));
    }
  }
}
