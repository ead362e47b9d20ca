package io.quantkit.features.indicator.trend;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Stages;
import io.quantkit.features.kernel.TrueRange;
import java.util.List;

/**
 * The stops of Chande and Kroll: the highest of {@code highest(period) - multiplier atr(period)}
 * over {@code stop} bars, and the lowest of {@code lowest(period) + multiplier atr(period)}.
 *
 * <p>In the unit of the price; the first output is the stop of shorts, the second that of longs.
 * Warm-up {@code period + stop - 1}: the first bar has no true range. Source: T. Chande and S.
 * Kroll, The New Technical Trader, 1994 (10, 1, 9).
 *
 * @param period the window, at least 1
 * @param multiplier how many average true ranges away, above 0
 * @param stop the window of the stops, at least 1
 */
public record ChandeKrollStop(int period, double multiplier, int stop) implements Feature {

  /** The position of the stop of shorts among the outputs: 0. */
  public static final int SHORT = 0;

  /** The position of the stop of longs among the outputs: 1. */
  public static final int LONG = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public ChandeKrollStop {
    Parameters.atLeast("period", period, 1);
    Parameters.positive("multiplier", multiplier);
    Parameters.atLeast("stop", stop, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    String lengths = period + "x" + FeatureName.text(multiplier) + "x" + stop;
    return List.of(
        FeatureName.of("tech", "chande-kroll-stop", lengths, "short"),
        FeatureName.of("tech", "chande-kroll-stop", lengths, "long"));
  }

  @Override
  public int warmup(int output) {
    return period + stop - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(1.0 / period, eps / 1000);
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE,
        this::step,
        Stages.maximum(period),
        Stages.minimum(period),
        Stages.lag(1),
        Stages.wilder(period),
        Stages.maximum(stop),
        Stages.minimum(stop));
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double highest = stages[0].update(high);
    double lowest = stages[1].update(low);
    double distance =
        multiplier * stages[3].update(TrueRange.of(high, low, stages[2].update(close)));
    out[SHORT] = stages[4].update(highest - distance);
    out[LONG] = stages[5].update(lowest + distance);
  }
}
