package io.quantkit.features.indicator.price;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import java.util.List;

/**
 * Pivot points of the bar before: on daily bars those of the day, on weekly bars those of the week.
 *
 * <p>Outputs, in order: the pivot {@code P}, then resistance and support in pairs from the nearest
 * level on, {@code R1, S1, R2, S2} ..., as many as the rule has; in the unit of the price. Warm-up
 * 1. For pivots of the session before on intraday bars see {@link SessionPivots}.
 *
 * @param rule how they are computed
 */
public record Pivots(PivotRule rule) implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return rule.outputs("1");
  }

  @Override
  public int warmup(int output) {
    return 1;
  }

  @Override
  public int settle(double eps) {
    return 1;
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(GapKernel.OPEN | GapKernel.PRICES, 1 + 2 * rule.levels(), new Step(rule));
  }

  private static final class Step implements BarStep {
    private final PivotRule rule;
    private double lastOpen;
    private double lastHigh;
    private double lastLow;
    private double lastClose = Double.NaN;

    Step(PivotRule rule) {
      this.rule = rule;
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
      if (!Double.isNaN(lastClose)) {
        rule.write(lastOpen, lastHigh, lastLow, lastClose, out);
      }
      lastOpen = open;
      lastHigh = high;
      lastLow = low;
      lastClose = close;
    }

    @Override
    public void clear() {
      lastClose = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(rule);
      copy.lastOpen = lastOpen;
      copy.lastHigh = lastHigh;
      copy.lastLow = lastLow;
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
