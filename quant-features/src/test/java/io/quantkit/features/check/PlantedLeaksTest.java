package io.quantkit.features.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.features.indicator.momentum.Rsi;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every leak that is known to have fooled somebody must be caught. */
class PlantedLeaksTest {
  private static final int WEEK = 5;

  static Stream<String> leaks() {
    return seriesLeaks().keySet().stream();
  }

  static Stream<String> panelLeaks() {
    return leaksOfPanels().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("leaks")
  void leakInASeriesIsCaught(String name) {
    CheckReport report =
        new LookAheadCheck(1).check(name, SampleBars.walk(120, 3), seriesLeaks().get(name));
    assertThat(report.violations()).isNotEmpty();
    assertThatThrownBy(report::assertClean)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(name)
        .hasMessageContaining("cut after bar")
        .hasMessageContaining("expected");
  }

  @ParameterizedTest
  @MethodSource("panelLeaks")
  void leakInAPanelIsCaught(String name) {
    Panel panel = SampleBars.gappyPanel(6, 90, 3);
    CheckReport report = new LookAheadCheck(1).check(name, panel, leaksOfPanels().get(name));
    assertThat(report.violations()).isNotEmpty();
    assertThat(report.clean()).isFalse();
  }

  @Test
  void honestTwinsRaiseNoAlarm() {
    Map<String, SeriesFunction> honest = new LinkedHashMap<>();
    honest.put("shift(1)", closes(x -> byIndex(x, t -> t == 0 ? Double.NaN : x[t - 1])));
    honest.put("forward fill", closes(PlantedLeaksTest::forwardFill));
    honest.put("expanding z-score", closes(x -> byIndex(x, t -> zScore(x, 0, t + 1, t))));
    honest.put("last finished week", closes(x -> byIndex(x, t -> finishedWeek(x, t))));
    honest.put("expanding rank", closes(x -> byIndex(x, t -> rank(x, t + 1, t))));
    honest.forEach(
        (name, function) -> {
          new LookAheadCheck(1).check(name, SampleBars.walk(120, 3), function).assertClean();
          new LookAheadCheck(2).check(name, SampleBars.hostile(120, 3), function).assertClean();
        });
  }

  @Test
  void aCheckThatComparesNothingIsNotClean() {
    assertThat(new CheckReport("nothing", 0, List.of()).clean()).isFalse();
    assertThatThrownBy(() -> new CheckReport("nothing", 0, List.of()).assertClean())
        .hasMessage("nothing: nothing was compared, give the check more bars");
  }

  private static Map<String, SeriesFunction> seriesLeaks() {
    Map<String, SeriesFunction> leaks = new LinkedHashMap<>();
    leaks.put("shift(-1)", closes(x -> byIndex(x, t -> at(x, t + 1))));
    leaks.put("shift(-20)", closes(x -> byIndex(x, t -> at(x, t + 20))));
    leaks.put("centred window", closes(x -> byIndex(x, t -> mean(x, t - 2, t + 3))));
    leaks.put("backward fill", closes(x -> backwardFill(gaps(x))));
    leaks.put("interpolation across gaps", closes(x -> interpolate(gaps(x))));
    leaks.put("global z-score", closes(x -> byIndex(x, t -> zScore(x, 0, x.length, t))));
    leaks.put("global min-max", closes(PlantedLeaksTest::minMax));
    leaks.put("whole-sample winsorizing", closes(PlantedLeaksTest::winsorize));
    leaks.put("full-sample rank", closes(x -> byIndex(x, t -> rank(x, x.length, t))));
    leaks.put("normalized by the final value", closes(x -> byIndex(x, t -> x[t] / at(x, -1))));
    leaks.put("adjusted backwards from the end", closes(PlantedLeaksTest::backAdjusted));
    leaks.put("unfinished higher timeframe", closes(x -> byIndex(x, t -> at(x, endOfWeek(x, t)))));
    leaks.put("week labelled by its start", closes(x -> byIndex(x, t -> weekMaximum(x, t))));
    leaks.put("two-sided filter", closes(PlantedLeaksTest::filteredBothWays));
    leaks.put("trend fitted on the whole sample", closes(PlantedLeaksTest::detrended));
    leaks.put(
        "forward rolling window with min_periods",
        closes(x -> byIndex(x, t -> mean(x, t, Math.min(x.length, t + 5)))));
    leaks.put("label among the features", closes(x -> byIndex(x, t -> at(x, t + 5) / x[t] - 1)));
    leaks.put(
        "next bar's open",
        series -> new double[][] {byIndex(series, t -> at(series, BarField.OPEN, t + 1))});
    leaks.put(
        "today's range scaled by tomorrow's volume",
        series -> new double[][] {byIndex(series, t -> at(series, BarField.VOLUME, t + 1))});
    leaks.put(
        "last bar flag",
        series -> new double[][] {byIndex(series, t -> t == series.size() - 1 ? 1 : 0)});
    leaks.put(
        "position in the sample",
        series -> new double[][] {byIndex(series, t -> t / (double) series.size())});
    leaks.put(
        "time until the next bar",
        series ->
            new double[][] {
              byIndex(
                  series,
                  t ->
                      t + 1 < series.size()
                          ? series.knownAt(t + 1) - series.knownAt(t)
                          : Double.NaN)
            });
    leaks.put("last of duplicates kept", closes(PlantedLeaksTest::lastOfEqualSigns));
    leaks.put("highest price still to come", closes(x -> byIndex(x, t -> maximum(x, t, x.length))));
    return leaks;
  }

  private static Map<String, PanelFunction> leaksOfPanels() {
    Map<String, PanelFunction> leaks = new LinkedHashMap<>();
    leaks.put("universe of survivors", PlantedLeaksTest::survivors);
    leaks.put("universe of later winners", PlantedLeaksTest::winners);
    leaks.put(
        "z-score over all rows and symbols",
        panel -> {
          double[] all = new double[panel.rows() * panel.symbols().size()];
          int n = 0;
          for (int t = 0; t < panel.rows(); t++) {
            for (int s = 0; s < panel.symbols().size(); s++) {
              all[n++] = panel.trading(t, s) ? panel.close(t, s) : 0;
            }
          }
          int width = panel.symbols().size();
          double[] out = new double[panel.rows()];
          Arrays.setAll(out, t -> zScore(all, 0, all.length, t * width));
          return new double[][] {out};
        });
    leaks.put(
        "another symbol's next close",
        panel -> {
          double[] out = new double[panel.rows()];
          Arrays.setAll(out, t -> t + 1 < panel.rows() ? panel.close(t + 1, 0) : Double.NaN);
          return new double[][] {out};
        });
    return leaks;
  }

  private static double[][] survivors(Panel panel) {
    return meanOf(panel, s -> panel.trading(panel.rows() - 1, s));
  }

  private static double[][] winners(Panel panel) {
    return meanOf(
        panel,
        s -> {
          BarSeries one = panel.series(panel.symbols().get(s));
          return !one.isEmpty() && one.close(one.size() - 1) > one.close(0);
        });
  }

  private static double[][] meanOf(Panel panel, IntPredicate member) {
    double[] out = new double[panel.rows()];
    for (int t = 0; t < out.length; t++) {
      double sum = 0;
      int n = 0;
      for (int s = 0; s < panel.symbols().size(); s++) {
        if (panel.trading(t, s) && member.test(s)) {
          sum += panel.close(t, s);
          n++;
        }
      }
      out[t] = sum / n;
    }
    return new double[][] {out};
  }

  private static SeriesFunction closes(UnaryOperator<double[]> function) {
    return series -> new double[][] {function.apply(series.toArray(BarField.CLOSE))};
  }

  private interface ByIndex {
    double at(int t);
  }

  private static double[] byIndex(double[] x, ByIndex function) {
    double[] out = new double[x.length];
    Arrays.setAll(out, function::at);
    return out;
  }

  private static double[] byIndex(BarSeries series, ByIndex function) {
    double[] out = new double[series.size()];
    Arrays.setAll(out, function::at);
    return out;
  }

  /** Returns a number, counted from the end if the index is negative. */
  private static double at(double[] x, int index) {
    int i = index < 0 ? x.length + index : index;
    return i < x.length ? x[i] : Double.NaN;
  }

  private static double at(BarSeries series, BarField field, int index) {
    return index < series.size() ? series.value(field, index) : Double.NaN;
  }

  private static double mean(double[] x, int from, int to) {
    double sum = 0;
    for (int i = Math.max(0, from); i < Math.min(x.length, to); i++) {
      sum += x[i];
    }
    return sum / (to - from);
  }

  private static double zScore(double[] x, int from, int to, int t) {
    double mean = mean(x, from, to);
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (x[i] - mean) * (x[i] - mean);
    }
    return (x[t] - mean) / Math.sqrt(squares / (to - from));
  }

