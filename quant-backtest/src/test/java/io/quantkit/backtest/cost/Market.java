package io.quantkit.backtest.cost;

import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.time.EpochNanos;
import java.util.Map;

/** One symbol, A, and what a model charges for it. */
final class Market {
  static final Symbol A = Symbol.of("A");
  static final Symbols SYMBOLS = Symbols.of(A);
  static final Universe UNIVERSE = Universe.of(Instrument.equity("A"));
  static final long DAY = 86_400_000_000_000L;

  private Market() {}

  static Costs start(CostModel model) {
    return model.start(SYMBOLS, UNIVERSE);
  }

  static BarSlice bar(long day, double high, double low, double close, double volume) {
    Bar bar =
        new Bar(
            day * DAY, (day + 1) * DAY, close, high, low, close, volume, Double.NaN, Double.NaN);
    return BarSlice.of(SYMBOLS, Map.of(A, bar));
  }

  static BarSlice bar(long day, double close, double volume) {
    return bar(day, close, close, close, volume);
  }

  /** Bars that swing by a part of the price, so that this is their volatility. */
  static Costs swinging(CostModel model, int bars, double volatility, double volume) {
    Costs costs = start(model);
    double price = 100;
    for (int day = 0; day < bars; day++) {
      costs.onBars(bar(day, price, volume));
      price *= day % 2 == 0 ? 1 + volatility : 1 - volatility;
    }
    return costs;
  }

  static double buy(Costs costs, double quantity, double volume, long time) {
    return costs.slippage(0, Side.BUY, quantity, 100, volume, time);
  }

  static double sell(Costs costs, double quantity, double volume, long time) {
    return costs.slippage(0, Side.SELL, quantity, 100, volume, time);
  }

  static Decimal fee(Costs costs, Side side, String quantity, String price, String date) {
    return fee(costs, side, quantity, price, date, true);
  }

  static Decimal fee(
      Costs costs, Side side, String quantity, String price, String date, boolean taking) {
    return costs.fees(
        0,
        side,
        Decimal.parse(quantity),
        Decimal.parse(price),
        taking,
        EpochNanos.parse(date + "T15:00:00Z"));
  }
}
