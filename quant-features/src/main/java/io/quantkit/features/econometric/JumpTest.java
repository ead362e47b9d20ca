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
 * {@link Jumps#bipower} of the logarithmic returns in a rolling window: realised variance and
 * bipower variation, in returns squared, the share of the variance that is due to jumps, within [0,
 * 1], and the normal statistic of that share.
 *
 * <p>Warm-up {@code period}; the share and the statistic are {@code NaN} if prices do not move. A
 * step costs {@code O(period)}. Source: O. Barndorff-Nielsen and N. Shephard, Journal of Financial
 * Econometrics 2, 2004; X. Huang and G. Tauchen, same journal 3, 2005.
 *
 * @param period the window, in returns, at least 4; the bars of a day, for instance
 * @param input what is measured
 */
public record JumpTest(int period, Input input) implements Indicator {

  private static final class Window implements WindowFunction {
    private final double[] powers;
    private final double[] numbers;

    Window(double[] powers, double[] numbers) {
      this.powers = powers;
      this.numbers = numbers;
    }

    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      Jumps.bipower(cells, from, to, powers, numbers);
      out[0] = numbers[0];
      out[1] = numbers[1];
      out[2] = numbers[0] > 0 ? Math.max(0, 1 - numbers[1] / numbers[0]) : Double.NaN;
      out[3] = numbers[2];
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public JumpTest {
    Parameters.atLeast("period", period, 4);
  }

  /** Creates a test of closes. */
  public JumpTest(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "jump",
        Measured.LOG_RETURNS,
        input,
        Integer.toString(period),
        "realized",
        "bipower",
        "share",
        "z");
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
        Measured.LOG_RETURNS,
        new RecomputedWindow(period, () -> new Window(new double[period], new double[3])),
        4);
  }
}