  private static double rank(double[] x, int to, int t) {
    int below = 0;
    for (int i = 0; i < to; i++) {
      below += x[i] < x[t] ? 1 : 0;
    }
    return below / (double) to;
  }

  private static double[] minMax(double[] x) {
    double low = Arrays.stream(x).min().orElseThrow();
    double high = Arrays.stream(x).max().orElseThrow();
    return byIndex(x, t -> (x[t] - low) / (high - low));
  }

  private static double[] winsorize(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    return byIndex(x, t -> Math.min(x[t], sorted[(int) (0.9 * x.length)]));
  }

  private static double[] gaps(double[] x) {
    return byIndex(x, t -> t % 4 == 2 ? Double.NaN : x[t]);
  }

  private static double[] forwardFill(double[] x) {
    double[] out = gaps(x);
    for (int t = 1; t < out.length; t++) {
      out[t] = Double.isNaN(out[t]) ? out[t - 1] : out[t];
    }
    return out;
  }

  private static double[] backwardFill(double[] x) {
    for (int t = x.length - 2; t >= 0; t--) {
      x[t] = Double.isNaN(x[t]) ? x[t + 1] : x[t];
    }
    return x;
  }

  private static double[] interpolate(double[] x) {
    for (int t = 1; t < x.length - 1; t++) {
      x[t] = Double.isNaN(x[t]) ? (x[t - 1] + x[t + 1]) / 2 : x[t];
    }
    return x;
  }

