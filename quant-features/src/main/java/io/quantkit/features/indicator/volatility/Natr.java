package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Convention;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarBlock;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * The normalised average true range: {@code 100 atr(period) / close}; TA-Lib's NATR.
 *
 * <p>In hundredths of the close, at least 0. By {@link Convention#TA_LIB} the first bar has no true
 * range, so the warm-up is {@code period}; by the others it has {@code high - low}, as in Tulip and
 * talipp, and the warm-up is {@code period - 1}. With period 1 TA-Lib tells the true range itself;
 * this is always a percentage. Source: J. Forman, Cross-Market Evaluations with Normalized Average
 * True Range, Technical Analysis of Stocks and Commodities 24, 2006.
 *
 * @param period Wilder's smoothing, at least 1
 * @param convention whose first bar
 */
public record Natr(int period, Convention convention) implements Feature {

  /**
   * Creates a range.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Natr {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates a range as TA-Lib has it. */
  public Natr(int period) {
    this(period, Convention.TA_LIB);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", convention.label("natr"), period, "raw"));
  }

  @Override
  public int warmup(int output) {
    return convention == Convention.TA_LIB ? period : period - 1;
  }

  @Override
  public int settle(double eps) {
    return period + ExponentialMean.memory(1.0 / period, eps / 4);
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.PRICES,
        1,
        new Step(new RangeMean(period, RangeMean.Kind.WILDER, convention != Convention.TA_LIB)));
  }

  private record Step(RangeMean range) implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      out[0] = 100 * (range.add(high, low, close) / close);
    }

    @Override
    public void steps(BarBlock bars, double[] values, double[][] out, int outFrom) {
      int count = bars.count();
      double[] close = bars.close();
      double[] ratio = range.add(bars);
      for (int i = 0; i < count; i++) {
        ratio[i] = 100 * (ratio[i] / close[i]);
      }
      System.arraycopy(ratio, 0, out[0], outFrom, count);
      values[0] = ratio[count - 1];
    }

    @Override
    public void clear() {
      range.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(range.copy());
    }
  }
}
