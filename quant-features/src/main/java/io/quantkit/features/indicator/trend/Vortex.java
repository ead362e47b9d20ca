package io.quantkit.features.indicator.trend;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarBlock;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.SlidingSum;
import io.quantkit.features.kernel.TrueRange;
import java.util.List;

/**
 * The vortex indicator: upward and downward movement from bar to bar in relation to the true range,
 * {@code sum(|high[t] - low[t-1]|) / sum(true range)} and {@code sum(|low[t] - high[t-1]|) /
 * sum(true range)} over {@code period} bars.
 *
 * <p>Pure numbers, at least 0. Warm-up {@code period}. {@code NaN} where nothing has moved. Source:
 * E. Botes and D. Siepman, Stocks and Commodities, January 2010 (14).
 *
 * @param period the window, at least 1
 */
public record Vortex(int period) implements Feature {

  /** The position of upward movement among the outputs: 0. */
  public static final int PLUS = 0;

  /** The position of downward movement among the outputs: 1. */
  public static final int MINUS = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Vortex {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "vortex", period, "plus"),
        FeatureName.of("tech", "vortex", period, "minus"));
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
    return new GapKernel(
        GapKernel.PRICES,
        2,
        new Step(new SlidingSum(period), new SlidingSum(period), new SlidingSum(period)));
  }

  private static final class Step implements BarStep {
    private final SlidingSum ups;
    private final SlidingSum downs;
    private final SlidingSum ranges;
    private double[][] scratch = {};
    private double lastHigh;
    private double lastLow;
    private double lastClose = Double.NaN;

    Step(SlidingSum ups, SlidingSum downs, SlidingSum ranges) {
      this.ups = ups;
      this.downs = downs;
      this.ranges = ranges;
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
        double range = ranges.add(TrueRange.of(high, low, lastClose));
        out[PLUS] = Ratio.of(ups.add(Math.abs(high - lastLow)), range);
        out[MINUS] = Ratio.of(downs.add(Math.abs(low - lastHigh)), range);
      }
      lastHigh = high;
      lastLow = low;
      lastClose = close;
    }

    @Override
    public void steps(BarBlock bars, double[] values, double[][] out, int outFrom) {
      if (!ranges.full()) {
        BarStep.super.steps(bars, values, out, outFrom);
        return;
      }
      if (scratch.length == 0) {
        scratch = new double[5][BarBlock.SIZE];
      }
      int count = bars.count();
      double[] high = bars.high();
      double[] low = bars.low();
      double[] up = scratch[0];
      double[] down = scratch[1];
      double[] range = scratch[2];
      double[] sums = scratch[3];
      double[] whole = scratch[4];
      lastLow = lag(low, lastLow, count, up);
      lastHigh = lag(high, lastHigh, count, down);
      lastClose = lag(bars.close(), lastClose, count, range);
      for (int i = 0; i < count; i++) {
        up[i] = Math.abs(high[i] - up[i]);
      }
      for (int i = 0; i < count; i++) {
        down[i] = Math.abs(low[i] - down[i]);
      }
      for (int i = 0; i < count; i++) {
        range[i] = Math.max(high[i], range[i]) - Math.min(low[i], range[i]);
      }
      ranges.add(range, count, whole);
      ups.add(up, count, sums);
      Ratio.of(sums, whole, count, up);
      downs.add(down, count, sums);
      Ratio.of(sums, whole, count, down);
      System.arraycopy(up, 0, out[PLUS], outFrom, count);
      System.arraycopy(down, 0, out[MINUS], outFrom, count);
      values[PLUS] = up[count - 1];
      values[MINUS] = down[count - 1];
    }

    /** Writes the number before each number and returns the last one. */
    private static double lag(double[] numbers, double before, int count, double[] out) {
      out[0] = before;
      System.arraycopy(numbers, 0, out, 1, count - 1);
      return numbers[count - 1];
    }

    @Override
    public void clear() {
      ups.clear();
      downs.clear();
      ranges.clear();
      lastClose = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(ups.copy(), downs.copy(), ranges.copy());
      copy.lastHigh = lastHigh;
      copy.lastLow = lastLow;
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
