package io.quantkit.features.econometric;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.MeasuredKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.RecomputedWindow;
import io.quantkit.features.kernel.WindowFunction;
import java.util.Arrays;
import java.util.List;

/**
 * {@link Normality#shapiroWilk} and {@link Normality#jarqueBera} of a rolling window: how far from
 * normal are the last numbers?
 *
 * <p>Outputs: Shapiro and Wilk's {@code W}, within [0, 1] and 1 for normal numbers, its p-value,
 * Jarque and Bera's statistic, at least 0, and its p-value. Warm-up {@code period - 1}, one more
 * for returns; {@code NaN} of equal numbers. A step costs {@code O(period log(period))}. Source: S.
 * Shapiro and M. Wilk, Biometrika 52, 1965; C. Jarque and A. Bera, Economics Letters 6, 1980.
 *
 * @param period the window, within 8 to 5000
 * @param measured what of the input is used
 * @param input what is measured
 */
public record RollingNormality(int period, Measured measured, Input input) implements Indicator {

  private static final class Window implements WindowFunction {
    private final ShapiroWilk test;
    private final double[] sorted;

    Window(int period) {
      test = new ShapiroWilk(period);
      sorted = new double[period];
    }

    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      System.arraycopy(cells, from, sorted, 0, sorted.length);
      Arrays.sort(sorted);
      double lack = test.lack(sorted);
      out[0] = 1 - lack;
      out[1] = test.pValue(lack);
      out[2] = jarqueBera(sorted);
      out[3] = StrictMath.exp(-out[2] / 2);
    }
  }

  /** Moments are those of numbers within [0, 1], whose powers neither overflow nor vanish. */
  private static double jarqueBera(double[] sorted) {
    int n = sorted.length;
    double range = sorted[n - 1] - sorted[0];
    double mean = 0;
    for (double x : sorted) {
      mean += (x - sorted[0]) / range / n;
    }
    double two = 0;
    double three = 0;
    double four = 0;
    for (double x : sorted) {
      double d = (x - sorted[0]) / range - mean;
      two += d * d / n;
      three += d * d * d / n;
      four += d * d * d * d / n;
    }
    double skewness = three / (two * Math.sqrt(two));
    double kurtosis = four / (two * two) - 3;
    return n / 6.0 * (skewness * skewness + kurtosis * kurtosis / 4);
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RollingNormality {
    Parameters.atLeast("period", period, 8);
    if (period > ShapiroWilk.MOST) {
      throw new IllegalArgumentException(
          "period must be at most " + ShapiroWilk.MOST + ", was " + period);
    }
  }

  /** Creates tests of the simple returns of closes. */
  public RollingNormality(int period) {
    this(period, Measured.RETURNS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "normality",
        measured,
        input,
        Integer.toString(period),
        "shapiro-wilk",
        "shapiro-wilk-p",
        "jarque-bera",
        "jarque-bera-p");
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
    return new MeasuredKernel(measured, new RecomputedWindow(period, () -> new Window(period)), 4);
  }
}
