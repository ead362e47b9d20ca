package io.quantkit.features.indicator.momentum;

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
 * The money flow index: {@code 100 p / (p + n)} with {@code p} and {@code n} the sums over {@code
 * period} bars of typical price times volume on bars whose typical price rose and fell.
 *
 * <p>TA-Lib's {@code MFI}; the typical price is {@code (high + low + close) / 3}. Within [0, 100].
 * Warm-up {@code period}. 0 where the flow {@code p + n} is below {@code least} or 0. TA-Lib has a
 * least flow of 1, whatever the units of price and volume are: ask for it to get its numbers for
 * tiny volumes. Source: G. Quong and A. Soudack, Stocks and Commodities, March 1989.
 *
 * @param period the window, at least 1
 * @param least the least flow that counts, at least 0
 */
public record Mfi(int period, double least) implements Feature {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public Mfi {
    Parameters.atLeast("period", period, 1);
    Parameters.within("least", least, 0, Double.MAX_VALUE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech",
            "mfi",
            least == 0 ? Integer.toString(period) : period + "x" + FeatureName.text(least),
            "raw"));
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
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE | BarFormulaKernel.VOLUME,
        this::step,
        Stages.lag(1),
        Stages.sum(period),
        Stages.sum(period));
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
    double change = price - stages[0].update(price);
    double flow = price * volume;
    boolean missing = Double.isNaN(change);
    double positive = stages[1].update(missing ? Double.NaN : change > 0 ? flow : 0);
    double negative = stages[2].update(missing ? Double.NaN : change < 0 ? flow : 0);
    out[0] = positive + negative < least ? 0 : Ratio.share(positive, negative, 0);
  }

  /** Creates an index for which every flow counts. */
  public Mfi(int period) {
    this(period, 0);
  }
}
