package io.quantkit.backtest.market;

import io.quantkit.backtest.cost.CostModel;
import io.quantkit.backtest.cost.Costs;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;
import java.math.RoundingMode;

/**
 * What an execution costs, in basis points of its notional.
 *
 * @param commissionBps paid as a fee, rounded up to {@link #FEE_SCALE} decimals
 * @param spreadBps the quoted spread; an order that takes liquidity pays half of it in its price
 * @param slippageBps paid in the price on top, by an order that takes liquidity
 */
public record TradingCosts(double commissionBps, double spreadBps, double slippageBps)
    implements CostModel {

  /** The decimals of a fee: 2. */
  public static final int FEE_SCALE = 2;

  /** Free trading, for comparison. */
  public static final TradingCosts NONE = new TradingCosts(0, 0, 0);

  public TradingCosts {
    require("commissionBps", commissionBps);
    require("spreadBps", spreadBps);
    require("slippageBps", slippageBps);
  }

  private static void require(String name, double bps) {
    if (!(bps >= 0 && bps < 10_000)) {
      throw new IllegalArgumentException(
          name + " must be at least 0 and less than 10000, was " + bps);
    }
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    return new Fixed(commissionBps, spreadBps / 20_000, slippageBps / 10_000);
  }

  private record Fixed(double commissionBps, double half, double slip) implements Costs {

    @Override
    public double halfSpread(int symbol, long time, double reference) {
      return half;
    }

    @Override
    public double slippage(
        int symbol, Side side, double quantity, double reference, double volume, long time) {
      return slip;
    }

    @Override
    public Decimal fees(
        int symbol, Side side, Decimal quantity, Decimal price, boolean taking, long time) {
      if (commissionBps == 0) {
        return Decimal.ZERO;
      }
      double notional = price.doubleValue() * quantity.doubleValue();
      return Decimal.of(notional * commissionBps / 10_000, FEE_SCALE, RoundingMode.UP);
    }
  }
}
