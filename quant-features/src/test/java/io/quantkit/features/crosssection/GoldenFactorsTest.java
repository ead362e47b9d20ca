package io.quantkit.features.crosssection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Factor;
import io.quantkit.core.time.Timeframe;
import io.quantkit.features.indicator.momentum.Roc;
import io.quantkit.features.indicator.volatility.RollingVolatility;
import io.quantkit.features.matrix.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Factors beside scikit-learn, SciPy, NetworkX, NumPy and pandas. */
class GoldenFactorsTest {
  private static final Map<String, double[]> REFERENCES =
      Csv.records("/golden/crosssection/market.csv");
  private static final Panel PANEL = panel();
  private static final Symbol FIRST = Symbol.of("A00");

  @Test
  void componentsAreThoseOfScikitLearnUpToTheirSigns() {
    double[][] scores = last(new PrincipalComponents(3, 60));
    for (int k = 0; k < 3; k++) {
      double[] expected = REFERENCES.get("loading" + (k + 1)).clone();
      if (expected[0] * scores[k][0] < 0) {
        for (int s = 0; s < expected.length; s++) {
          expected[s] = -expected[s];
        }
      }
      assertThat(scores[k]).containsExactly(expected, within(1e-11));
    }
    assertThat(scores[3]).containsExactly(REFERENCES.get("residual"), within(1e-13));
  }

  @Test
  void moreSymbolsThanReturnsHaveTheSameComponents() {
    double[][] few = last(new PrincipalComponents(2, 8));
    double[][] eigenvalues = last(new EigenvalueRatios(2, 8));
    double squares = 0;
    for (int s = 0; s < 12; s++) {
      squares += few[0][s] * few[0][s] + few[1][s] * few[1][s];
    }
    assertThat(squares / 12).isCloseTo(eigenvalues[0][0], within(1e-12));
  }

  @Test
  void eigenvaluesAreThoseOfNumpy() {
    double[][] scores = last(new EigenvalueRatios(2, 60));
    assertThat(scores[0]).containsOnly(REFERENCES.get("absorption"), within(1e-12));
    assertThat(scores[1]).containsOnly(REFERENCES.get("first"), within(1e-12));
    assertThat(scores[2]).containsOnly(REFERENCES.get("ratio"), within(1e-10));
  }

  @Test
  void centralitiesAreThoseOfNetworkx() {
    double[][] scores = last(new NetworkCentrality(60));
    assertClose(scores[0], "eigenvector", 1e-11);
    assertClose(scores[1], "degree", 1e-15);
    assertClose(scores[2], "betweenness", 1e-14);
  }

  @Test
  void clustersAreThoseOfScipyUpToTheirLabels() {
    samePartition(last(new CorrelationClusters(4, 60))[0], REFERENCES.get("clusters4"));
    samePartition(last(new CorrelationClusters(3, 60))[0], REFERENCES.get("clusters3"));
  }

  @Test
  void optimalClustersAndSilhouettesAreThoseOfScikitLearn() {
    Map<String, double[]> closes = Csv.columns("/golden/crosssection/blocks.csv");
    for (long seed = 1; seed <= 5; seed++) {
      double[][] scores = last(panel(closes, closes), new OptimalClusters(6, 100, seed));
      samePartition(scores[0], REFERENCES.get("onc6"));
      assertClose(scores[1], "onc6silhouette", 1e-12);
      assertThat(scores[2]).containsOnly(6);
    }
    // Four at a time are too few: the groups are found when poor clusters are clustered again.
    samePartition(
        last(panel(closes, closes), new OptimalClusters(4, 100, 6))[0], REFERENCES.get("onc6"));
  }

