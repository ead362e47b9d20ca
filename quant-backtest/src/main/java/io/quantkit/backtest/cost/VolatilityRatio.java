package io.quantkit.backtest.cost;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarSlice;

/** How volatile symbols are in comparison to what is usual for them. */
final class VolatilityRatio {
  private final History history;
  private final int bars;
  private final int usualBars;
  private final double most;

  VolatilityRatio(Symbols symbols, int bars, int usualBars, double most) {
    this.history = new History(symbols, new Recent(usualBars, 1, 0));
    this.bars = bars;
    this.usualBars = usualBars;
    this.most = most;
  }

  static void check(double bps, int bars, int usualBars, double maxRatio) {
    Check.bps("bps", bps);
    Check.atLeast("bars", bars, 1);
    Check.atLeast("usualBars", usualBars, bars);
    if (!(maxRatio >= 1 && maxRatio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("maxRatio must be at least 1 and finite, was " + maxRatio);
    }
  }

  void add(BarSlice slice) {
    history.add(slice);
  }

  void forget(CorporateAction action) {
    history.forget(action);
  }

  double of(int symbol) {
    if (!history.full(symbol)) {
      return 1;
    }
    double usual = history.perBar(symbol, usualBars);
    return usual > 0 ? Math.min(history.perBar(symbol, bars) / usual, most) : 1;
  }
}
