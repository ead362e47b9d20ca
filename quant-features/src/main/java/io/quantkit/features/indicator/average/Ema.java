package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.RowIndicator;
import io.quantkit.features.RowKernel;
import io.quantkit.features.Seed;
import io.quantkit.features.kernel.CheckedIndicator;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.rows.ExponentialMeans;
import java.util.List;

/**
 * The exponential moving average: {@code ema[t] = (1 - a) ema[t-1] + a x[t]} with {@code a = 2 /
 * (period + 1)}.
 *
 * <p>In the unit of the input; stays within a few units in the last place of the range of the
 * inputs. Warm-up {@code period - 1}.
 *
 * @param period the span, in observations, at least 1
 * @param input what is averaged
 * @param seed where the recursion begins; TA-Lib's way is {@link Seed#MEAN}
 */
public record Ema(int period, Input input, Seed seed) implements RowIndicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Ema {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1, was " + period);
    }
  }

  /** Creates an average of closes that is seeded with a mean. */
  public Ema(int period) {
    this(period, Input.CLOSE, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.MEAN ? "ema" : "ema-first";
    return List.of(FeatureName.of("tech", indicator, period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(2 / (period + 1.0), eps / 2);
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(period - 1, ExponentialMean.span(period, seed == Seed.MEAN ? period : 1));
  }

  @Override
  public RowKernel rows(int symbols) {
    ExponentialMeans means = ExponentialMeans.span(period, seed == Seed.MEAN ? period : 1, symbols);
    return (before, in, out) -> means.add(in[0], out[0]);
  }

  private static final class State implements CheckedIndicator {

    private final int withheld;
    private final ExponentialMean mean;
    private double[] work = {};
    private int seen;
    private double value = Double.NaN;

    State(int withheld, ExponentialMean mean) {
      this.withheld = withheld;
      this.mean = mean;
    }

    @Override
    public double update(double x) {
      if (!Double.isFinite(x)) {
        mean.clear();
        seen = 0;
        value = Double.NaN;
        return value;
      }
      double next = mean.add(x);
      if (seen < withheld) {
        seen++;
        next = Double.NaN;
      }
      value = next;
      return value;
    }

    @Override
    public boolean warm() {
      return seen == withheld && mean.started();
    }

    @Override
    public boolean attempt(double[] in, int from, int to, double[][] out, int outFrom) {
      boolean inPlace = in == out[0];
      if (inPlace && work.length == 0) {
        work = new double[SIZE];
      }
      double[] told = inPlace ? work : out[0];
      int at = inPlace ? 0 : outFrom;
      if (!mean.add(in, from, to, told, at)) {
        return false;
      }
      value = told[at + to - from - 1];
      if (inPlace) {
        System.arraycopy(work, 0, in, from, to - from);
      }
      return true;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(withheld, mean.copy());
      copy.seen = seen;
      copy.value = value;
      return copy;
    }
  }
}
