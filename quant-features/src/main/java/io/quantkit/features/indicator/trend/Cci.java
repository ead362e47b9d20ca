package io.quantkit.features.indicator.trend;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * Lambert's commodity channel index: the distance of the typical price from its simple moving
 * average in units of 0.015 mean absolute deviations, {@code (p - sma(p)) / (0.015 mean(|p -
 * sma(p)|))} with {@code p = (high + low + close) / 3} over {@code period} bars.
 *
 * <p>TA-Lib's {@code CCI}. A pure number. Warm-up {@code period - 1}. 0 where no price of the
 * window deviates, as TA-Lib has it. Source: D. Lambert, Commodities, October 1980.
 *
 * @param period the window, at least 1
 */
public record Cci(int period) implements Feature {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Cci {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "cci", period, "raw"));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE,
        this::step,
        Stages.mean(period),
        new MeanDeviation(period));
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double price = (high + low + close) / 3;
    double distance = price - stages[0].update(price);
    out[0] = distance == 0 ? 0 : Ratio.or(distance, 0.015 * stages[1].update(price), 0);
  }
}
