package io.quantkit.backtest.market;

import io.quantkit.core.market.Instrument;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The price at which an order executes in a bar.
 *
 * @param reference the price in the data
 * @param price the execution price, on the instrument's tick
 * @param taking whether the order takes liquidity and so pays spread and slippage
 */
record Quote(double reference, Decimal price, boolean taking) {

  /**
   * Returns the price at which an order executes, empty if the bar does not reach its limit.
   *
   * <p>A market order takes the reference price, worsened by half the spread and by slippage,
   * rounded to the tick against the trader and kept within the bar's range. A limit order that the
   * reference price satisfies does the same but is never worse than its limit; one that the bar
   * trades through later executes at its limit.
   */
  static Optional<Quote> of(
      OrderTerms terms,
      Side side,
      BarSlice bars,
      int symbol,
      boolean atOpen,
      TradingCosts costs,
      Instrument instrument) {
    double reference = atOpen ? bars.open(symbol) : bars.close(symbol);
    Decimal taken = worsened(reference, side, costs, bars, symbol, instrument);
    if (terms instanceof OrderTerms.Market) {
      return Optional.of(new Quote(reference, taken, true));
    }
    if (terms instanceof OrderTerms.Limit limit) {
      Decimal bound = limit.limitPrice();
      double limitPrice = bound.doubleValue();
      boolean marketable = side == Side.BUY ? reference <= limitPrice : reference >= limitPrice;
      if (marketable) {
        return Optional.of(
            new Quote(reference, side == Side.BUY ? taken.min(bound) : taken.max(bound), true));
      }
      boolean tradedThrough =
          atOpen
              && (side == Side.BUY
                  ? bars.low(symbol) < limitPrice
                  : bars.high(symbol) > limitPrice);
      return tradedThrough ? Optional.of(new Quote(limitPrice, bound, false)) : Optional.empty();
    }
    throw new IllegalStateException("the simulated market does not take " + terms);
  }

  private static Decimal worsened(
      double reference,
      Side side,
      TradingCosts costs,
      BarSlice bars,
      int symbol,
      Instrument instrument) {
    double factor = 1 + side.sign() * (costs.halfSpread() + costs.slippage());
    RoundingMode against = side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR;
    Decimal tick = instrument.tickSize();
    Decimal worse = onTick(reference * factor, tick, against);
    double bound = side == Side.BUY ? bars.high(symbol) : bars.low(symbol);
    if (Double.isNaN(bound)) {
      return worse;
    }
    RoundingMode inside = side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING;
    Decimal edge = onTick(bound, tick, inside);
    return side == Side.BUY ? worse.min(edge) : worse.max(edge);
  }

  private static Decimal onTick(double price, Decimal tick, RoundingMode mode) {
    // The shortest text of a price such as 12.30 is on the tick; the product of doubles may miss it
    // by one part in 1e16, which must not cost a whole tick.
    Decimal nine = Decimal.of(price, Math.max(9, tick.scale()), RoundingMode.HALF_EVEN);
    return nine.roundToMultiple(tick, mode);
  }
}
