package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.RowFeature;
import io.quantkit.features.RowKernel;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.kernel.Parameters;
import java.util.List;
import java.util.Locale;

/**
 * The slow stochastic: a moving average {@code k} of the position of the close in the range of the
 * last bars, {@code 100 (close - lowest) / (highest - lowest)}, and a moving average {@code d} of
 * {@code k}.
 *
 * <p>TA-Lib's {@code STOCH}. Both within [0, 100] if the averages stay within the range of their
 * inputs. The position is 0 where there is no range, as TA-Lib has it. Warm-up {@code window - 1}
 * and those of the averages; TA-Lib withholds {@code k} until there is a {@code d}. Source: G.
 * Lane, Stocks and Commodities, 1984 (14, 3, 3).
 *
 * @param window the bars of the range, at least 1
 * @param slowing the period of the average that k is, at least 1
 * @param slowingKind that average
 * @param smoothing the period of the average that d is, at least 1
 * @param smoothingKind that average
 */
public record Stochastic(
    int window, int slowing, AverageKind slowingKind, int smoothing, AverageKind smoothingKind)
    implements RowFeature {

  /** The position of the average of the position in the range among the outputs: 0. */
  public static final int K = 0;

  /** The position of the average of k among the outputs: 1. */
  public static final int D = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public Stochastic {
    Parameters.atLeast("window", window, 1);
    Parameters.atLeast("slowing", slowing, 1);
    Parameters.atLeast("smoothing", smoothing, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    String lengths = window + "x" + slowing + "x" + smoothing;
    return List.of(
        FeatureName.of(
            "tech",
            slowingKind == AverageKind.SMA && smoothingKind == AverageKind.SMA
                ? "stochastic"
                : "stochastic-"
                    + slowingKind.name().toLowerCase(Locale.ROOT)
                    + "-"
                    + smoothingKind.name().toLowerCase(Locale.ROOT),
            lengths,
            "k"),
        FeatureName.of(
            "tech",
            slowingKind == AverageKind.SMA && smoothingKind == AverageKind.SMA
                ? "stochastic"
                : "stochastic-"
                    + slowingKind.name().toLowerCase(Locale.ROOT)
                    + "-"
                    + smoothingKind.name().toLowerCase(Locale.ROOT),
            lengths,
            "d"));
  }

  @Override
  public int warmup(int output) {
    return window
        - 1
        + slowingKind.warmup(slowing)
        + (output == D ? smoothingKind.warmup(smoothing) : 0);
  }

  @Override
  public int settle(double eps) {
    return warmup()
        + slowingKind.settle(slowing, eps / 10)
        + smoothingKind.settle(smoothing, eps / 10);
  }

  /** Creates a stochastic with simple averages. */
  public Stochastic(int window, int slowing, int smoothing) {
    this(window, slowing, AverageKind.SMA, smoothing, AverageKind.SMA);
  }

  @Override
  public FeatureKernel start() {
    return new RangePosition(
        window,
        RangePosition.average(slowingKind, slowing),
        RangePosition.average(smoothingKind, smoothing));
  }

  @Override
  public List<Input> inputs() {
    return List.of(Input.HIGH, Input.LOW, Input.CLOSE);
  }

  @Override
  public RowKernel rows(int symbols) {
    return new RangePositionRows(
        window,
        RowMean.of(slowingKind, slowing, symbols),
        RowMean.of(smoothingKind, smoothing, symbols),
        symbols);
  }
}
