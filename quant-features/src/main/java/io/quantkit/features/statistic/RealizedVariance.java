package io.quantkit.features.statistic;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.MeasuredKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.WindowMean;
import io.quantkit.features.kernel.WindowStatistic;
import java.util.List;

/**
 * The mean squared logarithmic return of the last day, week and month: the regressors of {@link
 * io.quantkit.features.econometric.HarModel}.
 *
 * <p>In returns squared, at least 0. The first output is {@code r[t]^2}, the others means over
 * {@code week} and {@code month} bars. Warm-up 1, {@code week} and {@code month}. Does not drift.
 * Source: F. Corsi, Journal of Financial Econometrics 7, 2009.
 *
 * @param week in bars, at least 1; 5 for daily bars
 * @param month in bars, at least the week; 22 for daily bars
 * @param input what is measured
 */
public record RealizedVariance(int week, int month, Input input) implements Indicator {

  /** The position of the last squared return among the outputs. */
  public static final int DAY = 0;

  /** The position of the week's mean among the outputs. */
  public static final int WEEK = 1;

  /** The position of the month's mean among the outputs. */
  public static final int MONTH = 2;

  private static final class State implements WindowStatistic {
    private final WindowMean week;
    private final WindowMean month;
    private double day;

    State(WindowMean week, WindowMean month) {
      this.week = week;
      this.month = month;
    }

    @Override
    public void clear() {
      week.clear();
      month.clear();
    }

    @Override
    public boolean add(double x) {
      day = x * x;
      week.add(day);
      month.add(day);
      return true;
    }

    @Override
    public void write(double[] out) {
      out[DAY] = day;
      out[WEEK] = Math.max(0, week.mean());
      out[MONTH] = Math.max(0, month.mean());
    }

    @Override
    public WindowStatistic copy() {
      State copy = new State(week.copy(), month.copy());
      copy.day = day;
      return copy;
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RealizedVariance {
    Parameters.atLeast("week", week, 1);
    Parameters.atLeast("month", month, week);
  }

  /** Creates variances of the returns of closes. */
  public RealizedVariance(int week, int month) {
    this(week, month, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "realized-variance",
        Measured.LOG_RETURNS,
        input,
        week + "x" + month,
        "day",
        "week",
        "month");
  }

  @Override
  public int warmup(int output) {
    return output == DAY ? 1 : output == WEEK ? week : month;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new MeasuredKernel(
        Measured.LOG_RETURNS, new State(new WindowMean(week), new WindowMean(month)), 3);
  }
}
