package io.quantkit.backtest.vector;

import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.strategy.StrategyContext;
import java.math.RoundingMode;

/** Turns the numbers of a plan into lots, as the strategy of the same plan does. */
final class Sizer {
  private final Simulation account;
  private final PriceImage image;
  private final Sizing sizing;
  private int row;
  private double equity;

  Sizer(Simulation account, Sizing sizing) {
    this.account = account;
    this.image = account.image;
    this.sizing = sizing;
  }

  void begin(int newRow) {
    row = newRow;
    if (sizing == Sizing.EQUITY) {
      equity = account.equity();
    }
  }

  /** Returns the lots of a size, rounded towards zero; 0 if it takes a price and there is none. */
  long lots(int symbol, double size) {
    if (sizing == Sizing.UNITS) {
      return image.lots[symbol].down(size);
    }
    double price = image.lastClose(row, symbol);
    if (Double.isNaN(price)) {
      return 0;
    }
    return image.lots[symbol].down(sizing == Sizing.EQUITY ? size * equity / price : size / price);
  }

  /** Returns the units of a size, rounded towards zero to the lot. */
  static Decimal quantity(StrategyContext context, Symbol symbol, double size, Sizing sizing) {
    double units = size;
    if (sizing != Sizing.UNITS) {
      double price = context.market().lastPrice(symbol);
      if (Double.isNaN(price)) {
        return Decimal.ZERO;
      }
      double money =
          sizing == Sizing.EQUITY ? size * context.portfolio().equity().doubleValue() : size;
      units = money / price;
    }
    Instrument instrument = context.market().universe().instrument(symbol);
    Decimal lot = instrument.lotSize();
    return Decimal.of(units, lot.scale(), RoundingMode.DOWN)
        .roundToMultiple(lot, RoundingMode.DOWN);
  }
}
