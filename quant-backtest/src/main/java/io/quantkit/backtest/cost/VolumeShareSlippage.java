package io.quantkit.backtest.cost;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.order.Side;

/**
 * Slippage that grows with the square of an order's share of its bar: {@code priceImpact *
 * min(quantity / volume, volumeLimit)^2}, as Zipline and LEAN have it. Where the bar has no volume
 * the share is {@code volumeLimit}.
 *
 * <p>Zipline also executes at most {@code volumeLimit} of a bar's volume; that is the market's cap
 * on participation.
 *
 * @param volumeLimit the largest share that counts, within (0, 1]
 * @param priceImpact by which part of the price an order for a whole bar would slip, at least 0
 */
public record VolumeShareSlippage(double volumeLimit, double priceImpact) implements CostModel {

  /** What Zipline and LEAN take by default: 2.5 % and 0.1. */
  public static final VolumeShareSlippage DEFAULT = new VolumeShareSlippage(0.025, 0.1);

  public VolumeShareSlippage {
    if (!(volumeLimit > 0 && volumeLimit <= 1)) {
      throw new IllegalArgumentException("volumeLimit must be within (0, 1], was " + volumeLimit);
    }
    Check.atLeastZero("priceImpact", priceImpact);
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    return new Run(volumeLimit, priceImpact);
  }

  private record Run(double limit, double impact) implements Costs {

    @Override
    public double slippage(
        int symbol, Side side, double quantity, double reference, double volume, long time) {
      double share = volume > 0 ? Math.min(quantity / volume, limit) : limit;
      return Check.bounded(impact * share * share);
    }
  }
}
