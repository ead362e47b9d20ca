package io.quantkit.features.transform;

import io.quantkit.core.market.Bar;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills bars that the calendar expects with the last close: all four prices are that close, the
 * volume is 0. A bar so filled is known at the end of its period, and the record says that it was
 * filled.
 *
 * <p>A gap is filled from its beginning up to the limit, for nobody knows then how long it will be;
 * what follows the last bar is a gap too, up to the time as of which the series stands. So a series
 * as it stood at any time is filled as the whole one is up to then: that a gap is filled does not
 * tell that the instrument traded again. A bar that would begin before the one before it is known
 * is not made.
 *
 * @param calendar when bars are expected
 * @param maxBars how many bars to fill in one gap at most, at least 1
 * @param asOf as of which time the series stands, in epoch nanoseconds UTC
 */
public record ForwardFill(TradingCalendar calendar, int maxBars, long asOf)
    implements CleaningStep {

  /**
   * Creates the treatment.
   *
   * @throws IllegalArgumentException if {@code maxBars} is below 1
   */
  public ForwardFill {
    if (maxBars < 1) {
      throw new IllegalArgumentException("maxBars must be at least 1, was " + maxBars);
    }
  }

  @Override
  public boolean causal() {
    return true;
  }

  @Override
  public List<Bar> apply(BarSeries series, List<BarChange> changes) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      bars.add(series.bar(i));
      long until = i + 1 < series.size() ? series.start(i + 1) : asOf;
      for (long start : Gaps.after(series, i, until, calendar, maxBars)) {
        long end = series.timeframe().endOf(start, calendar);
        Bar bar = CleaningStep.still(start, end, series.close(i));
        bars.add(
            CleaningStep.made(
                bar, BarChange.Kind.FILLED, "no bar: the last close is carried", changes));
      }
    }
    return bars;
  }
}
