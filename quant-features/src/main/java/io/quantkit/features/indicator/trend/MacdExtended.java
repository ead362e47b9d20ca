package io.quantkit.features.indicator.trend;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.kernel.NumberFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;
import java.util.Locale;

/**
 * Moving average convergence and divergence with averages of any kind: the line {@code
 * average(fast) - average(slow)}, its signal, an average of the line, and the histogram {@code line
 * - signal}.
 *
 * <p>TA-Lib's {@code MACDEXT}. In the unit of the input. The averages of the line begin so that
 * their first values are those of one bar, see {@link Begin#TOGETHER}. The three appear together,
 * after the warm-ups of the slower average and of the signal. See {@link Macd}.
 *
 * <p>The difference is taken as asked for; TA-Lib exchanges the two where the fast period is above
 * the slow one.
 *
 * @param fast the period of the fast average, at least 1
 * @param fastKind the fast average
 * @param slow the period of the slow average, at least 1
 * @param slowKind the slow average
 * @param signal the period of the signal, at least 1
 * @param signalKind the signal
 * @param input what it is computed from
 */
public record MacdExtended(
    int fast,
    AverageKind fastKind,
    int slow,
    AverageKind slowKind,
    int signal,
    AverageKind signalKind,
    Input input)
    implements Indicator {

  /** The position of the line among the outputs: 0. */
  public static final int LINE = 0;

  /** The position of the signal among the outputs: 1. */
  public static final int SIGNAL = 1;

  /** The position of the histogram among the outputs: 2. */
  public static final int HISTOGRAM = 2;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public MacdExtended {
    Parameters.atLeast("fast", fast, 1);
    Parameters.atLeast("slow", slow, 1);
    Parameters.atLeast("signal", signal, 1);
  }

  /** Creates an indicator of closes. */
  public MacdExtended(
      int fast,
      AverageKind fastKind,
      int slow,
      AverageKind slowKind,
      int signal,
      AverageKind signalKind) {
    this(fast, fastKind, slow, slowKind, signal, signalKind, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    String lengths = fast + "x" + slow + "x" + signal;
    return List.of(
        FeatureName.of(
            "tech",
            "macd-"
                + fastKind.name().toLowerCase(Locale.ROOT)
                + "-"
                + slowKind.name().toLowerCase(Locale.ROOT)
                + "-"
                + signalKind.name().toLowerCase(Locale.ROOT),
            lengths,
            input.aggregation("line")),
        FeatureName.of(
            "tech",
            "macd-"
                + fastKind.name().toLowerCase(Locale.ROOT)
                + "-"
                + slowKind.name().toLowerCase(Locale.ROOT)
                + "-"
                + signalKind.name().toLowerCase(Locale.ROOT),
            lengths,
            input.aggregation("signal")),
        FeatureName.of(
            "tech",
            "macd-"
                + fastKind.name().toLowerCase(Locale.ROOT)
                + "-"
                + slowKind.name().toLowerCase(Locale.ROOT)
                + "-"
                + signalKind.name().toLowerCase(Locale.ROOT),
            lengths,
            input.aggregation("histogram")));
  }

  @Override
  public int warmup(int output) {
    return Math.max(fastKind.warmup(fast), slowKind.warmup(slow)) + signalKind.warmup(signal);
  }

  @Override
  public int settle(double eps) {
    return warmup()
        + fastKind.settle(fast, eps / 1000)
        + slowKind.settle(slow, eps / 1000)
        + signalKind.settle(signal, eps / 1000);
  }

  @Override
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(
        this,
        this::step,
        Begin.TOGETHER.stage(fastKind, fast, slowKind.warmup(slow)),
        Begin.TOGETHER.stage(slowKind, slow, fastKind.warmup(fast)),
        signalKind.kernel(signal));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    out[LINE] = stages[0].update(x) - stages[1].update(x);
    out[SIGNAL] = stages[2].update(out[LINE]);
    out[HISTOGRAM] = out[LINE] - out[SIGNAL];
  }
}
