package io.quantkit.features.indicator.momentum;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.kernel.BlockFeature;
import io.quantkit.features.kernel.Finite;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.SlidingMaximum;

/** Where in the range of the last bars the close is, averaged once and once more. */
final class RangePosition implements BlockFeature {
  private final SlidingMaximum highest;
  private final SlidingMaximum lowest;
  private final IndicatorKernel once;
  private final IndicatorKernel twice;
  private double[][] scratch = {};

  RangePosition(int window, IndicatorKernel once, IndicatorKernel twice) {
    this(new SlidingMaximum(window), new SlidingMaximum(window), once, twice);
  }

  private RangePosition(
      SlidingMaximum highest, SlidingMaximum lowest, IndicatorKernel once, IndicatorKernel twice) {
    this.highest = highest;
    this.lowest = lowest;
    this.once = once;
    this.twice = twice;
  }

  /** Returns an average of numbers that are not negative. */
  static IndicatorKernel average(AverageKind kind, int period) {
    return switch (kind) {
      case SMA -> new PositiveMean(period);
      case EMA -> new Ema(period).kernel();
      default -> kind.kernel(period);
    };
  }

  @Override
  public void update(
      long knownAt, double open, double high, double low, double close, double volume) {
    if (!Double.isFinite(high) || !Double.isFinite(low) || !Double.isFinite(close)) {
      highest.clear();
      lowest.clear();
      twice.update(once.update(Double.NaN));
      return;
    }
    highest.add(high);
    lowest.add(-low);
    double least = -lowest.maximum();
    twice.update(once.update(100 * Ratio.or(close - least, highest.maximum() - least, 0)));
  }

  @Override
  public boolean warm() {
    return highest.full();
  }

  @Override
  public boolean block(BarSeries series, int from, int to, double[][] out) {
    if (scratch.length == 0) {
      scratch = new double[3][SIZE];
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
    for (int i = 0; i < n; i++) {
      low[i] = -low[i];
    }
    highest.add(high, 0, n, high, 0);
    lowest.add(low, 0, n, low, 0);
    for (int i = 0; i < n; i++) {
      close[i] = (close[i] + low[i]) / (high[i] + low[i]);
    }
    for (int i = 0; i < n; i++) {
      close[i] = 100 * (high[i] + low[i] == 0 ? 0 : close[i]);
    }
    once.update(close, 0, n, new double[][] {out[0]}, from);
    twice.update(out[0], from, to, new double[][] {out[1]}, from);
    return true;
  }

  @Override
  public double value(int output) {
    return output == Stochastic.K ? once.value(0) : twice.value(0);
  }

  @Override
  public FeatureKernel copy() {
    return new RangePosition(highest.copy(), lowest.copy(), once.copy(), twice.copy());
  }
}
