package io.quantkit.backtest.market;

import io.quantkit.core.math.Decimal;
import java.math.RoundingMode;

/**
 * What an execution costs, in basis points of its notional.
 *
 * @param commissionBps paid as a fee, rounded up to {@link #FEE_SCALE} decimals
 * @param spreadBps the quoted spread; an order that takes liquidity pays half of it in its price
 * @param slippageBps paid in the price on top, by an order that takes liquidity
 */
public record TradingCosts(double commissionBps, double spreadBps, double slippageBps) {

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

  /** Returns by which fraction of its price half the spread is. */
  double halfSpread() {
    return spreadBps / 20_000;
  }

  /** Returns by which fraction of its price an execution slips. */
  double slippage() {
    return slippageBps / 10_000;
  }

  /** Returns the commission on a notional. */
  Decimal commission(double notional) {
    return Decimal.of(notional * commissionBps / 10_000, FEE_SCALE, RoundingMode.UP);
  }
}