  private static void samePartition(double[] actual, double[] expected) {
    for (int i = 0; i < actual.length; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(actual[i] == actual[j])
            .as("%d and %d together", i, j)
            .isEqualTo(expected[i] == expected[j]);
      }
    }
  }

  @Test
  void regressionsAndCorrelationsAreThoseOfScipyAndPandas() {
    assertClose(last(new Beta(FIRST, 60))[0], "beta", 1e-12);
    double[][] reversal = last(new ReturnReversal(FIRST, 20));
    for (int output = 0; output < 2; output++) {
      assertThat(reversal[output][0]).isZero();
      double[] expected = REFERENCES.get(output == 0 ? "reversal" : "reversalt");
      for (int s = 1; s < 12; s++) {
        assertThat(reversal[output][s]).isCloseTo(expected[s - 1], withinPercentage(1e-8));
      }
    }
    assertThat(last(new IdiosyncraticVolatility(FIRST, 60))[0])
        .containsExactly(REFERENCES.get("idio"), within(1e-9));
    assertClose(last(new RollingCorrelation(FIRST, 60))[0], "corr", 1e-12);
    assertClose(last(new PartialCorrelation(FIRST, 60, 0))[0], "partial", 1e-10);
    double[][] change = last(new CorrelationChange(FIRST, 20, 40));
    assertClose(change[0], "change", 1e-11);
    assertClose(change[1], "changez", 1e-7);
  }

  @Test
  void spilloversAreThoseCounted() {
    assertClose(last(new ContagionRisk(0.1, 60))[0], "contagion", 1e-15);
    double[][] scores = last(new GrangerConnectedness(0.1, 60));
    assertClose(scores[0], "out", 1e-15);
    assertClose(scores[1], "in", 1e-15);
    for (int lags = 1; lags <= 2; lags++) {
      int horizon = lags == 1 ? 10 : 5;
      double[][] spillovers = last(new Spillovers(lags, horizon, 60));
      String key = "spill" + lags + "x" + horizon;
      assertClose(spillovers[0], key + "to", 1e-11);
      assertClose(spillovers[1], key + "from", 1e-11);
      assertClose(spillovers[2], key + "net", 1e-11);
      assertThat(spillovers[3]).containsOnly(REFERENCES.get(key + "total"), within(1e-11));
    }
  }

  @Test
  void relativesAndDistancesAreThoseOfPandasAndNumpy() {
    double[][] volume = last(new RelativeVolume(20));
    assertClose(volume[0], "relvol", 1e-13);
    assertClose(volume[1], "relvolu", 1e-13);
    assertClose(last(new RelativeStrength(FIRST, 20))[0], "rs", 1e-13);
    Factor momentum = FeatureFactor.of(new Roc(20, Roc.Scale.LOG));
    Factor volatility = FeatureFactor.of(new RollingVolatility(20));
    assertClose(
        last(new MahalanobisDistance(List.of(momentum, volatility), 0))[0], "mahalanobis", 1e-11);
  }

  private static void assertClose(double[] actual, String reference, double tolerance) {
    assertThat(actual).containsExactly(REFERENCES.get(reference), within(tolerance));
  }

  private static double[][] last(Factor factor) {
    return last(PANEL, factor);
  }

  private static double[][] last(Panel panel, Factor factor) {
    List<Instrument> instruments = new ArrayList<>();
    panel.symbols().forEach(symbol -> instruments.add(Instrument.equity(symbol.value())));
    Factor.Kernel kernel = factor.start(Universe.of(instruments), panel.symbols());
    double[][] out = new double[factor.names().size()][panel.symbols().size()];
    for (int t = 0; t < panel.rows(); t++) {
      kernel.update(panel.row(t), out);
    }
    return out;
  }

  private static Panel panel() {
    return panel(
        Csv.columns("/golden/crosssection/close.csv"),
        Csv.columns("/golden/crosssection/volume.csv"));
  }

  private static Panel panel(Map<String, double[]> closes, Map<String, double[]> volumes) {
    List<BarSeries> all = new ArrayList<>();
    closes.forEach(
        (name, close) -> {
          BarSeries.Builder builder = BarSeries.builder(Symbol.of(name), Timeframe.DAY_1);
          for (int t = 0; t < close.length; t++) {
            double x = close[t];
            builder.add(2L * t, 2L * t + 1, x, x, x, x, volumes.get(name)[t]);
          }
          all.add(builder.build());
        });
    return Panel.align(all);
  }
}
