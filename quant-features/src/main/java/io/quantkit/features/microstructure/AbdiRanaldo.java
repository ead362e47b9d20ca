package io.quantkit.features.microstructure;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * Abdi and Ranaldo's spread from closes, highs and lows: with the logarithm {@code c} of the close
 * and the middle {@code e} of the logarithms of high and low, {@code s^2 = 4 (c[t-1] - e[t-1])
 * (c[t-1] - e[t])}.
 *
 * <p>Outputs, in order: the mean of {@code sqrt(max(s^2, 0))} over the last {@code period} pairs of
 * bars, corrected pair by pair; the root of the mean of {@code s^2}, 0 if that is negative,
 * corrected once. As a part of the price. Warm-up {@code period}. F. Abdi and A. Ranaldo, "A simple
 * estimation of bid-ask spreads from daily close, high, and low prices", Review of Financial
 * Studies 30, 2017, equations 11 and 12.
 *
 * @param period how many pairs of bars, at least 1
 */
public record AbdiRanaldo(int period) implements Feature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public AbdiRanaldo {
    Check.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("micro", "abdi-ranaldo", period, "pairs"),
        FeatureName.of("micro", "abdi-ranaldo", period, "window"));
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
  public FeatureKernel start() {
    return new State(new WindowMean(period), new WindowMean(period));
  }

  private static final class State implements FeatureKernel {
    private final WindowMean spreads;
    private final WindowMean squares;
    private double lastHigh;
    private double lastLow;
    private double lastClose = Double.NaN;

    State(WindowMean spreads, WindowMean squares) {
      this.spreads = spreads;
      this.squares = squares;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (!Double.isFinite(high)
          || !(low > 0)
          || !(close > 0)
          || low == Double.POSITIVE_INFINITY
          || close == Double.POSITIVE_INFINITY) {
        spreads.clear();
        squares.clear();
        lastClose = Double.NaN;
        return;
      }
      if (!Double.isNaN(lastClose)) {
        // c - e = (ln(c / high) + ln(c / low)) / 2
        double then = Check.logRatio(lastClose, lastHigh) + Check.logRatio(lastClose, lastLow);
        double now = Check.logRatio(lastClose, high) + Check.logRatio(lastClose, low);
        double square = then * now;
        squares.add(square);
        spreads.add(Math.sqrt(Math.max(square, 0)));
      }
      lastHigh = high;
      lastLow = low;
      lastClose = close;
    }

    @Override
    public double value(int output) {
      if (Double.isNaN(lastClose)) {
        return Double.NaN;
      }
      return output == 0 ? Math.max(0, spreads.mean()) : Math.sqrt(Math.max(0, squares.mean()));
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(spreads.copy(), squares.copy());
      copy.lastHigh = lastHigh;
      copy.lastLow = lastLow;
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
