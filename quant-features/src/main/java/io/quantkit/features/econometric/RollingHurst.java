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
import java.util.List;

/**
 * {@link HurstExponent} of the logarithmic returns in a rolling window: by the rescaled range, by
 * Anis and Lloyd's correction of it, and by detrended fluctuations, with the block lengths 8, 16,
 * 32 and so on up to a quarter of the window.
 *
 * <p>Pure numbers, 0.5 without memory; the first overstates it in short windows. Warm-up {@code
 * period}; {@code NaN} if prices do not move. A step costs {@code O(period log(period))}. Source:
 * H. Hurst, Transactions of the ASCE 116, 1951; A. Anis and E. Lloyd, Biometrika 63, 1976; C. Peng
 * et al., Physical Review E 49, 1994.
 *
 * @param period the window, in returns, at least 64
 * @param input what is measured
 */
public record RollingHurst(int period, Input input) implements Indicator {

  private static final class Window implements WindowFunction {
    private final int[] sizes;
    private final double[] logSizes;
    private final double[] expected;
    private final double[] ranges;
    private final double[] fluctuations;
    private final double[] profile;
    private final double[] box;

    Window(int period) {
      sizes = HurstExponent.usualSizes(period);
      logSizes = new double[sizes.length];
      expected = new double[sizes.length];
      ranges = new double[sizes.length];
      fluctuations = new double[sizes.length];
      profile = new double[period];
      box = new double[period];
      for (int i = 0; i < sizes.length; i++) {
        logSizes[i] = StrictMath.log(sizes[i]);
        expected[i] = StrictMath.log(HurstExponent.expectedRange(sizes[i]));
      }
    }

    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      double mean = Samples.mean(cells, from, to);
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += cells[i] - mean;
        profile[i - from] = sum;
      }
      for (int i = 0; i < sizes.length; i++) {
        ranges[i] = StrictMath.log(HurstExponent.meanRange(cells, from, to, sizes[i]));
        fluctuations[i] = StrictMath.log(Math.sqrt(meanSquare(sizes[i])));
      }
      out[0] = slope(ranges);
      out[2] = slope(fluctuations);
      for (int i = 0; i < sizes.length; i++) {
        ranges[i] -= expected[i];
      }
      out[1] = 0.5 + slope(ranges);
    }

    private double meanSquare(int size) {
      int boxes = profile.length / size;
      double sum = 0;
      for (int b = 0; b < boxes; b++) {
        Kpss.residuals(profile, b * size, (b + 1) * size, true, box);
        sum += Samples.lagged(box, 0, size, 0);
      }
      return sum / (boxes * (double) size);
    }

    private double slope(double[] y) {
      double slope = HurstExponent.slope(logSizes, y);
      return Double.isFinite(slope) ? slope : Double.NaN;
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RollingHurst {
    Parameters.atLeast("period", period, 64);
  }

  /** Creates exponents of closes. */
  public RollingHurst(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "hurst", Measured.LOG_RETURNS, input, Integer.toString(period), "rs", "corrected", "dfa");
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
  public IndicatorKernel kernel() {
    return new MeasuredKernel(
        Measured.LOG_RETURNS, new RecomputedWindow(period, () -> new Window(period)), 3);
  }
}
