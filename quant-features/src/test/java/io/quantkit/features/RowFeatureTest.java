package io.quantkit.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.features.catalogue.FeatureCatalogue;
import io.quantkit.features.check.SampleBars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A feature over a panel is, to the bit, the feature over each symbol's own bars. */
class RowFeatureTest {
  private static final int SYMBOLS = 35;

  private static final Map<String, Panel> PANELS = panels();

  private final ExecutorService executor = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  static List<Feature> features() {
    return FeatureCatalogue.features().stream().filter(RowFeature.class::isInstance).toList();
  }

  private static Map<String, Panel> panels() {
    Map<String, Panel> panels = new LinkedHashMap<>();
    panels.put("complete", SampleBars.panel(SYMBOLS, 700, 1));
    panels.put("long", SampleBars.panel(3, 2500, 2));
    panels.put("with gaps", SampleBars.gappyPanel(SYMBOLS, 400, 3));
    panels.put("hostile", panel(s -> SampleBars.hostile(s % 2 == 0 ? 300 : 240, s)));
    panels.put("hostile without gaps", panel(s -> whole(SampleBars.hostile(600, s))));
    panels.put("constant", panel(s -> constant(SampleBars.walk(300, s), 0.1 * s + 0.1)));
    panels.put("leaps", panel(s -> leaping(SampleBars.walk(600, s), s)));
    panels.put("of a single row", SampleBars.panel(3, 1, 4));
    return panels;
  }

  private static Panel panel(IntFunction<BarSeries> series) {
    List<BarSeries> all = new ArrayList<>();
    for (int s = 0; s < SYMBOLS; s++) {
      BarSeries bars = series.apply(s);
      BarSeries.Builder named = BarSeries.builder(Symbol.of("S" + s), bars.timeframe());
      for (int t = 0; t < bars.size(); t++) {
        named.add(bars.bar(t));
      }
      all.add(named.build());
    }
    return Panel.align(all);
  }

  /** Puts a number where one is missing. */
  private static BarSeries whole(BarSeries bars) {
    BarSeries.Builder whole = BarSeries.builder(bars.symbol(), bars.timeframe());
    for (int t = 0; t < bars.size(); t++) {
      double close = bars.close(t);
      double open = Double.isNaN(bars.open(t)) ? close : bars.open(t);
      double low = Double.isNaN(bars.low(t)) ? Math.min(open, close) : bars.low(t);
      double volume = Double.isNaN(bars.volume(t)) ? 1 : bars.volume(t);
      whole.add(bars.start(t), bars.knownAt(t), open, bars.high(t), low, close, volume);
    }
    return whole.build();
  }

  private static BarSeries constant(BarSeries bars, double price) {
    BarSeries.Builder flat = BarSeries.builder(bars.symbol(), bars.timeframe());
    for (int t = 0; t < bars.size(); t++) {
      flat.add(bars.start(t), bars.knownAt(t), price, price, price, price, t % 7 == 0 ? 3 : 0);
    }
    return flat.build();
  }

  /** Leaves the level for some bars, by a factor that depends on the symbol. */
  private static BarSeries leaping(BarSeries bars, int symbol) {
    BarSeries.Builder leaping = BarSeries.builder(bars.symbol(), bars.timeframe());
    double factor = StrictMath.pow(10, symbol % 13 - 2);
    for (int t = 0; t < bars.size(); t++) {
      double f = (t + symbol) % 170 < 40 ? factor : 1;
      leaping.add(
          bars.start(t),
          bars.knownAt(t),
          f * bars.open(t),
          f * bars.high(t),
          f * bars.low(t),
          f * bars.close(t),
          f * bars.volume(t));
    }
    return leaping.build();
  }

  @ParameterizedTest
  @MethodSource("features")
  void overAPanelIsOverEachSeries(Feature feature) throws InterruptedException {
    for (Map.Entry<String, Panel> entry : PANELS.entrySet()) {
      Panel panel = entry.getValue();
      FeaturePanel computed = FeaturePanel.of(panel, List.of(feature));
      FeaturePanel shared = FeaturePanel.of(panel, List.of(feature), executor);
      FeatureRows rows = FeatureRows.of(panel, List.of(feature));
      double[][][] expected = expected(feature, panel);
      for (int row = 0; row < panel.rows(); row++) {
        rows.next();
        for (int s = 0; s < expected.length; s++) {
          for (int o = 0; o < expected[s].length; o++) {
            long bits = Double.doubleToLongBits(expected[s][o][row]);
            if (Double.doubleToLongBits(computed.value(row, s, o)) != bits
                || Double.doubleToLongBits(shared.value(row, s, o)) != bits
                || Double.doubleToLongBits(rows.value(s, o)) != bits) {
              assertThat(
                      List.of(computed.value(row, s, o), shared.value(row, s, o), rows.value(s, o)))
                  .as(
                      "%s, panel %s, symbol %d, output %d, row %d",
                      feature, entry.getKey(), s, o, row)
                  .containsOnly(expected[s][o][row]);
            }
          }
        }
      }
    }
  }

  /** By symbol, output and row. */
  private static double[][][] expected(Feature feature, Panel panel) {
    double[][][] expected =
        new double[panel.symbols().size()][feature.outputs().size()][panel.rows()];
    for (int s = 0; s < expected.length; s++) {
      double[][] own = feature.over(panel.series(s, s + 1).get(0));
      int bar = 0;
      for (int row = 0; row < panel.rows(); row++) {
        boolean trading = panel.trading(row, s);
        for (int o = 0; o < own.length; o++) {
          expected[s][o][row] = trading ? own[o][bar] : Double.NaN;
        }
        bar += trading ? 1 : 0;
      }
    }
    return expected;
  }

  @ParameterizedTest
  @MethodSource("features")
  void ordinaryPricesNeedNoSecondLook(Feature feature) {
    Panel panel = SampleBars.panel(SYMBOLS, 1500, 9);
    RowBlock block = new RowBlock(new PanelBlock(panel, 0, SYMBOLS, 1500));
    block.add((RowFeature) feature, new double[feature.outputs().size()][1500][SYMBOLS]);
    block.compute(0, 1500);
    for (int s = 0; s < SYMBOLS; s++) {
      assertThat(block.sure(s)).as("symbol %d", s).isTrue();
    }
  }

  @Test
  void aSymbolWithAGapLeavesTheOthersAlone() {
    Panel panel = SampleBars.gappyPanel(5, 200, 4);
    RowBlock block = new RowBlock(new PanelBlock(panel, 0, 5, 200));
    for (Feature feature : features()) {
      block.add((RowFeature) feature, new double[feature.outputs().size()][panel.rows()][5]);
    }
    block.compute(0, panel.rows());
    assertThat(block.sure(0)).isTrue();
    assertThat(block.sure(1)).isFalse();
  }
}
