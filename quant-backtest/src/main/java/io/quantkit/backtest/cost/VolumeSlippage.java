package io.quantkit.backtest.cost;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;

/**
 * Slippage that grows with the size of an order: {@code min(baseBps + quantity / usual volume of a
 * day * factorBps, maxBps)}.
 *
 * @param baseBps what the smallest order pays, in basis points
 * @param factorBps what an order for a whole day's volume pays on top, in basis points
 * @param maxBps the most, in basis points, at least {@code baseBps}
 * @param recent what a usual volume is learnt from
 */
public record VolumeSlippage(double baseBps, double factorBps, double maxBps, Recent recent)
    implements CostModel {

  /** {@code 5 + quantity / volume * 10}, at most 50, over twenty daily bars. */
  public static final VolumeSlippage DEFAULT = new VolumeSlippage(5, 10, 50, Recent.DAYS);

  public VolumeSlippage {
    Check.bps("baseBps", baseBps);
    Check.atLeastZero("factorBps", factorBps);
    Check.bps("maxBps", maxBps);
    if (maxBps < baseBps) {
      throw new IllegalArgumentException(
          "maxBps must be at least baseBps = " + baseBps + ", was " + maxBps);
    }
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    return new Run(this, new History(symbols, recent));
  }

  private record Run(VolumeSlippage model, History history) implements Costs {

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
      return Math.min(model.baseBps + share * model.factorBps, model.maxBps) / 10_000;
    }
  }
}
