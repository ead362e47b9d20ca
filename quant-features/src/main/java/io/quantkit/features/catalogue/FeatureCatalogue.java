package io.quantkit.features.catalogue;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.Feature;
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
   * Returns what there is to tell about each factor.
   *
   * @param benchmark what is measured against something is measured against this; it stands for the
   *     sector without a name too
   */
  public static List<FactorEntry> factorEntries(Symbol benchmark) {
    return CrossSectionEntries.entries(benchmark);
  }

  /**
   * Returns the factors; each recipe occurs, names are distinct.
   *
   * @param benchmark what is measured against something is measured against this; it stands for the
   *     sector without a name too
   */
  public static List<Factor> factors(Symbol benchmark) {
    return factorEntries(benchmark).stream().map(FactorEntry::factor).toList();
  }
}
