package io.quantkit.features.timeframe;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.indicator.momentum.Rsi;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether relative strength agrees across timeframes: of the bars themselves and of the last
 * finished bar of each higher timeframe.
 *
 * <p>Outputs, in order: alignment, the mean over the timeframes of the sign of {@code rsi - 50},
 * within [-1, 1]; the mean of the indices, within [0, 100]; and their spread, the largest less the
 * smallest, within [0, 100]. Warm-up and missing numbers as {@link HigherTimeframe} has them. The
 * index is {@link Rsi}, of closes.
 *
 * @param timeframes the higher timeframes, of one base
 * @param period the smoothing in bars of each timeframe, at least 1
 */
public record RsiAlignment(List<HigherBars> timeframes, int period) implements Feature {

  /** The position of the alignment among the outputs: 0. */
  public static final int ALIGNMENT = 0;

  /** The position of the mean among the outputs: 1. */
  public static final int MEAN = 1;

  /** The position of the spread among the outputs: 2. */
  public static final int SPREAD = 2;

  /**
   * Creates an alignment.
   *
   * @throws IllegalArgumentException if there is no timeframe, two are the same or have different
   *     bases, or the period is below 1
   */
  public RsiAlignment {
    timeframes = Timeframes.check(timeframes);
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1, was " + period);
    }
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = "rsi-across_of_" + Timeframes.label(timeframes);
    return List.of(
        FeatureName.of("tech", indicator, period, "alignment"),
        FeatureName.of("tech", indicator, period, "mean"),
        FeatureName.of("tech", indicator, period, "spread"));
  }

  private List<Feature> indices() {
    List<Feature> all = new ArrayList<>();
    all.add(new Rsi(period));
    for (HigherBars bars : timeframes) {
      all.add(HigherTimeframe.finished(new Rsi(period), bars));
    }
    return all;
  }

  @Override
  public int warmup(int output) {
    return Timeframes.warmup(indices());
  }

  /** Signs do not differ by a little: returns after how many bars the indices agree to 1e-12. */
  @Override
  public int settle(double eps) {
    return Timeframes.settle(indices(), 1e-12);
  }

  @Override
  public FeatureKernel start() {
    return new AcrossTimeframes(Timeframes.start(indices()), RsiAlignment::read);
  }

  private static double read(FeatureKernel[] kernels, int output) {
    double signs = 0;
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (FeatureKernel kernel : kernels) {
      double rsi = kernel.value(0);
      signs += Math.signum(rsi - 50);
      sum += rsi;
      least = Math.min(least, rsi);
      largest = Math.max(largest, rsi);
    }
    return switch (output) {
      case ALIGNMENT -> signs / kernels.length;
      case MEAN -> sum / kernels.length;
      default -> largest - least;
    };
  }
}
