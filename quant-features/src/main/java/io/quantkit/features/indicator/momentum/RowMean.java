package io.quantkit.features.indicator.momentum;

import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.indicator.average.AverageKind;
import java.util.Arrays;

/** An average of the numbers of each of many symbols. */
interface RowMean {

  /**
   * Adds finite numbers and tells the averages, if there are any.
   *
   * @param out receives the averages; another array than {@code x}; modified
   * @return whether there are
   */
  boolean add(double[] x, double[] out);

  /** Returns what tells the numbers themselves. */
  static RowMean none() {
    return (x, out) -> {
      System.arraycopy(x, 0, out, 0, out.length);
      return true;
    };
  }

  /** Returns the averages that {@link RangePosition#average} is of one symbol. */
  static RowMean of(AverageKind kind, int period, int symbols) {
    if (kind == AverageKind.SMA && period <= MeanOfFew.MOST) {
      return period == 1 ? none() : new OfFew(period, symbols);
    }
    IndicatorKernel[] kernels = new IndicatorKernel[symbols];
    Arrays.setAll(kernels, s -> RangePosition.average(kind, period));
    return new OneByOne(kernels, kind.warmup(period));
  }

  /** {@link MeanOfFew}. */
  final class OfFew implements RowMean {
    private final int size;

    /** By position and symbol: the numbers before the newest, the oldest at {@link #oldest}. */
    private final double[][] recent;

    private int oldest;
    private int seen;

    private OfFew(int size, int symbols) {
      this.size = size;
      recent = new double[size - 1][symbols];
    }

    @Override
    public boolean add(double[] x, double[] out) {
      int others = size - 1;
      System.arraycopy(recent[oldest], 0, out, 0, out.length);
      for (int i = 1; i < others; i++) {
        addTo(out, recent[(oldest + i) % others]);
      }
      addTo(out, x);
      divide(out, size);
      System.arraycopy(x, 0, recent[oldest], 0, out.length);
      oldest = (oldest + 1) % others;
      seen = Math.min(seen + 1, size);
      return seen == size;
    }

    private static void addTo(double[] sum, double[] x) {
      for (int s = 0; s < sum.length; s++) {
        sum[s] += x[s];
      }
    }

    private static void divide(double[] sum, double size) {
      for (int s = 0; s < sum.length; s++) {
        sum[s] /= size;
      }
    }
  }

  /** A kernel for each symbol. */
  final class OneByOne implements RowMean {
    private final IndicatorKernel[] kernels;
    private final int warmup;
    private int seen;

    private OneByOne(IndicatorKernel[] kernels, int warmup) {
      this.kernels = kernels;
      this.warmup = warmup;
    }

    @Override
    public boolean add(double[] x, double[] out) {
      for (int s = 0; s < kernels.length; s++) {
        out[s] = kernels[s].update(x[s]);
      }
      seen = Math.min(seen + 1, warmup + 1);
      return seen > warmup;
    }
  }
}
