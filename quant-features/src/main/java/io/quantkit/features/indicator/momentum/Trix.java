package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.RowIndicator;
import io.quantkit.features.RowKernel;
import io.quantkit.features.Seed;
import io.quantkit.features.kernel.CheckedIndicator;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import java.util.List;

/**
 * The rate of change of a triply smoothed average: {@code 100 (e[t] / e[t-1] - 1)} with {@code e =
 * ema(ema(ema(x)))}.
 *
 * <p>TA-Lib's {@code TRIX}. In percent per observation. Warm-up {@code 3 (period - 1) + 1}. {@code
 * NaN} where the average before is 0. Source: J. Hutson, Good TRIX, Stocks and Commodities, 1983.
 *
 * @param period the span of each average, at least 1
 * @param input what it is computed from
 * @param seed where the exponential averages begin; TA-Lib's way is {@link Seed#MEAN}
 */
public record Trix(int period, Input input, Seed seed) implements RowIndicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Trix {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates an indicator of closes that is seeded with means. */
  public Trix(int period) {
    this(period, Input.CLOSE, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.MEAN ? "trix" : "trix-first";
    return List.of(FeatureName.of("tech", indicator, period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return 3 * (period - 1) + 1;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(2 / (period + 1.0), eps / 1000) * 3;
  }

  @Override
  public IndicatorKernel kernel() {
    int seedLength = seed == Seed.MEAN ? period : 1;
    return new State(
        warmup(),
        new TripleMean(2 / (period + 1.0)),
        ExponentialMean.span(period, seedLength),
        ExponentialMean.span(period, seedLength),
        ExponentialMean.span(period, seedLength));
  }

  @Override
  public RowKernel rows(int symbols) {
    return new TrixRows(period, seed == Seed.MEAN ? period : 1, warmup(), symbols);
  }

  private static final class State implements CheckedIndicator {
    private final int withheld;
    private final TripleMean mean;

    /** As it was, in case that a block cannot be had. */
    private final TripleMean meanBefore;

    /** Until there is a value. */
    private final ExponentialMean first;

    private final ExponentialMean second;
    private final ExponentialMean third;
    private double[][] scratch = {};
    private int seen;
    private double smooth = Double.NaN;
    private double value = Double.NaN;

    State(
        int withheld,
        TripleMean mean,
        ExponentialMean first,
        ExponentialMean second,
        ExponentialMean third) {
      this.withheld = withheld;
      this.mean = mean;
      meanBefore = new TripleMean(mean);
      this.first = first;
      this.second = second;
      this.third = third;
    }

    @Override
    public double update(double x) {
      if (!Double.isFinite(x)) {
        first.clear();
        second.clear();
        third.clear();
        seen = 0;
        smooth = Double.NaN;
        value = Double.NaN;
        return value;
      }
      if (seen == withheld) {
        double before = smooth;
        smooth = mean.add(x);
        value = change(smooth, before);
      } else {
        warmUp(x);
      }
      return value;
    }

    private void warmUp(double x) {
      double once = first.add(x);
      double twice = next(second, once);
      smooth = next(third, twice);
      if (++seen == withheld) {
        mean.start(once, twice, smooth);
      }
    }

    private static double next(ExponentialMean mean, double x) {
      return Double.isNaN(x) ? Double.NaN : mean.add(x);
    }

    private static double change(double now, double before) {
      return 100 * Ratio.of(now - before, before);
    }

    @Override
    public boolean warm() {
      return seen == withheld;
    }

    @Override
    public boolean attempt(double[] in, int from, int to, double[][] out, int outFrom) {
      if (scratch.length == 0) {
        scratch = new double[2][SIZE];
      }
      int n = to - from;
      double[] e = scratch[0];
      double[] before = scratch[1];
      meanBefore.become(mean);
      if (!mean.add(in, from, to, e)) {
        mean.become(meanBefore);
        return false;
      }
      before[0] = smooth;
      System.arraycopy(e, 0, before, 1, n - 1);
      smooth = e[n - 1];
      changes(e, before, n);
      value = e[n - 1];
      System.arraycopy(e, 0, out[0], outFrom, n);
      return true;
    }

    /** Replaces numbers by their changes, as {@link #change} has them. */
    private static void changes(double[] now, double[] before, int n) {
      for (int i = 0; i < n; i++) {
        double ratio = (now[i] - before[i]) / before[i];
        now[i] = 100 * (ratio + 0 * ratio); // NaN where infinite
      }
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy =
          new State(withheld, new TripleMean(mean), first.copy(), second.copy(), third.copy());
      copy.seen = seen;
      copy.smooth = smooth;
      copy.value = value;
      return copy;
    }
  }
}
