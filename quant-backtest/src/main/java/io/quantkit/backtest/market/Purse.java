package io.quantkit.backtest.market;

import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;

/**
 * Money, exactly. What comes and goes is counted in a long as far as it fits, which makes no
 * objects; what does not is added as it is.
 */
final class Purse {
  private static final int SCALE = 9;

  /** Amounts below this are counted. */
  private static final long LIMIT = 100_000_000_000_000_000L;

  /** Where counting ends, so that one more execution always has at most 18 digits. */
  private static final long MOST = 500_000_000_000_000_000L;

  private Decimal rest;
  private long counted; // of 10^-SCALE

  Purse(Decimal amount) {
    this.rest = amount;
  }

  Decimal amount() {
    return rest.plus(Decimal.ofScaled(counted, SCALE));
  }

  void add(Decimal amount) {
    rest = rest.plus(amount);
  }

  /** Pays for a purchase or receives what a sale brings, and pays the fee. */
  void trade(Fill fill) {
    Decimal quantity = fill.quantity();
    Decimal price = fill.price();
    Decimal fee = fill.fee();
    long units = quantity.unscaled() * price.unscaled();
    int places = SCALE - quantity.scale() - price.scale();
    boolean exact =
        places >= 0
            && fee.scale() <= SCALE
            && Math.multiplyHigh(quantity.unscaled(), price.unscaled()) == units >> 63
            && fits(units, places)
            && fits(fee.unscaled(), SCALE - fee.scale());
    if (!exact) {
      Decimal notional = fill.notional();
      add((fill.side() == Side.BUY ? notional.negated() : notional).minus(fee));
      return;
    }
    long notional = units * Decimal.powerOfTen(places);
    long change = fill.side() == Side.BUY ? -notional : notional;
    counted += change - fee.unscaled() * Decimal.powerOfTen(SCALE - fee.scale());
    if (Math.abs(counted) >= MOST) {
      add(Decimal.ofScaled(counted, SCALE));
      counted = 0;
    }
  }

  private static boolean fits(long amount, int places) {
    return Math.abs(amount) < LIMIT / Decimal.powerOfTen(places);
  }
}
