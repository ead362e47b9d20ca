package io.quantkit.core.engine;

import io.quantkit.core.market.Instrument;
import io.quantkit.core.math.Decimal;
import java.math.RoundingMode;

/** Brings prices of the market's doubles into the books' decimals. */
final class Prices {

  private Prices() {}

  /** Returns the multiple of the instrument's tick that is nearest to a price, ties to even. */
  static Decimal onTick(double price, Instrument instrument) {
    Decimal tick = instrument.tickSize();
    Decimal rounded = Decimal.of(price, tick.scale(), RoundingMode.HALF_EVEN);
    return tick.unscaled() == 1 ? rounded : rounded.roundToMultiple(tick, RoundingMode.HALF_EVEN);
  }
}
