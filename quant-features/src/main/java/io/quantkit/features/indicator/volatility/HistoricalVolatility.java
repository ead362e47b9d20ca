package io.quantkit.features.indicator.volatility;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.GapIndicatorKernel;
import io.quantkit.features.kernel.NumberStep;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingMoments;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;
import java.util.Locale;

/**
 * The standard deviation of the last {@code period} returns, times the square root of the periods
 * in a year, by choice of return and of deviation.
 *
 * <p>A fraction per bar or per year, at least 0. Warm-up {@code period}. A price that is not
 * positive counts as missing. Does not drift. TTR's {@code volatility(close, n)} has {@code n - 1}
 * log returns and {@link Center#SAMPLE_MEAN}; Tulip's {@code volatility} has simple returns, {@link
 * Center#POPULATION_MEAN} and 252. See {@link RollingVolatility} for the usual one.
 *
 * @param period the window, in returns, at least 2
 * @param periodsPerYear how many bars a year has, such as 252 sessions; 1 leaves the deviation per
 *     bar
 * @param logarithmic whether returns are {@code ln(x[t] / x[t-1])} or {@code x[t] / x[t-1] - 1}
 * @param center what the returns deviate from
 * @param input whose returns are measured
 */
public record HistoricalVolatility(
    int period, double periodsPerYear, boolean logarithmic, Center center, Input input)
    implements Indicator {

  /** What returns deviate from, and what the sum of squares is divided by. */
  public enum Center {
    /** From their mean; divided by {@code period - 1}. */
    SAMPLE_MEAN,
    /** From their mean; divided by {@code period}. */
    POPULATION_MEAN,
    /** From zero; divided by {@code period - 1}, as TTR does with {@code mean0 = TRUE}. */
    ZERO
  }

  /**
   * Creates a volatility.
   *
   * @throws IllegalArgumentException if the period is below 2 or {@code periodsPerYear} not
   *     positive and finite
   */
  public HistoricalVolatility {
    Parameters.atLeast("period", period, 2);
    Parameters.positive("periodsPerYear", periodsPerYear);
  }

  @Override
  public List<FeatureName> outputs() {
    String window =
        periodsPerYear == 1
            ? Integer.toString(period)
            : period + "x" + FeatureName.text(periodsPerYear);
    String indicator =
        "%s-volatility-%s"
            .formatted(
                logarithmic ? "log" : "simple",
                center.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return List.of(FeatureName.of("tech", indicator, window, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new GapIndicatorKernel(
        1, new Step(this, new SlidingMoments(period), new WindowMean(period)));
  }

  private static final class Step implements NumberStep {
    private final HistoricalVolatility recipe;
    private final SlidingMoments window;
    private final WindowMean squares;
    private double last = Double.NaN;

    Step(HistoricalVolatility recipe, SlidingMoments window, WindowMean squares) {
      this.recipe = recipe;
      this.window = window;
      this.squares = squares;
    }

    @Override
    public void step(double x, double[] out) {
      double price = x > 0 ? x : Double.NaN;
      double ratio = price / last;
      double change = recipe.logarithmic ? StrictMath.log(ratio) : ratio - 1;
      last = price;
      if (!Double.isFinite(change)) {
        window.clear();
        squares.clear();
        out[0] = Double.NaN;
        return;
      }
      window.add(change);
      squares.add(change * change);
      int n = recipe.period;
      double variance =
          switch (recipe.center) {
            case SAMPLE_MEAN -> window.second() / (n - 1);
            case POPULATION_MEAN -> window.second() / n;
            case ZERO -> squares.mean() * n / (n - 1);
          };
      out[0] = Math.sqrt(recipe.periodsPerYear) * Math.sqrt(variance);
    }

    @Override
    public void clear() {
      window.clear();
      squares.clear();
      last = Double.NaN;
    }

    @Override
    public NumberStep copy() {
      Step copy = new Step(recipe, window.copy(), squares.copy());
      copy.last = last;
      return copy;
    }
  }
}
