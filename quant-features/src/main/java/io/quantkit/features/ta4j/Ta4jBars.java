package io.quantkit.features.ta4j;

import io.quantkit.core.time.EpochNanos;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeries;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.NaN;
import org.ta4j.core.num.Num;

/**
 * Bars as ta4j has them.
 *
 * <p>A ta4j bar is known by its end, so that is when ours became known, in UTC. A missing number is
 * ta4j's {@code NaN}. Average prices are not passed on; nor are amounts, which are {@code NaN}.
 */
public final class Ta4jBars {
  private Ta4jBars() {}

  /** Returns the bars of a series in ta4j's numbers of type {@code double}. */
  public static BarSeries copyOf(io.quantkit.core.series.BarSeries series) {
    return copyOf(series, DoubleNum.ZERO);
  }

  /**
   * Returns the bars of a series.
   *
   * @param numbers any number of the type that the prices are to have, such as {@code
   *     DecimalNum.ZERO}
   */
  public static BarSeries copyOf(io.quantkit.core.series.BarSeries series, Num numbers) {
    BarSeries bars = empty(series.symbol().value(), numbers);
    for (int t = 0; t < series.size(); t++) {
      add(
          bars,
          Duration.ofNanos(series.knownAt(t) - series.start(t)),
          series.knownAt(t),
          series.open(t),
          series.high(t),
          series.low(t),
          series.close(t),
          series.volume(t));
    }
    return bars;
  }

  static BarSeries empty(String name, Num numbers) {
    return new BaseBarSeries(name, numbers);
  }

  static void add(
      BarSeries bars,
      Duration length,
      long knownAt,
      double open,
      double high,
      double low,
      double close,
      double volume) {
    ZonedDateTime end = EpochNanos.toInstant(knownAt).atZone(ZoneOffset.UTC);
    bars.addBar(
        new BaseBar(
            length,
            end,
            number(bars, open),
            number(bars, high),
            number(bars, low),
            number(bars, close),
            number(bars, volume),
            NaN.NaN));
  }

  private static Num number(BarSeries bars, double x) {
    return Double.isNaN(x) ? NaN.NaN : bars.numOf(x);
  }
}
