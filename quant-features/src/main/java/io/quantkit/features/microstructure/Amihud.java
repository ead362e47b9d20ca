package io.quantkit.features.microstructure;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * Amihud's illiquidity: the mean of {@code |ln(close / last close)| / (close volume)} over a
 * window, how much the price moves per unit of money traded.
 *
 * <p>Bars without volume are left out, {@code NaN} if all are. Warm-up {@code period}. Often
 * multiplied by a million. Y. Amihud, "Illiquidity and stock returns: cross-section and time-series
 * effects", Journal of Financial Markets 5, 2002, there with simple returns, which differ in the
 * second order.
 *
 * @param period the window, in returns, at least 1
 */
public record Amihud(int period) implements Feature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Amihud {
    Check.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("micro", "amihud", period, "raw"));
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
    private final WindowMean impacts;
    private final WindowMean traded;
    private double lastClose = Double.NaN;

    State(WindowMean impacts, WindowMean traded) {
      this.impacts = impacts;
      this.traded = traded;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      double money = close * volume;
      if (!(close > 0) || !Double.isFinite(money)) {
        impacts.clear();
        traded.clear();
        lastClose = Double.NaN;
        return;
      }
      if (!Double.isNaN(lastClose)) {
        double impact = Math.abs(Check.logRatio(close, lastClose)) / money;
        boolean told = money > 0 && impact < Double.POSITIVE_INFINITY;
        impacts.add(told ? impact : 0);
        traded.add(told ? 1 : 0);
      }
      lastClose = close;
    }

    @Override
    public double value(int output) {
      double share = traded.mean();
      return !Double.isNaN(lastClose) && share > 0
          ? Math.max(0, impacts.mean()) / share
          : Double.NaN;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(impacts.copy(), traded.copy());
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
