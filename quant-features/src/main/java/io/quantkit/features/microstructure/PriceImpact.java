package io.quantkit.features.microstructure;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * Price impact of bars: the slope of price responses on signed order flow, with an intercept, where
 * the volume of a bar has the sign of its change of price, of the last change if there is none.
 *
 * <p>Outputs, in order: the slope, lambda, see {@link ImpactModel}; its t-statistic with classical
 * standard errors; the coefficient of determination, within [0, 1]. The response of a bar is the
 * change from the close before to its own. {@code NaN} where flow does not vary, and the
 * t-statistic of a perfect fit. Warm-up {@code period}; a restart agrees after it if the first bars
 * change the close. Signs taken from the response itself bias the slope upwards; where trades are
 * at hand prefer {@link TradeImpact}.
 *
 * @param model what is regressed on what
 * @param period the window, at least 3
 */
public record PriceImpact(ImpactModel model, int period) implements Feature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 3
   */
  public PriceImpact {
    Check.atLeast("period", period, 3);
  }

  @Override
  public List<FeatureName> outputs() {
    String what = Check.text(model);
    return List.of(
        FeatureName.of("micro", what, period, "lambda"),
        FeatureName.of("micro", what, period, "t"),
        FeatureName.of("micro", what, period, "r2"));
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
    return new State(model, new ImpactRegression(period));
  }

  private static final class State implements FeatureKernel {
    private final ImpactModel model;
    private final ImpactRegression regression;
    private double lastClose = Double.NaN;
    private double direction;

    State(ImpactModel model, ImpactRegression regression) {
      this.model = model;
      this.regression = regression;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (!(close > 0) || !Double.isFinite(close * volume)) {
        regression.clear();
        lastClose = Double.NaN;
        direction = 0;
        return;
      }
      if (!Double.isNaN(lastClose)) {
        direction = close > lastClose ? 1 : close < lastClose ? -1 : direction;
        regression.add(model.flow(direction * volume, close), model.response(close, lastClose));
      }
      lastClose = close;
    }

    @Override
    public double value(int output) {
      return regression.value(output);
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(model, regression.copy());
      copy.lastClose = lastClose;
      copy.direction = direction;
      return copy;
    }
  }
}
