package io.quantkit.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.catalogue.FeatureCatalogue;
import io.quantkit.features.catalogue.FeatureEntry;
import io.quantkit.features.catalogue.OutputEntry;
import io.quantkit.features.catalogue.Unit;
import io.quantkit.features.check.LookAheadCheck;
import io.quantkit.features.check.ParityCheck;
import io.quantkit.features.check.SampleBars;
import io.quantkit.features.check.WarmupCheck;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds everything in the catalogue to the laws. */
class FeatureLawsTest {

  static List<Feature> features() {
    return FeatureCatalogue.features();
  }

  static List<FeatureEntry> entries() {
    return FeatureCatalogue.entries();
  }

  static List<Factor> factors() {
    return FeatureCatalogue.factors(Symbol.of("S0"));
  }

  @ParameterizedTest
  @MethodSource("features")
  void noFeatureLooksAhead(Feature feature) {
    for (int seed = 0; seed < 3; seed++) {
      new LookAheadCheck(seed).check(feature, SampleBars.walk(260, seed)).assertClean();
      new LookAheadCheck(seed).check(feature, SampleBars.hostile(260, seed)).assertClean();
    }
  }

  @ParameterizedTest
  @MethodSource("features")
  void batchEqualsStreamToTheBit(Feature feature) {
    for (int seed = 0; seed < 3; seed++) {
      new ParityCheck(seed).check(feature, SampleBars.walk(1200, seed)).assertClean();
      new ParityCheck(seed).check(feature, SampleBars.hostile(1400, seed)).assertClean();
      if (feature instanceof Indicator indicator) {
        new ParityCheck(seed).check(indicator, SampleBars.numbers(1500, seed)).assertClean();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("features")
  void batchEqualsStreamOnAThousandHostileSeries(Feature feature) {
    int size = Math.min(150, 20 + 2 * feature.warmup());
    for (int seed = 0; seed < 1000; seed++) {
      new ParityCheck(seed).check(feature, SampleBars.hostile(size, seed)).assertClean();
    }
  }

  @ParameterizedTest
  @MethodSource("features")
  void warmupIsExactAndARestartSettles(Feature feature) {
    for (int seed = 0; seed < 3; seed++) {
      new WarmupCheck().check(feature, SampleBars.walk(1500, seed)).assertClean();
    }
  }

  @ParameterizedTest
  @MethodSource("factors")
  void noFactorLooksAhead(Factor factor) {
    Panel panel = SampleBars.gappyPanel(6, 150, 3);
    new LookAheadCheck(5).check(factor, universe(panel.symbols()), panel).assertClean();
  }

  @ParameterizedTest
  @MethodSource("factors")
  void factorsScoreRowsAndLiveSlicesAlike(Factor factor) {
    Panel panel = SampleBars.gappyPanel(6, 200, 4);
    new ParityCheck(5).check(factor, universe(panel.symbols()), panel).assertClean();
  }

  @ParameterizedTest
  @MethodSource("factors")
  void warmupOfFactorsIsExact(Factor factor) {
    Panel panel = SampleBars.panel(6, 150, 5);
    new WarmupCheck().check(factor, universe(panel.symbols()), panel).assertClean();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void outputsStayInTheirRange(FeatureEntry entry) {
    for (int seed = 0; seed < 4; seed++) {
      for (BarSeries bars : List.of(SampleBars.walk(400, seed), SampleBars.hostile(400, seed))) {
        double[][] out = entry.feature().over(bars);
        for (int o = 0; o < out.length; o++) {
          OutputEntry told = entry.outputs().get(o);
          for (double value : out[o]) {
            double slack = 1e-9 * Math.abs(value);
            assertThat(
                    Double.isNaN(value)
                        || (value >= told.low() - slack && value <= told.high() + slack))
                .as("%s is %s", entry.feature().outputs().get(o), value)
                .isTrue();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void outputsHaveTheirUnit(FeatureEntry entry) {
    BarSeries bars = SampleBars.walk(400, 11);
    double[][] before = entry.feature().over(bars);
    double[][] after = entry.feature().over(scaled(bars, 4, 8));
    for (int o = 0; o < before.length; o++) {
      Unit unit = entry.outputs().get(o).unit();
      if (unit == Unit.OTHER) {
        continue;
      }
      boolean ofVolume =
          unit == Unit.INPUT
              && entry.feature() instanceof Indicator indicator
              && indicator.input() == Input.VOLUME;
      int price = unit == Unit.INPUT ? (ofVolume ? 0 : 1) : unit.priceDegree();
      int volume = unit == Unit.INPUT ? (ofVolume ? 1 : 0) : unit.volumeDegree();
      double[] expected = new double[bars.size()];
      for (int t = 0; t < bars.size(); t++) {
        expected[t] = Math.scalb(before[o][t], 2 * price + 3 * volume);
      }
      assertThat(after[o])
          .as("%s in units of %s", entry.feature().outputs().get(o), unit)
          .isEqualTo(expected);
    }
  }

  @Test
  void namesAreDistinctAndRoundTrip() {
    List<String> names = new ArrayList<>();
    for (Feature feature : features()) {
      for (FeatureName name : feature.outputs()) {
        assertThat(FeatureName.parse(name.toString())).isEqualTo(name);
        names.add(name.toString());
      }
    }
    assertThat(names).doesNotHaveDuplicates();
    factors().forEach(factor -> names.addAll(factor.names()));
    assertThat(names)
        .contains("tech_rsi_14_raw", "tech_bbands_20_position", "stat_zscore_60_close");
    assertThat(names).contains("xsec_rank_of_tech_rsi_14_raw", "cross_beta_60_s0");
    assertThat(names).allSatisfy(name -> assertThat(FeatureName.parse(name)).hasToString(name));
  }

  @Test
  void settlingIsStatedForEveryTolerance() {
    for (Feature feature : features()) {
      assertThat(feature.settle(1e-3)).isGreaterThanOrEqualTo(feature.warmup());
      assertThat(feature.settle(1e-9)).isGreaterThanOrEqualTo(feature.settle(1e-3));
    }
  }

  @Test
  void arraysOfTheCallerAreChecked() {
    BarSeries bars = SampleBars.walk(10, 1);
    Feature feature = features().get(0);
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> feature.over(bars, new double[1][9]))
        .withMessage("an output array must hold 10 numbers, held 9");
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> feature.over(bars, new double[2][10]))
        .withMessage("there must be 1 output arrays, were 2");
  }

  @Test
  void theCatalogueListsEveryRecipeOfTheModule() throws Exception {
    Set<String> listed = new HashSet<>();
    features().forEach(feature -> listed.add(feature.getClass().getName()));
    factors().forEach(factor -> listed.add(factor.getClass().getName()));
    Set<String> found = new TreeSet<>();
    for (Class<?> type : mainClasses()) {
      if (type.isRecord()
          && (Feature.class.isAssignableFrom(type) || Factor.class.isAssignableFrom(type))) {
        found.add(type.getName());
      }
    }
    assertThat(found).hasSizeGreaterThan(15);
    assertThat(listed).containsAll(found);
  }

  private static List<Class<?>> mainClasses()
      throws IOException, URISyntaxException, ClassNotFoundException {
    Path root = Path.of(Feature.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root.resolve("io/quantkit/features"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        String name = root.relativize(file).toString().replaceAll("[/\\\\]", ".");
        if (!name.endsWith("package-info.class")) {
          classes.add(Class.forName(name.substring(0, name.length() - ".class".length())));
        }
      }
    }
    return classes;
  }

  private static BarSeries scaled(BarSeries bars, double price, double volume) {
    BarSeries.Builder builder = BarSeries.builder(bars.symbol(), bars.timeframe());
    for (int t = 0; t < bars.size(); t++) {
      builder.add(
          bars.start(t),
          bars.knownAt(t),
          bars.open(t) * price,
          bars.high(t) * price,
          bars.low(t) * price,
          bars.close(t) * price,
          bars.volume(t) * volume);
    }
    return builder.build();
  }

  private static Universe universe(Symbols symbols) {
    List<Instrument> instruments = new ArrayList<>();
    symbols.forEach(symbol -> instruments.add(Instrument.equity(symbol.value())));
    return Universe.of(instruments);
  }
}
