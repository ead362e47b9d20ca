package io.quantkit.features.transform;

import io.quantkit.core.market.Bar;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills small gaps on the straight line between the closes around them; the volume is 0.
 *
 * <p><b>Not causal:</b> a bar so made depends on the close after the gap, which nobody knew then.
 * It is for charts and for a look at the past; {@link CleanedBars#series} refuses to hand it to
 * anything that trains or trades.
 *
 * @param calendar when bars are expected
 * @param maxBars the longest gap that is filled, in bars, at least 1; longer ones stay open
 */
public record Interpolation(TradingCalendar calendar, int maxBars) implements CleaningStep {

  /**
   * Creates the treatment.
   *
   * @throws IllegalArgumentException if {@code maxBars} is below 1
   */
  public Interpolation {
    if (maxBars < 1) {
      throw new IllegalArgumentException("maxBars must be at least 1, was " + maxBars);
    }
  }

  @Override
  public boolean causal() {
    return false;
  }

  @Override
  public List<Bar> apply(BarSeries series, List<BarChange> changes) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      bars.add(series.bar(i));
      if (i + 1 < series.size()) {
        long[] missing = Gaps.after(series, i, series.start(i + 1), calendar, maxBars + 1);
        for (int k = 0; k < missing.length && missing.length <= maxBars; k++) {
          double part = (k + 1.0) / (missing.length + 1);
          double price = series.close(i) + part * (series.close(i + 1) - series.close(i));
          long end = series.timeframe().endOf(missing[k], calendar);
          Bar bar = CleaningStep.still(missing[k], end, price);
          bars.add(
              CleaningStep.made(
                  bar, BarChange.Kind.INTERPOLATED, "no bar: between its neighbours", changes));
        }
      }
    }
    return bars;
  }
}
