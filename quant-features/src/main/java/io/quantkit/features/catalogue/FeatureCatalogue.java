package io.quantkit.features.catalogue;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.Feature;
import io.quantkit.features.crosssection.Beta;
import io.quantkit.features.crosssection.CrossSectionalRank;
import io.quantkit.features.crosssection.CrossSectionalZScore;
import io.quantkit.features.crosssection.FeatureFactor;
import io.quantkit.features.crosssection.IdiosyncraticVolatility;
import io.quantkit.features.indicator.momentum.Roc;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.volatility.Bollinger;
import java.util.List;
import java.util.stream.Stream;

/** Every feature and factor of this module, with usual parameters. */
public final class FeatureCatalogue {
  private FeatureCatalogue() {}

  /** Returns what there is to tell about each feature, by family. */
  public static List<FeatureEntry> entries() {
    return Stream.of(
            AverageEntries.entries(),
            TrendEntries.entries(),
            MomentumEntries.entries(),
            VolatilityEntries.entries(),
            VolumeEntries.entries(),
            PriceEntries.entries(),
            PairEntries.entries(),
            StatisticEntries.entries(),
            TransformEntries.entries())
        .flatMap(List::stream)
        .toList();
  }

  /** Returns the features; each recipe and each of its conventions occurs, names are distinct. */
  public static List<Feature> features() {
    return entries().stream().map(FeatureEntry::feature).toList();
  }

  /**
   * Returns the factors that need more than one symbol.
   *
   * @param benchmark what beta and idiosyncratic volatility are measured against
   */
  public static List<Factor> factors(Symbol benchmark) {
    return List.of(
        FeatureFactor.of(new Roc(10, Roc.Scale.FRACTION)),
        FeatureFactor.of(new Bollinger(20)),
        CrossSectionalRank.of(new Rsi(14)),
        new CrossSectionalRank(FeatureFactor.of(new Rsi(21)), CrossSectionalRank.Scale.PERCENT),
        CrossSectionalZScore.of(new Roc(20, Roc.Scale.LOG)),
        new Beta(benchmark, 60),
        new IdiosyncraticVolatility(benchmark, 60));
  }
}
