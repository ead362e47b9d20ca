package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * The negative volume index: an index that changes as the close does, {@code index[t] = index[t-1]
 * close[t] / close[t-1]}, on bars whose volume is below that of the bar before, and stays on
 * others; Tulip's {@code nvi}. StockCharts and pandas-ta add the change in hundredths instead.
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
    return new GapKernel(GapKernel.CLOSE | GapKernel.VOLUME, 1, new VolumeIndex(base, -1));
  }
}
