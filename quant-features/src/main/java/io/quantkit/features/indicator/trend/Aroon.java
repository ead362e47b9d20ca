package io.quantkit.features.indicator.trend;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BlockFeature;
import io.quantkit.features.kernel.Finite;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingPeak;
import java.util.List;

/**
 * Aroon up, Aroon down and their difference: how recently the highest high and the lowest low of
 * the last {@code period + 1} bars were, {@code 100 (period - bars since) / period}.
 *
 * <p>TA-Lib's {@code AROON} and {@code AROONOSC}. Up and down are within [0, 100], the oscillator
 * within [-100, 100]. Of equal extremes the newest counts. Warm-up {@code period}. Source: T.
 * Chande, Stocks and Commodities, September 1995.
 *
 * @param period how many bars back the extremes may be, at least 1
 */
public record Aroon(int period) implements Feature {

  /** The position of the line of highs among the outputs: 0. */
  public static final int UP = 0;

  /** The position of the line of lows among the outputs: 1. */
  public static final int DOWN = 1;

  /** The position of their difference among the outputs: 2. */
  public static final int OSCILLATOR = 2;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Aroon {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "aroon", period, "up"),
        FeatureName.of("tech", "aroon", period, "down"),
        FeatureName.of("tech", "aroon", period, "oscillator"));
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
    return new State(period);
  }

  private static final class State implements BlockFeature {
    private final int period;
    private final SlidingPeak highs;
    private final SlidingPeak negatedLows;

    /** {@code 100 k / period} for k from -period to period. */
    private final double[] share;

    private double[][] prices = {};
    private int[][] ages = {};
    private int sinceHigh = -1;
    private int sinceLow = -1;

    State(int period) {
      this(period, new SlidingPeak(period + 1), new SlidingPeak(period + 1), shares(period));
    }

    private State(int period, SlidingPeak highs, SlidingPeak negatedLows, double[] share) {
      this.period = period;
      this.highs = highs;
      this.negatedLows = negatedLows;
      this.share = share;
    }

    private static double[] shares(int period) {
      double[] share = new double[2 * period + 1];
      for (int i = 0; i < share.length; i++) {
        share[i] = 100.0 * (i - period) / period;
      }
      return share;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (Double.isFinite(high) && Double.isFinite(low)) {
        sinceHigh = highs.add(high);
        sinceLow = negatedLows.add(-low);
      } else {
        highs.clear();
        negatedLows.clear();
        sinceHigh = -1;
        sinceLow = -1;
      }
    }

    @Override
    public boolean warm() {
      return highs.full();
    }

    @Override
    public boolean block(BarSeries series, int from, int to, double[][] out) {
      if (prices.length == 0) {
        prices = new double[2][SIZE];
        ages = new int[2][SIZE];
      }
      double[] high = prices[0];
      double[] low = prices[1];
      int n = to - from;
      series.copyInto(BarField.HIGH, from, to, high, 0);
      series.copyInto(BarField.LOW, from, to, low, 0);
      if (!Finite.all(high, 0, n) || !Finite.all(low, 0, n)) {
        return false;
      }
      for (int i = 0; i < n; i++) {
        low[i] = -low[i];
      }
      highs.add(high, n, ages[0]);
      negatedLows.add(low, n, ages[1]);
      tell(ages[0], ages[1], n, out, from);
      return true;
    }

    private void tell(int[] highAges, int[] lowAges, int n, double[][] out, int from) {
      double[] up = out[UP];
      double[] down = out[DOWN];
      double[] oscillator = out[OSCILLATOR];
      int most = 2 * period;
      for (int i = 0; i < n; i++) {
        int h = highAges[i];
        int l = lowAges[i];
        up[from + i] = share[most - h];
        down[from + i] = share[most - l];
        oscillator[from + i] = share[period + l - h];
      }
      sinceHigh = highAges[n - 1];
      sinceLow = lowAges[n - 1];
    }

    @Override
    public double value(int output) {
      if (sinceHigh < 0) {
        return Double.NaN;
      }
      return switch (output) {
        case UP -> share[2 * period - sinceHigh];
        case DOWN -> share[2 * period - sinceLow];
        default -> share[period + sinceLow - sinceHigh];
      };
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(period, highs.copy(), negatedLows.copy(), share);
      copy.sinceHigh = sinceHigh;
      copy.sinceLow = sinceLow;
      return copy;
    }
  }
}
