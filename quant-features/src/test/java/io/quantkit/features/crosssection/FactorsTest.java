package io.quantkit.features.crosssection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Factor;
import io.quantkit.core.time.Timeframe;
import io.quantkit.features.catalogue.FactorEntry;
import io.quantkit.features.catalogue.FeatureCatalogue;
import io.quantkit.features.catalogue.OutputEntry;
import io.quantkit.features.check.SampleBars;
import io.quantkit.features.indicator.momentum.Roc;
import io.quantkit.features.matrix.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactorsTest {
  private static final Symbol S0 = Symbol.of("S0");
  private static final Factor RETURN = FeatureFactor.of(new Roc(1, Roc.Scale.FRACTION));

  static List<FactorEntry> entries() {
    return FeatureCatalogue.factorEntries(S0);
  }

  @Test
  void namesAreDistinct() {
    List<String> names = new ArrayList<>();
    entries().forEach(entry -> names.addAll(entry.factor().names()));
    assertThat(names).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void scoresStayInTheirRange(FactorEntry entry) {
    for (int seed = 0; seed < 3; seed++) {
      Panel panel = SampleBars.gappyPanel(8, 150, seed);
      for (double[][] row : run(entry.factor(), universe(panel), panel)) {
        for (int o = 0; o < row.length; o++) {
          OutputEntry output = entry.outputs().get(o);
          for (double score : row[o]) {
            double slack = 1e-9 * Math.max(1, Math.abs(score));
            assertThat(
                    Double.isNaN(score)
                        || (score >= output.low() - slack && score <= output.high() + slack))
                .as("%s: %s", entry.factor().names().get(o), score)
                .isTrue();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void permutingSymbolsPermutesScores(FactorEntry entry) {
    for (int seed = 0; seed < 3; seed++) {
      Panel panel = SampleBars.panel(7, 110, seed);
      List<BarSeries> series = new ArrayList<>();
      panel.symbols().forEach(symbol -> series.add(panel.series(symbol)));
      Collections.shuffle(series, new Random(seed));
      Panel shuffled = Panel.align(series);
      List<double[][]> a = run(entry.factor(), universe(panel), panel);
      List<double[][]> b = run(entry.factor(), universe(panel), shuffled);
      for (int t = 0; t < panel.rows(); t++) {
        for (int o = 0; o < a.get(t).length; o++) {
          for (int s = 0; s < 7; s++) {
            double expected = a.get(t)[o][s];
            double actual = b.get(t)[o][shuffled.symbols().require(panel.symbols().get(s))];
            if (Double.isNaN(expected)) {
              assertThat(actual).isNaN();
            } else {
              assertThat(actual)
                  .as("%s at %d", entry.factor().names().get(o), t)
                  .isCloseTo(expected, within(1e-11 * Math.max(1, Math.abs(expected))));
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void whoMayNotBeTradedCountsForNobodyElse(FactorEntry entry) {
    Panel panel = SampleBars.panel(7, 110, 2);
    List<BarSeries> some = new ArrayList<>();
    List<Instrument> instruments = new ArrayList<>();
    for (int s = 0; s < 6; s++) {
      some.add(panel.series(panel.symbols().get(s)));
      instruments.add(Instrument.equity("S" + s));
    }
    Universe universe = Universe.of(instruments);
    List<double[][]> all = run(entry.factor(), universe, panel);
    List<double[][]> without = run(entry.factor(), universe, Panel.align(some));
    for (int t = 0; t < panel.rows(); t++) {
      for (int o = 0; o < all.get(t).length; o++) {
        assertThat(Arrays.copyOf(all.get(t)[o], 6)).isEqualTo(without.get(t)[o]);
      }
    }
  }

  @Test
  void scoresWithinSectorsAreThoseOfTheSectorAlone() {
    Panel panel = closes(new double[][] {{10, 11}, {10, 12}, {10, 14}, {10, 20}, {10, 26}});
    Universe.Builder builder = Universe.builder();
    for (int s = 0; s < 5; s++) {
      builder.add(Instrument.equity("S" + s));
      builder.sector(Symbol.of("S" + s), Long.MIN_VALUE, s < 3 ? "Energy" : "Health");
    }
    Universe universe = builder.build();
    double[][] ranks =
        last(CrossSectional.of(RETURN, Rows.top(1)).withinSectors(), universe, panel);
    assertThat(ranks[0]).containsExactly(0, 0, 1, 0, 1);
    double[][] residual = last(new Neutralized(RETURN, List.of(), true), universe, panel);
    double mean = (0.1 + 0.2 + 0.4) / 3;
    assertThat(residual[0])
        .containsExactly(
            new double[] {0.1 - mean, 0.2 - mean, 0.4 - mean, -0.3, 0.3}, within(1e-12));
  }

  @Test
  void sectorFactorsFollowTheSectorsFund() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] closes = new double[4][40];
    for (double[] close : closes) {
      close[0] = 100;
      for (int t = 1; t < 40; t++) {
        close[t] = close[t - 1] * (0.98 + 0.04 * random.nextDouble());
      }
    }
    Panel panel = closes(closes);
    long changes = panel.knownAt(20);
    Universe universe =
        Universe.builder()
            .add(Instrument.equity("S0"))
            .add(Instrument.equity("S1"))
            .sector(Symbol.of("S0"), Long.MIN_VALUE, "Energy")
            .sector(Symbol.of("S0"), changes, "Health")
            .sector(Symbol.of("S1"), Long.MIN_VALUE, "Nothing")
            .build();
    SectorFunds funds =
        SectorFunds.of(Map.of("Energy", Symbol.of("S2"), "Health", Symbol.of("S3")));
    assertThat(new SectorBeta(funds, 10).names()).containsExactly("cross_sector-beta_10_s2.s3");
    List<double[][]> sector = run(new SectorBeta(funds, 10), universe, panel);
    List<double[][]> energy = run(new Beta(Symbol.of("S2"), 10), universe, panel);
    List<double[][]> health = run(new Beta(Symbol.of("S3"), 10), universe, panel);
    List<double[][]> strength = run(new SectorRelativeStrength(funds, 5), universe, panel);
    List<double[][]> plain = run(new RelativeStrength(Symbol.of("S3"), 5), universe, panel);
    for (int t = 0; t < 40; t++) {
      double expected = t < 20 ? energy.get(t)[0][0] : t < 30 ? Double.NaN : health.get(t)[0][0];
      assertThat(sector.get(t)[0][0]).isEqualTo(expected, within(1e-11));
      assertThat(sector.get(t)[0][1]).isNaN();
    }
    assertThat(strength.get(24)[0][0]).isNaN();
    assertThat(strength.get(25)[0][0]).isEqualTo(plain.get(25)[0][0]);
  }

  @Property(tries = 20)
  void componentsKeepTheirSignsAndNumbers(@ForAll long seed) {
    Panel panel = market(seed, 12, 160);
    List<double[][]> rows = run(new PrincipalComponents(2, 40), universe(panel), panel);
    for (int t = 41; t < panel.rows(); t++) {
      for (int k = 0; k < 2; k++) {
        double overlap = 0;
        double crossed = 0;
        for (int s = 0; s < 12; s++) {
          overlap += rows.get(t)[k][s] * rows.get(t - 1)[k][s];
          crossed += rows.get(t)[k][s] * rows.get(t - 1)[1 - k][s];
        }
        assertThat(overlap).isPositive();
        assertThat(overlap).isGreaterThan(Math.abs(crossed));
      }
    }
  }

  @Test
  void clustersKeepTheirLabels() {
    Panel panel = market(5, 9, 200);
    List<double[][]> rows = run(new CorrelationClusters(3, 60), universe(panel), panel);
    Set<Double> labels = new HashSet<>();
    int moves = 0;
    for (int t = 61; t < panel.rows(); t++) {
      for (int s = 0; s < 9; s++) {
        labels.add(rows.get(t)[0][s]);
        moves += rows.get(t)[0][s] == rows.get(t - 1)[0][s] ? 0 : 1;
      }
    }
    assertThat(labels).containsExactlyInAnyOrder(1.0, 2.0, 3.0);
    assertThat(moves).isLessThan(60);
  }

  @Test
  void aBreakInCorrelationIsDetected() {
    SplittableRandom random = new SplittableRandom(11);
    double[][] closes = new double[3][201];
    for (double[] close : closes) {
      close[0] = 100;
    }
    for (int t = 1; t <= 200; t++) {
      double market = random.nextDouble() - 0.5;
      double own = random.nextDouble() - 0.5;
      double[] moves = {market, 0.5 * market + 0.5 * own, (t > 160 ? -1 : 1) * market + 0.4 * own};
      for (int s = 0; s < 3; s++) {
        closes[s][t] = closes[s][t - 1] * (1 + 0.02 * moves[s]);
      }
    }
    Panel panel = closes(closes);
    double[][] change = last(new CorrelationChange(S0, 40, 100), universe(panel), panel);
    assertThat(change[1][0]).isCloseTo(0, within(1e-3));
    assertThat(change[1][1]).isBetween(-3.0, 3.0);
    assertThat(change[1][2]).isLessThan(-10);
  }

  @Test
  void partialCorrelationsRemoveTheMarket() {
    Panel panel = market(7, 6, 400);
    RollingCorrelationMatrix.Stream stream =
        new RollingCorrelationMatrix(300).start(universe(panel), panel.symbols());
    for (int t = 0; t < panel.rows(); t++) {
      stream.update(panel.row(t));
      assertThat(stream.matrix().symbols().size()).isEqualTo(t < 300 ? 0 : 6);
    }
    CorrelationMatrix matrix = stream.matrix();
    assertThat(matrix.value(S0, S0)).isEqualTo(1);
    assertThat(matrix.value(0, 1)).isEqualTo(matrix.value(S0, Symbol.of("S1")));
    CorrelationMatrix partial = matrix.partial(0);
    double plain = 0;
    double clean = 0;
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < i; j++) {
        plain += Math.abs(matrix.value(i, j));
        clean += Math.abs(partial.value(i, j));
      }
    }
    assertThat(clean).isLessThan(0.7 * plain);
  }

  @Test
  void singularCorrelationsAreRefusedOrHaveNoPartialOnes() {
    Panel panel = market(8, 9, 30);
    RollingCorrelationMatrix.Stream stream =
        new RollingCorrelationMatrix(5).start(universe(panel), panel.symbols());
    for (int t = 0; t < panel.rows(); t++) {
      stream.update(panel.row(t));
    }
    assertThatIllegalStateException()
        .isThrownBy(() -> stream.matrix().partial(0))
        .withMessageContaining("take a larger one");
    assertThat(stream.matrix().partial(0.1).value(0, 0)).isEqualTo(1);
    assertThat(last(new PartialCorrelation(S0, 5, 0), universe(panel), panel)[0])
        .containsOnly(Double.NaN);
    assertThat(last(new PartialCorrelation(S0, 5, 0.1), universe(panel), panel)[0])
        .doesNotContain(Double.NaN);
  }

  @Test
  void aReferenceNeedNotBeTradeable() {
    Panel panel = market(9, 5, 80);
    Universe universe =
        Universe.of(
            Instrument.index("S0"),
            Instrument.equity("S1"),
            Instrument.equity("S2"),
            Instrument.equity("S3"));
    double[][] partial = last(new PartialCorrelation(S0, 60, 0), universe, panel);
    assertThat(partial[0][0]).isEqualTo(1);
    assertThat(partial[0][1]).isBetween(-1.0, 1.0);
    assertThat(partial[0][4]).isNaN();
  }

  @Test
  void marketsThatFallTogetherAreContagious() {
    double[][] closes = new double[4][61];
    SplittableRandom random = new SplittableRandom(4);
    for (double[] close : closes) {
      close[0] = 100;
    }
    for (int t = 1; t <= 60; t++) {
      for (int s = 0; s < 4; s++) {
        double shock = t % 10 == 0 && s < 3 ? -0.2 : 0;
        closes[s][t] = closes[s][t - 1] * (1 + shock + 0.01 * random.nextDouble());
      }
    }
    Panel panel = closes(closes);
    double[] risk = last(new ContagionRisk(0.1, 60), universe(panel), panel)[0];
    assertThat(risk[0]).isGreaterThan(0.66);
    assertThat(risk[3]).isLessThan(0.34);
  }

  @Test
  void oneSymbolIsNoMarket() {
    Panel panel = SampleBars.panel(1, 80, 1);
    for (FactorEntry entry : entries()) {
      assertThat(last(entry.factor(), universe(panel), panel)).isNotEmpty();
    }
    assertThat(last(new NetworkCentrality(20), universe(panel), panel)[0]).containsOnly(Double.NaN);
    assertThat(last(new CorrelationClusters(3, 20), universe(panel), panel)[0]).containsOnly(1);
  }

  @Test
  void wrongArgumentsAreNamed() {
    refuses("period must be at least 2, was 1", () -> new RollingCorrelation(S0, 1));
    refuses("period must be at least 1, was 0", () -> new RelativeStrength(S0, 0));
    refuses("period must be at least 1, was -3", () -> new RelativeVolume(-3));
    refuses("recent must be at least 4, was 3", () -> new CorrelationChange(S0, 3, 9));
    refuses("before must be at least 4, was 3", () -> new CorrelationChange(S0, 9, 3));
    refuses("components must be at least 1, were 0", () -> new PrincipalComponents(0, 9));
    refuses("period must be at least 2, was 1", () -> new EigenvalueRatios(1, 1));
    refuses("period must be at least 2, was 1", () -> new NetworkCentrality(1));
    refuses("count must be at least 1, was 0", () -> new CorrelationClusters(0, 9));
    refuses("tail must be within 0 to 1 exclusive, was 1.0", () -> new ContagionRisk(1, 9));
    refuses(
        "level must be within 0 to 1 exclusive, was NaN",
        () -> new GrangerConnectedness(Double.NaN, 9));
    refuses("period must be at least 6, was 5", () -> new GrangerConnectedness(0.1, 5));
    refuses("ridge must be at least 0, was -1.0", () -> new PartialCorrelation(S0, 9, -1));
    refuses("bars must be at least 1, were 0", () -> new ExposureChange(RETURN, 0));
    refuses("of must not be empty, was []", () -> new MahalanobisDistance(List.of(), 0));
    refuses("funds must not be empty, were {}", () -> SectorFunds.of(Map.of()));
    refuses(
        "exposures must not be empty without sectors, were []",
        () -> new Neutralized(RETURN, List.of(), false));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new RollingCorrelation(Symbol.of("VIX"), 9).start(Universe.of(), Symbols.of("A")))
        .withMessageContaining("VIX");
  }

  private static void refuses(String message, Runnable mistake) {
    assertThatIllegalArgumentException().isThrownBy(mistake::run).withMessage(message);
  }

  /** Returns symbols that follow a market and one of three sectors. */
  private static Panel market(long seed, int symbols, int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] closes = new double[symbols][rows];
    for (int t = 0; t < rows; t++) {
      double market = 1.6 * random.nextDouble() - 0.8;
      double[] sectors = random.doubles(3, -0.5, 0.5).toArray();
      for (int s = 0; s < symbols; s++) {
        double own = 0.3 * (random.nextDouble() - 0.5);
        double move = 0.02 * (market + sectors[s % 3] * (1 + s % 3) / 2 + own);
        closes[s][t] = t == 0 ? 100 : closes[s][t - 1] * (1 + move);
      }
    }
    return closes(closes);
  }

  private static Panel closes(double[][] closes) {
    List<BarSeries> all = new ArrayList<>();
    for (int s = 0; s < closes.length; s++) {
      BarSeries.Builder builder = BarSeries.builder(Symbol.of("S" + s), Timeframe.DAY_1);
      for (int t = 0; t < closes[s].length; t++) {
        double x = closes[s][t];
        builder.add(2L * t, 2L * t + 1, x, x, x, x, 100);
      }
      all.add(builder.build());
    }
    return Panel.align(all);
  }

  private static double[][] last(Factor factor, Universe universe, Panel panel) {
    List<double[][]> rows = run(factor, universe, panel);
    return rows.get(rows.size() - 1);
  }

  private static List<double[][]> run(Factor factor, Universe universe, Panel panel) {
    Factor.Kernel kernel = factor.start(universe, panel.symbols());
    List<double[][]> rows = new ArrayList<>();
    for (int t = 0; t < panel.rows(); t++) {
      double[][] out = new double[factor.names().size()][panel.symbols().size()];
      kernel.update(panel.row(t), out);
      rows.add(out);
    }
    return rows;
  }

  private static Universe universe(Panel panel) {
    return Universe.of(
        panel.symbols().toList().stream().map(s -> Instrument.equity(s.value())).toList());
  }
}
