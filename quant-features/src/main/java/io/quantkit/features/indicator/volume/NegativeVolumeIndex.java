package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * The negative volume index: an index that changes as the close does, {@code index[t] = index[t-1]
 * close[t] / close[t-1]}, on bars whose volume is below that of the bar before, and stays on
 * others; Tulip's {@code nvi}.
 *
 * <p>A pure number. Begins with the base at the first bar and has no warm-up. Its level depends on
 * where the stream begins, so it never settles. Source: P. Dysart, 1936; N. Fosback, Stock Market
 * Logic, 1976.
 *
 * @param base the first value, positive and finite; usually 1000
 */
public record NegativeVolumeIndex(double base) implements Feature {

  /**
   * Creates an index.
   *
   * @throws IllegalArgumentException if the base is not positive and finite
   */
  public NegativeVolumeIndex {
    Parameters.positive("base", base);
  }

  /** Creates an index that begins with 1000. */
  public NegativeVolumeIndex() {
    this(1000);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "nvi", FeatureName.text(base), "raw"));
  }

  @Override
  public int warmup(int output) {
    return 0;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(GapKernel.CLOSE | GapKernel.VOLUME, 1, new Step(base));
  }

  private static final class Step implements BarStep {
    private final double base;
    private double index;
    private double lastClose = Double.NaN;
    private double lastVolume;

    Step(double base) {
      this.base = base;
    }

    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      if (Double.isNaN(lastClose)) {
        index = base;
      } else if (volume < lastVolume) {
        index *= close / lastClose;
      }
      out[0] = index;
      lastClose = close;
      lastVolume = volume;
    }

    @Override
    public void clear() {
      lastClose = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(base);
      copy.index = index;
      copy.lastClose = lastClose;
      copy.lastVolume = lastVolume;
      return copy;
    }
  }
}
