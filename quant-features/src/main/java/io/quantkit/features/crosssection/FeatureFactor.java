package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.Arrays;
import java.util.List;

/**
 * A feature computed for every symbol by itself.
 *
 * <p>Each symbol has its own kernel, which sees the bars that exist: a row without a bar leaves it
 * as it is and has {@code NaN} scores. Symbols that may not be traded are computed too.
 *
 * @param feature what is computed
 */
public record FeatureFactor(Feature feature) implements Factor {

  /** Returns the factor of a feature. */
  public static FeatureFactor of(Feature feature) {
    return new FeatureFactor(feature);
  }

  @Override
  public List<String> names() {
    return feature.outputs().stream().map(FeatureName::toString).toList();
  }

  @Override
  public int warmup() {
    return feature.warmup();
  }

  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    FeatureKernel[] kernels = new FeatureKernel[symbols.size()];
    Arrays.setAll(kernels, s -> feature.start());
    return (bars, out) -> {
      for (int s = 0; s < kernels.length; s++) {
        boolean present = bars.has(s);
        if (present) {
          kernels[s].update(
              bars.knownAt(),
              bars.open(s),
              bars.high(s),
              bars.low(s),
              bars.close(s),
              bars.volume(s));
        }
        for (int o = 0; o < out.length; o++) {
          out[o][s] = present ? kernels[s].value(o) : Double.NaN;
        }
      }
    };
  }
}
