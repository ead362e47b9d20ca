package io.quantkit.features.statistic;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.MeasuredKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingPowers;
import io.quantkit.features.kernel.WindowStatistic;
import java.util.List;

/**
 * Mean, variance, skewness and excess kurtosis of a rolling window, in one pass.
 *
 * <p>{@link Bias#SAMPLE} corrects for the bias of a sample as pandas does: {@code var = m2 n / (n -
 * 1)}, {@code G1 = sqrt(n (n - 1)) / (n - 2) g1}, {@code G2 = (n - 1) / ((n - 2) (n - 3)) ((n + 1)
 * g2 + 6)} with {@code g1 = m3 / m2^1.5} and {@code g2 = m4 / m2^2 - 3}; {@link Bias#POPULATION}
 * gives {@code m2}, {@code g1} and {@code g2}. The mean has the unit of what is measured, the
 * variance its square, the others none. Warm-up {@code period - 1}, one more for returns; skewness
 * and kurtosis are {@code NaN} of equal numbers. Does not drift. Source: D. Joanes and C. Gill, The
 * Statistician 47, 1998.
 *
 * @param period the window, in measured numbers, at least 4
 * @param bias which estimates
 * @param measured what of the input is used
 * @param input what is measured
 */
public record RollingMoments(int period, Bias bias, Measured measured, Input input)
    implements Indicator {

  /** The position of the mean among the outputs. */
  public static final int MEAN = 0;

  /** The position of the variance among the outputs. */
  public static final int VARIANCE = 1;

  /** The position of the skewness among the outputs. */
  public static final int SKEWNESS = 2;

  /** The position of the excess kurtosis among the outputs. */
  public static final int KURTOSIS = 3;

  /** Which estimates of moments. */
  public enum Bias {
    /** Corrected for the bias of a sample. */
    SAMPLE,
    /** Of the window as a population. */
    POPULATION
  }

  private record State(int period, Bias bias, SlidingPowers window) implements WindowStatistic {
    @Override
    public void clear() {
      window.clear();
    }

    @Override
    public boolean add(double x) {
      return window.add(x);
    }

    @Override
    public void write(double[] out) {
      double n = period;
      boolean sample = bias == Bias.SAMPLE;
      double m2 = window.second() / n;
      double g1 = m2 > 0 ? window.third() / n / (m2 * Math.sqrt(m2)) : Double.NaN;
      double g2 = m2 > 0 ? window.fourth() / n / (m2 * m2) - 3 : Double.NaN;
      out[MEAN] = window.mean();
      out[VARIANCE] = sample ? window.second() / (n - 1) : m2;
      out[SKEWNESS] = sample ? Math.sqrt(n * (n - 1)) / (n - 2) * g1 : g1;
      out[KURTOSIS] = sample ? (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6) : g2;
    }

    @Override
    public WindowStatistic copy() {
      return new State(period, bias, window.copy());
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RollingMoments {
    Parameters.atLeast("period", period, 4);
  }

  /** Creates sample moments of the simple returns of closes. */
  public RollingMoments(int period) {
    this(period, Bias.SAMPLE, Measured.RETURNS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        bias == Bias.SAMPLE ? "moments" : "moments-population",
        measured,
        input,
        Integer.toString(period),
        "mean",
        "variance",
        "skewness",
        "kurtosis");
  }

  @Override
  public int warmup(int output) {
    return measured.lead() + period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new MeasuredKernel(measured, new State(period, bias, new SlidingPowers(period)), 4);
  }
}