  private static double[] backAdjusted(double[] x) {
    double[] out = x.clone();
    for (int t = x.length - 2; t >= 0; t--) {
      double split = x[t + 1] > 1.015 * x[t] ? 2 : 1;
      out[t] = out[t + 1] / x[t + 1] * x[t] / split;
    }
    return out;
  }

  private static int endOfWeek(double[] x, int t) {
    return Math.min(x.length - 1, t - t % WEEK + WEEK - 1);
  }

  private static double finishedWeek(double[] x, int t) {
    int end = (t + 1) / WEEK * WEEK - 1;
    return end < 0 ? Double.NaN : x[end];
  }

  private static double weekMaximum(double[] x, int t) {
    return maximum(x, t - t % WEEK, endOfWeek(x, t) + 1);
  }

  private static double maximum(double[] x, int from, int to) {
    return Arrays.stream(x, from, to).max().orElse(Double.NaN);
  }

  private static double[] filteredBothWays(double[] x) {
    double[] out = x.clone();
    for (int t = 1; t < out.length; t++) {
      out[t] = 0.5 * out[t] + 0.5 * out[t - 1];
    }
    for (int t = out.length - 2; t >= 0; t--) {
      out[t] = 0.5 * out[t] + 0.5 * out[t + 1];
    }
    return out;
  }

  private static double[] detrended(double[] x) {
    double n = x.length;
    double sumX = 0;
    double sumTX = 0;
    for (int t = 0; t < x.length; t++) {
      sumX += x[t];
      sumTX += t * x[t];
    }
    double slope = (sumTX - (n - 1) / 2 * sumX) / (n * (n * n - 1) / 12);
    double level = sumX / n - slope * (n - 1) / 2;
    return byIndex(x, t -> x[t] - level - slope * t);
  }

  /** Keeps, of successive bars that move the same way, the last one's close. */
  private static double[] lastOfEqualSigns(double[] x) {
    double[] out = x.clone();
    for (int t = x.length - 2; t >= 1; t--) {
      boolean same = (x[t + 1] > x[t]) == (x[t] > x[t - 1]);
      out[t] = same ? out[t + 1] : out[t];
    }
    return out;
  }

  @Test
  void realFeatureRaisesNoAlarm() {
    new LookAheadCheck(9).check(new Rsi(14), SampleBars.walk(120, 3)).assertClean();
  }
}
