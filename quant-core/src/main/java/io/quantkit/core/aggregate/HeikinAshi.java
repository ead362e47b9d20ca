package io.quantkit.core.aggregate;

import io.quantkit.core.market.Bar;
import io.quantkit.core.series.BarSeries;

/**
 * The Heikin-Ashi transform of bars, one at a time: smoothed candles that show a trend.
 *
 * <p>{@code close' = (open + high + low + close) / 4}, {@code open' = (open'[-1] + close'[-1]) / 2}
 * and of the first bar {@code (open + close) / 2}, {@code high' = max(high, open', close')}, {@code
 * low' = min(low, open', close')}. Times, volume, average price and count stay. No bar depends on a
 * later one. The prices are averages: nobody could trade at them, so never fill orders on them.
 *
 * <p>A bar whose open, high or low is untold makes an error, for every later open would be untold.
 *
 * <p>Belongs to one thread. Source: D. Valcu, "Using the Heikin-Ashi Technique", Technical Analysis
 * of Stocks and Commodities 22 (2004).
 */
public final class HeikinAshi {
  private double lastOpen = Double.NaN;
  private double lastClose = Double.NaN;

  /** Begins with the first bar. */
  public HeikinAshi() {}

  /**
   * Goes on after the given bar.
   *
   * @param last the last bar that {@link #next} returned: all that is remembered
   */
  public static HeikinAshi after(Bar last) {
    HeikinAshi transform = new HeikinAshi();
    transform.lastOpen = last.open();
    transform.lastClose = last.close();
    return transform;
  }

  /** Returns the transform of a whole series. */
  public static BarSeries over(BarSeries series) {
    HeikinAshi transform = new HeikinAshi();
    BarSeries.Builder builder =
        BarSeries.builder(series.symbol(), series.timeframe()).reserve(series.size());
    for (int i = 0; i < series.size(); i++) {
      builder.add(transform.next(series.bar(i)));
    }
    return builder.build();
  }

  /**
   * Returns the transform of the next bar.
   *
   * @throws IllegalArgumentException if its open, high or low is {@code NaN}
   */
  public Bar next(Bar bar) {
    double close = (bar.open() + bar.high() + bar.low() + bar.close()) / 4;
    if (Double.isNaN(close)) {
      throw new IllegalArgumentException("bar must tell all four prices, was " + bar);
    }
    double open =
        Double.isNaN(lastOpen) ? (bar.open() + bar.close()) / 2 : (lastOpen + lastClose) / 2;
    lastOpen = open;
    lastClose = close;
    return new Bar(
        bar.start(),
        bar.knownAt(),
        open,
        Math.max(bar.high(), Math.max(open, close)),
        Math.min(bar.low(), Math.min(open, close)),
        close,
        bar.volume(),
        bar.vwap(),
        bar.trades());
  }
}
