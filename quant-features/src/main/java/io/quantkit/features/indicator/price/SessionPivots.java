package io.quantkit.features.indicator.price;

import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Pivot points of the trading session before, as known at each bar of a session.
 *
 * <p>A bar belongs to the trading day, by {@link TradingCalendar#tradingDateOf}, of the instant
 * just before it became known; extended hours count. Outputs as of {@link Pivots}. There are none
 * in the first trading day that is seen nor in the one after it, since the first may have begun
 * before the stream did: the warm-up, two bars, is that of daily bars, and of intraday bars it is
 * as many as two sessions have. Never settles in a number of bars for the same reason. Two
 * calendars with the same code have the same names.
 *
 * @param rule how they are computed
 * @param calendar the trading days of the market; a bar that it does not know is refused with an
 *     {@link IllegalArgumentException}
 */
public record SessionPivots(PivotRule rule, TradingCalendar calendar) implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return rule.outputs("session-" + calendar.code().toLowerCase(Locale.ROOT).replace('/', '-'));
  }

  @Override
  public int warmup(int output) {
    return 2;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.OPEN | GapKernel.PRICES, 1 + 2 * rule.levels(), new Step(rule, calendar));
  }

  private static final class Step implements BarStep {
    private final PivotRule rule;
    private final TradingCalendar calendar;
    private @Nullable LocalDate date;
    private boolean whole;
    private double first;
    private double highest;
    private double lowest;
    private double last;

    Step(PivotRule rule, TradingCalendar calendar) {
      this.rule = rule;
      this.calendar = calendar;
    }

    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      LocalDate now = calendar.tradingDateOf(knownAt - 1);
      if (now.equals(date)) {
        highest = Math.max(highest, high);
        lowest = Math.min(lowest, low);
      } else {
        if (whole) {
          rule.write(first, highest, lowest, last, out);
        }
        whole = date != null;
        date = now;
        first = open;
        highest = high;
        lowest = low;
      }
      last = close;
    }

    @Override
    public void clear() {
      date = null;
      whole = false;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(rule, calendar);
      copy.date = date;
      copy.whole = whole;
      copy.first = first;
      copy.highest = highest;
      copy.lowest = lowest;
      copy.last = last;
      return copy;
    }
  }
}
