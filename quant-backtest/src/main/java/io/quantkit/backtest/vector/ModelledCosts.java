package io.quantkit.backtest.vector;

import io.quantkit.backtest.cost.CostModel;
import io.quantkit.backtest.cost.Costs;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;

/** What a {@link CostModel} makes of executions. It is asked and told as by the market. */
final class ModelledCosts {
  private final PriceImage image;
  private final boolean nextOpen;
  private final Costs costs;

  /** Of the execution that began last, as parts of the reference price. */
  double halfSpread;

  double slippage;

  ModelledCosts(PriceImage image, CostModel model, boolean nextOpen) {
    this.image = image;
    this.nextOpen = nextOpen;
    this.costs = model.start(image.panel.symbols(), image.universe);
  }

  void onBars(int row) {
    costs.onBars(image.panel.row(row));
  }

  /** Begins an execution and says how much worse than the reference it is. */
  void begin(int row, int symbol, long lots, double reference) {
    long time = time(row);
    double units = image.lots[symbol].toDouble(Math.abs(lots));
    double volume = image.panel.volume(row, symbol);
    halfSpread = costs.halfSpread(symbol, time, reference);
    slippage = costs.slippage(symbol, side(lots), units, reference, volume, time);
  }

  /** Ends an execution at a price in ticks; returns commission and fees in units of money. */
  long end(int row, int symbol, long lots, long price) {
    long time = time(row);
    Decimal quantity = image.lots[symbol].toDecimal(Math.abs(lots));
    Decimal paid = image.ticks[symbol].toDecimal(price);
    Decimal fees = costs.fees(symbol, side(lots), quantity, paid, true, time);
    double volume = image.panel.volume(row, symbol);
    costs.onFill(symbol, side(lots), quantity.doubleValue(), paid.doubleValue(), volume, time);
    if (fees.scale() > image.moneyScale) {
      throw new IllegalArgumentException(
          "fees must have at most %d decimals with these ticks and lots, were %s; round them up"
              .formatted(image.moneyScale, fees));
    }
    return image.money(fees);
  }

  private long time(int row) {
    return nextOpen ? image.panel.start(row) : image.panel.knownAt(row);
  }

  private static Side side(long lots) {
    return lots > 0 ? Side.BUY : Side.SELL;
  }
}
