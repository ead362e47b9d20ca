package io.quantkit.features.indicator.volume;

import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The volume-weighted average price of the trading session so far, with bands: it begins anew with
 * every session.
 *
 * <p>A bar belongs to the trading day, by {@link TradingCalendar#tradingDateOf}, of the instant
 * just before it became known; so extended hours count to the session that they belong to.
 *
 * <p>Outputs, in order: the average; upper and lower band at {@code width} standard deviations,
 * where the variance is {@code sum(volume (price - average)^2) / sum(volume)}; the deviation; all
 * in the unit of the price. {@code NaN} while no volume has been traded. No warm-up. How many bars
 * a restart takes to agree depends on the calendar: at most one session, which is not told in bars,
 * so {@link #settle} says never. Two calendars with the same code have the same names.
 *
 * @param calendar the trading days of the market; a bar that it does not know is refused with an
 *     {@link IllegalArgumentException}
 * @param width the distance of the bands in deviations, positive and finite
 * @param input the price of a bar; usually {@link Input#TYPICAL}
 */
public record SessionVwap(TradingCalendar calendar, double width, Input input) implements Feature {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the width is not positive and finite
   */
  public SessionVwap {
    Parameters.positive("width", width);
  }

  /** Creates an average of typical prices with bands at 2 deviations. */
  public SessionVwap(TradingCalendar calendar) {
    this(calendar, 2, Input.TYPICAL);
  }

  @Override
  public List<FeatureName> outputs() {
    String window =
        "session-%sx%s"
            .formatted(
                calendar.code().toLowerCase(Locale.ROOT).replace('/', '-'),
                FeatureName.text(width));
    return VwapNames.of(window, input);
  }

  @Override
  public int warmup(int output) {
    return 0;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.VOLUME | GapKernel.needs(input), 4, new Step(this, new VwapTotals()));
  }

  private static final class Step implements BarStep {
    private final SessionVwap recipe;
    private final VwapTotals totals;
    private @Nullable LocalDate date;

    Step(SessionVwap recipe, VwapTotals totals) {
      this.recipe = recipe;
      this.totals = totals;
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
      LocalDate now = recipe.calendar.tradingDateOf(knownAt - 1);
      if (!now.equals(date)) {
        totals.clear();
        date = now;
      }
      double price = recipe.input.of(open, high, low, close, volume);
      totals.add(price, volume, recipe.width, out);
    }

    @Override
    public void clear() {
      totals.clear();
      date = null;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(recipe, totals.copy());
      copy.date = date;
      return copy;
    }
  }
}
