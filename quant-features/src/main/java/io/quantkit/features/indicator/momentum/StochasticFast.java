package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.RowFeature;
import io.quantkit.features.RowKernel;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Stages;
import java.util.List;
import java.util.Locale;

/**
 * The fast stochastic: where in the range of the last bars the close is, {@code k = 100 (close -
 * lowest) / (highest - lowest)}, and a moving average {@code d} of it.
 *
 * <p>TA-Lib's {@code STOCHF}. Both within [0, 100]. {@code k} is 0 where there is no range, as
 * TA-Lib has it. Warm-up {@code window - 1} for {@code k}, and that of the average more for {@code
 * d}; TA-Lib withholds {@code k} until there is a {@code d}. TTR's {@code stoch} is a hundredth of
 * it. Source: G. Lane, Stocks and Commodities, 1984 (14, 3).
 *
 * @param window the bars of the range, at least 1
 * @param smoothing the period of the average, at least 1
 * @param kind the average
 */
public record StochasticFast(int window, int smoothing, AverageKind kind) implements RowFeature {

  /** The position of the position in the range among the outputs: 0. */
  public static final int K = 0;

  /** The position of its average among the outputs: 1. */
  public static final int D = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public StochasticFast {
    Parameters.atLeast("window", window, 1);
    Parameters.atLeast("smoothing", smoothing, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    String lengths = window + "x" + smoothing;
    return List.of(
        FeatureName.of(
            "tech",
            kind == AverageKind.SMA
                ? "stochastic-fast"
                : "stochastic-fast-" + kind.name().toLowerCase(Locale.ROOT),
            lengths,
            "k"),
        FeatureName.of(
            "tech",
            kind == AverageKind.SMA
                ? "stochastic-fast"
                : "stochastic-fast-" + kind.name().toLowerCase(Locale.ROOT),
            lengths,
            "d"));
  }

  @Override
  public int warmup(int output) {
    return window - 1 + (output == D ? kind.warmup(smoothing) : 0);
  }

  @Override
  public int settle(double eps) {
    return warmup() + kind.settle(smoothing, eps / 10);
  }

  /** Creates a stochastic with a simple average. */
  public StochasticFast(int window, int smoothing) {
    this(window, smoothing, AverageKind.SMA);
  }

  @Override
  public FeatureKernel start() {
    return new RangePosition(window, Stages.memory(), RangePosition.average(kind, smoothing));
  }

  @Override
  public List<Input> inputs() {
    return List.of(Input.HIGH, Input.LOW, Input.CLOSE);
  }

  @Override
  public RowKernel rows(int symbols) {
    return new RangePositionRows(
        window, RowMean.none(), RowMean.of(kind, smoothing, symbols), symbols);
  }
}
