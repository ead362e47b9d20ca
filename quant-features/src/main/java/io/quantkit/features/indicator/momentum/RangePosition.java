package io.quantkit.features.indicator.momentum;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.kernel.BlockFeature;
import io.quantkit.features.kernel.Finite;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.SlidingRange;

/** Where in the range of the last bars the close is, averaged once and once more. */
final class RangePosition implements BlockFeature {
  private final SlidingRange range;
  private final IndicatorKernel once;
  private final IndicatorKernel twice;
  private double[][] scratch = {};

  RangePosition(int window, IndicatorKernel once, IndicatorKernel twice) {
    this(new SlidingRange(window), once, twice);
  }

  private RangePosition(SlidingRange range, IndicatorKernel once, IndicatorKernel twice) {
    this.range = range;
    this.once = once;
    this.twice = twice;
  }

  /** Returns an average of numbers that are not negative. */
  static IndicatorKernel average(AverageKind kind, int period) {
    return switch (kind) {
      case SMA -> PositiveMean.of(period);
      case EMA -> new Ema(period).kernel();
      default -> kind.kernel(period);
    };
  }

  @Override
  public void update(
      long knownAt, double open, double high, double low, double close, double volume) {
    if (!Double.isFinite(high) || !Double.isFinite(low) || !Double.isFinite(close)) {
      range.clear();
      twice.update(once.update(Double.NaN));
      return;
    }
    range.add(high, low);
    double lowest = range.lowest();
    twice.update(once.update(100 * Ratio.or(close - lowest, range.highest() - lowest, 0)));
  }

  @Override
  public boolean warm() {
    return range.full();
  }

  @Override
  public boolean block(BarSeries series, int from, int to, double[][] out) {
    if (scratch.length == 0) {
      scratch = new double[4][SIZE];
    }
    double[] high = scratch[0];
    double[] low = scratch[1];
    double[] close = scratch[2];
    int n = to - from;
    series.copyInto(BarField.HIGH, from, to, high, 0);
    series.copyInto(BarField.LOW, from, to, low, 0);
    series.copyInto(BarField.CLOSE, from, to, close, 0);
    if (!Finite.all(high, 0, n) || !Finite.all(low, 0, n) || !Finite.all(close, 0, n)) {
      return false;
    }
    block(high, low, close, n, out, from);
    return true;
  }

  /**
   * Consumes bars whose prices are finite, from position 0 on.
   *
   * @param high the highest prices; overwritten
   * @param low the lowest prices; another array; overwritten
   * @param close the last prices; another array; overwritten
   * @param count at most {@link #SIZE}
   */
  void block(double[] high, double[] low, double[] close, int count, double[][] out, int outFrom) {
    if (scratch.length == 0) {
      scratch = new double[4][SIZE];
    }
    double[] position = scratch[3];
    range.add(high, low, count, high, low);
    for (int i = 0; i < count; i++) {
      position[i] = 100 * ((close[i] - low[i]) / (high[i] - low[i]));
    }
    if (!Finite.all(position, 0, count)) {
      for (int i = 0; i < count; i++) {
        position[i] = 100 * Ratio.or(close[i] - low[i], high[i] - low[i], 0);
      }
    }
    once.update(position, 0, count, new double[][] {out[0]}, outFrom);
    twice.update(out[0], outFrom, outFrom + count, new double[][] {low}, 0);
    if (out.length > 1) {
      System.arraycopy(low, 0, out[1], outFrom, count);
    }
  }

  @Override
  public double value(int output) {
    return output == Stochastic.K ? once.value(0) : twice.value(0);
  }

  @Override
  public RangePosition copy() {
    return new RangePosition(range.copy(), once.copy(), twice.copy());
  }
}
