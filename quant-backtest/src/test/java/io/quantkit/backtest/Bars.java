package io.quantkit.backtest;

import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.Timeframe;
import java.util.ArrayList;
import java.util.List;

/** Small histories for tests: daily bars that begin at the epoch. */
public final class Bars {
  public static final long DAY = 86_400_000_000_000L;

  private Bars() {}

  /** Returns the panel of one symbol; each bar is open, high, low, close, volume. */
  public static Panel panel(String symbol, double[]... bars) {
    return Panel.align(List.of(series(symbol, bars)));
  }

  public static BarSeries series(String symbol, double[]... bars) {
    List<Bar> list = new ArrayList<>();
    for (int i = 0; i < bars.length; i++) {
      double[] b = bars[i];
      list.add(new Bar(i * DAY, (i + 1) * DAY, b[0], b[1], b[2], b[3], b[4]));
    }
    return BarSeries.copyOf(Symbol.of(symbol), Timeframe.DAY_1, list);
  }

  public static double[] bar(double open, double high, double low, double close, double volume) {
    return new double[] {open, high, low, close, volume};
  }

  /** Returns a bar that opens, trades and closes at one price. */
  public static double[] flat(double price, double volume) {
    return bar(price, price, price, price, volume);
  }
}
