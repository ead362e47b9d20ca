package io.quantkit.features.catalogue;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.Feature;
import io.quantkit.features.microstructure.OrderFlowFeature;
import java.util.List;
import java.util.stream.Stream;

/** Every feature and factor of this module, with usual parameters. */
public final class FeatureCatalogue {
  private FeatureCatalogue() {}

  /** Returns what there is to tell about each feature, by family. */
  public static List<FeatureEntry> entries() {
    return Stream.of(
            AverageEntries.entries(),
            CycleEntries.entries(),
            RegressionEntries.entries(),
            TrendEntries.entries(),
            TrendFollowingEntries.entries(),
            MomentumEntries.entries(),
            OscillatorEntries.entries(),
            VolatilityEntries.entries(),
            VolumeEntries.entries(),
            CandleEntries.entries(),
            PriceEntries.entries(),
            PairEntries.entries(),
            StatisticEntries.entries(),
            MicrostructureEntries.entries(),
            PatternEntries.entries(),
            RegimeEntries.entries(),
            TimeframeEntries.entries(),
            TransformEntries.entries())
        .flatMap(List::stream)
        .toList();
  }

  /** Returns the features; each recipe and each of its conventions occurs, names are distinct. */
  public static List<Feature> features() {
    return entries().stream().map(FeatureEntry::feature).toList();
  }

  /** Returns what there is to tell about each feature over trades, quotes and books. */
  public static List<FlowEntry> flowEntries() {
    return FlowEntries.entries();
  }

  /** Returns the features over trades, quotes and books; names are distinct. */
  public static List<OrderFlowFeature> flowFeatures() {
    return flowEntries().stream().map(FlowEntry::feature).toList();
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
