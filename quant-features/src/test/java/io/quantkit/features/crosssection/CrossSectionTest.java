package io.quantkit.features.crosssection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Moments;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Factor;
import io.quantkit.core.strategy.FactorSet;
import io.quantkit.core.time.Timeframe;
import io.quantkit.features.check.SampleBars;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.momentum.Roc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CrossSectionTest {
  private static final Symbol SPX = Symbol.of("SPX");

  @Test
  void ranksShareTiesAndLeaveOutWhatCannotBeTraded() {
    Panel panel = row(30, 10, 20, 20, 99);
    Universe universe =
        Universe.of(
            Instrument.equity("A"),
            Instrument.equity("B"),
            Instrument.equity("C"),
            Instrument.equity("D"),
            Instrument.index("E"));
    assertThat(scores(CrossSectionalRank.of(new Sma(1)), universe, panel))
        .containsExactly(1, 0, 0.5, 0.5, Double.NaN);
    assertThat(
            scores(
                new CrossSectionalRank(
                    FeatureFactor.of(new Sma(1)), CrossSectionalRank.Scale.PERCENT),
                universe,
                panel))
        .containsExactly(1, 0.25, 0.625, 0.625, Double.NaN);
    double deviation = Moments.standardDeviation(new double[] {30, 10, 20, 20}, 1);
    assertThat(scores(CrossSectionalZScore.of(new Sma(1)), universe, panel))
        .containsExactly(10 / deviation, -10 / deviation, 0, 0, Double.NaN);
  }

  @Test
  void equalScoresHaveNoZScore() {
    Panel panel = row(0.1, 0.1, 0.1);
    assertThat(scores(CrossSectionalZScore.of(new Sma(1)), universe(panel), panel))
        .containsOnly(Double.NaN);
    assertThat(scores(CrossSectionalRank.of(new Sma(1)), universe(panel), panel)).containsOnly(0.5);
  }

  @Property(tries = 100)
  void permutingSymbolsPermutesScores(@ForAll long seed) {
    Panel panel = SampleBars.gappyPanel(7, 40, seed % 1_000_000);
    List<BarSeries> series = new ArrayList<>();
    panel.symbols().forEach(symbol -> series.add(panel.series(symbol)));
    Collections.shuffle(series, new Random(seed));
    Panel shuffled = Panel.align(series);
    Universe universe = universe(panel);
    for (Factor factor :
        List.of(
            CrossSectionalRank.of(new Roc(3)),
            CrossSectionalZScore.of(new Roc(3)),
            new Beta(Symbol.of("S0"), 10))) {
      FeatureMatrix a = FactorSet.of(factor).over(panel, universe);
      FeatureMatrix b = FactorSet.of(factor).over(shuffled, universe);
      assertThat(b.rows()).isEqualTo(a.rows());
      for (int r = 0; r < a.rows(); r++) {
        int other = b.indexOf(a.time(r), shuffled.symbols().require(a.symbol(r)));
        if (Double.isNaN(a.value(r, 0))) {
          assertThat(b.value(other, 0)).isNaN();
        } else {
          assertThat(b.value(other, 0)).isCloseTo(a.value(r, 0), within(1e-9));
        }
      }
    }
  }

  @Property(tries = 50)
  void betaAndResidualAgreeWithARegression(@ForAll long seed) {
    Panel panel = SampleBars.panel(3, 60, seed % 1_000_000);
    Universe universe = universe(panel);
    Symbol benchmark = Symbol.of("S2");
    FeatureMatrix matrix =
        FactorSet.of(new Beta(benchmark, 20), new IdiosyncraticVolatility(benchmark, 20))
            .over(panel, universe);
    double[] x = returns(panel, 2, 59, 20);
    double[] y = returns(panel, 0, 59, 20);
    double meanX = Moments.mean(x);
    double meanY = Moments.mean(y);
    double products = 0;
    double squares = 0;
    for (int i = 0; i < 20; i++) {
      products += (x[i] - meanX) * (y[i] - meanY);
      squares += (x[i] - meanX) * (x[i] - meanX);
    }
    double beta = products / squares;
    double residuals = 0;
    for (int i = 0; i < 20; i++) {
      double residual = y[i] - meanY - beta * (x[i] - meanX);
      residuals += residual * residual;
    }
    int row = matrix.indexOf(panel.knownAt(59), 0);
    assertThat(matrix.value(row, 0)).isCloseTo(beta, within(1e-11));
    assertThat(matrix.value(row, 1)).isCloseTo(Math.sqrt(residuals / 18), within(1e-12));
    int own = matrix.indexOf(panel.knownAt(59), 2);
    assertThat(matrix.value(own, 0)).isCloseTo(1, within(1e-12));
    assertThat(matrix.value(own, 1)).isCloseTo(0, within(1e-8));
  }

  @Test
  void aMissedRowMakesTheNextPairOfReturnsLonger() {
    BarSeries.Builder a = BarSeries.builder(Symbol.of("A"), Timeframe.DAY_1);
    BarSeries.Builder b = BarSeries.builder(SPX, Timeframe.DAY_1);
    double[] market = {100, 110, 99, 105, 100, 120, 115, 130};
    for (int t = 0; t < market.length; t++) {
      close(b, t, market[t]);
      if (t != 3 && t != 4) {
        close(a, t, market[t] * market[t]);
      }
    }
    Panel panel = Panel.align(List.of(a.build(), b.build()));
    Universe universe = Universe.of(Instrument.equity("A"), Instrument.index("SPX"));
    FeatureMatrix matrix = FactorSet.of(new Beta(SPX, 4)).over(panel, universe);
    double[] x = {99 / 110.0 - 1, 120 / 99.0 - 1, 115 / 120.0 - 1, 130 / 115.0 - 1};
    double[] y = Arrays.stream(x).map(r -> (1 + r) * (1 + r) - 1).toArray();
    double products = 0;
    for (int i = 0; i < 4; i++) {
      products += (x[i] - Moments.mean(x)) * (y[i] - Moments.mean(y));
    }
    double expected = products / 3 / Moments.variance(x, 1);
    assertThat(matrix.value(matrix.rows() - 1, 0)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void aBenchmarkMustBeAColumn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Beta(SPX, 10).start(Universe.of(), Symbols.of("A")))
        .withMessageContaining("SPX");
  }

  private static double[] returns(Panel panel, int symbol, int last, int size) {
    double[] returns = new double[size];
    Arrays.setAll(
        returns,
        i -> panel.close(last - size + 1 + i, symbol) / panel.close(last - size + i, symbol) - 1);
    return returns;
  }

  private static double[] scores(Factor factor, Universe universe, Panel panel) {
    double[][] out = new double[1][panel.symbols().size()];
    factor.start(universe, panel.symbols()).update(panel.row(0), out);
    return out[0];
  }

  private static Panel row(double... closes) {
    List<BarSeries> all = new ArrayList<>();
    for (int s = 0; s < closes.length; s++) {
      Symbol symbol = Symbol.of(String.valueOf((char) ('A' + s)));
      BarSeries.Builder builder = BarSeries.builder(symbol, Timeframe.DAY_1);
      close(builder, 0, closes[s]);
      all.add(builder.build());
    }
    return Panel.align(all);
  }

  private static void close(BarSeries.Builder builder, int t, double close) {
    builder.add(2L * t, 2L * t + 1, Double.NaN, Double.NaN, Double.NaN, close, Double.NaN);
  }

  private static Universe universe(Panel panel) {
    return Universe.of(
        panel.symbols().toList().stream().map(s -> Instrument.equity(s.value())).toList());
  }
}
