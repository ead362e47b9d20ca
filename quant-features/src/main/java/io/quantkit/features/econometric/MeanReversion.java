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
 * How strongly the numbers of a rolling window revert to their mean: the regression {@code x[t+1] -
 * x[t] = a + s x[t] + e}, a discrete Ornstein-Uhlenbeck process.
 *
 * <p>Outputs: the strength {@code -s}, the share of a deviation that is gone after one bar; the
 * half-life {@code -ln(2) / ln(1 + s)} in bars, within [0, 10 period]: 0 if a deviation turns over
 * within a bar ({@code s <= -1}), the upper end if the half-life is longer or there is no reversion
 * ({@code s >= 0}); the mean {@code -a / s} that it reverts to; the volatility {@code
 * sqrt(mean(e^2))} per bar; and the t-statistic of {@code s}, which is {@link DickeyFuller}'s
 * without lags. {@link OrnsteinUhlenbeck#fit} explains the parameters. Warm-up {@code period - 1},
 * one more for returns; {@code NaN} of equal numbers. A step costs {@code O(period)}.
 *
 * @param period the window, at least 5
 * @param measured what of the input is used
 * @param input what is measured
 */
public record MeanReversion(int period, Measured measured, Input input) implements Indicator {

  /** The position of the strength among the outputs. */
  public static final int STRENGTH = 0;

  /** The position of the half-life among the outputs. */
  public static final int HALF_LIFE = 1;

  /** The position of the mean among the outputs. */
  public static final int MEAN = 2;

  /** The position of the volatility among the outputs. */
  public static final int VOLATILITY = 3;

  /** The position of the t-statistic among the outputs. */
  public static final int T = 4;

  private static final class Window implements WindowFunction {
    private final double longest;
    private final double[] line;
    private final LeastSquares fit;

    Window(double longest, double[] line, LeastSquares fit) {
      this.longest = longest;
      this.line = line;
      this.fit = fit;
    }

    Window(int period) {
      this(10.0 * period, new double[3], new LeastSquares(period - 1, 2));
    }

    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      OrnsteinUhlenbeck.regress(cells, from, to, line);
      double slope = line[0];
      out[STRENGTH] = -slope;
      out[HALF_LIFE] = halfLife(slope);
      out[MEAN] = line[1];
      out[VOLATILITY] = Math.sqrt(line[2]);
      out[T] = DickeyFuller.statistic(cells, from, to, Deterministic.CONSTANT, 0, fit);
    }

    private double halfLife(double slope) {
      if (Double.isNaN(slope)) {
        return Double.NaN;
      }
      if (slope <= -1) {
        return 0;
      }
      return slope >= 0 ? longest : Math.min(longest, -StrictMath.log(2) / StrictMath.log1p(slope));
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public MeanReversion {
    Parameters.atLeast("period", period, 5);
  }

  /** Creates parameters of logarithms of closes. */
  public MeanReversion(int period) {
    this(period, Measured.LOGS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "mean-reversion",
        measured,
        input,
        Integer.toString(period),
        "strength",
        "halflife",
        "mean",
        "volatility",
        "t");
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
    return new MeasuredKernel(measured, new RecomputedWindow(period, () -> new Window(period)), 5);
  }
}
