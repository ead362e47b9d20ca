package io.quantkit.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.features.catalogue.FeatureCatalogue;
import io.quantkit.features.check.SampleBars;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.volatility.Bollinger;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeaturePanelTest {
  private final ExecutorService executor = Executors.newFixedThreadPool(3);

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void threadsChangeNothing() throws InterruptedException {
    Panel panel = SampleBars.gappyPanel(7, 900, 2);
    List<Feature> features = FeatureCatalogue.features();
    FeaturePanel one = FeaturePanel.of(panel, features);
    FeaturePanel many = FeaturePanel.of(panel, features, executor);
    assertThat(many.names()).isEqualTo(one.names()).doesNotHaveDuplicates();
    for (int s = 0; s < 7; s++) {
      for (int o = 0; o < one.names().size(); o++) {
        assertThat(many.column(s, o)).isEqualTo(one.column(s, o));
      }
    }
  }

  @Test
  void aColumnIsThatOfTheSymbolsOwnBars() {
    Panel panel = SampleBars.gappyPanel(4, 600, 3);
    FeaturePanel features = FeaturePanel.of(panel, List.of(new Rsi(9), new Bollinger(20)));
    for (int s = 0; s < 4; s++) {
      BarSeries series = panel.series(panel.symbols().get(s));
      double[] rsi = new Rsi(9).over(series)[0];
      double[] lower = new Bollinger(20).over(series)[Bollinger.LOWER];
      int bar = 0;
      for (int row = 0; row < panel.rows(); row++) {
        boolean trading = panel.trading(row, s);
        double none = Double.NaN;
        assertThat(Double.valueOf(features.value(row, s, 0)))
            .isEqualTo(Double.valueOf(trading ? rsi[bar] : none));
        assertThat(Double.valueOf(features.value(row, s, 1 + Bollinger.LOWER)))
            .isEqualTo(Double.valueOf(trading ? lower[bar] : none));
        bar += trading ? 1 : 0;
      }
      assertThat(bar).isEqualTo(series.size());
    }
  }

  @Test
  void aRowHoldsTheNumbersOfAllSymbols() {
    for (int rows : new int[] {5, 8, 61}) {
      Panel panel = SampleBars.gappyPanel(11, rows, 6);
      FeaturePanel features = FeaturePanel.of(panel, List.of(new Rsi(2), new Bollinger(3)));
      double[] row = new double[11];
      for (int o = 0; o < features.names().size(); o++) {
        for (int t = 0; t < panel.rows(); t++) {
          features.copyRow(t, o, row);
          for (int s = 0; s < 11; s++) {
            Double expected = features.column(s, o)[t];
            assertThat(Double.valueOf(row[s])).isEqualTo(expected);
            assertThat(Double.valueOf(features.value(t, s, o))).isEqualTo(expected);
          }
        }
      }
      assertThatThrownBy(() -> features.value(panel.rows(), 0, 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> features.value(0, 11, 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> features.copyRow(-1, 0, row))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void visitingTellsTheSame() throws InterruptedException {
    Panel panel = SampleBars.gappyPanel(5, 300, 4);
    List<Feature> features = List.of(new Bollinger(20), new Rsi(9));
    FeaturePanel kept = FeaturePanel.of(panel, features);
    double[][] seen = new double[5][];
    FeaturePanel.visit(
        panel,
        features,
        executor,
        (symbol, feature, columns) -> {
          if (feature == 1) {
            seen[symbol] = columns[0].clone();
          }
        });
    for (int s = 0; s < 5; s++) {
      assertThat(seen[s]).isEqualTo(kept.column(s, 5));
    }
  }

  @Test
  void arraysOfTheCallerReceiveTheSame() {
    Panel panel = SampleBars.gappyPanel(5, 300, 4);
    List<Feature> features = List.of(new Bollinger(20), new Rsi(9));
    FeaturePanel kept = FeaturePanel.of(panel, features);
    double[][] out = new double[kept.names().size()][5 * panel.rows()];
    FeaturePanel.compute(panel, features, out);
    double[] row = new double[5];
    for (int o = 0; o < out.length; o++) {
      for (int t = 0; t < panel.rows(); t++) {
        kept.copyRow(t, o, row);
        assertThat(Arrays.copyOfRange(out[o], 5 * t, 5 * t + 5)).isEqualTo(row);
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeaturePanel.compute(panel, features, new double[1][5 * panel.rows()]))
        .withMessage("there must be 6 output arrays, were 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeaturePanel.compute(panel, List.of(new Rsi(9)), new double[1][7]))
        .withMessageStartingWith("an output array must hold ");
  }

  @Test
  void mistakesAreNamed() {
    Panel panel = SampleBars.panel(2, 30, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeaturePanel.of(panel, List.of(new Rsi(9), new Rsi(9))))
        .withMessage("two outputs have the name tech_rsi_9_raw");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeaturePanel.of(panel, List.of()))
        .withMessage("there must be at least one feature");
    assertThatThrownBy(
            () ->
                FeaturePanel.visit(
                    panel,
                    List.of(new Rsi(9)),
                    executor,
                    (symbol, feature, columns) -> {
                      throw new UnsupportedOperationException("full");
                    }))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("full");
  }
}
