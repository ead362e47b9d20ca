package io.quantkit.features.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.features.Indicator;
import io.quantkit.features.Input;
import io.quantkit.features.statistic.RollingQuantile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares with what pandas and scikit-learn computed; see the README beside the values. */
class GoldenTransformsTest {

  private static Map<String, double[]> table(String name) throws IOException {
    String path = "/golden/transform/" + name + ".csv.gz";
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Objects.requireNonNull(
                        GoldenTransformsTest.class.getResourceAsStream(path), path)),
                StandardCharsets.UTF_8))) {
      String[] header = reader.readLine().split(",");
      List<String[]> rows = reader.lines().map(line -> line.split(",", -1)).toList();
      Map<String, double[]> columns = new LinkedHashMap<>();
      for (int c = 0; c < header.length; c++) {
        int column = c;
        columns.put(
            header[c],
            rows.stream()
                .mapToDouble(
                    row -> row[column].isEmpty() ? Double.NaN : Double.parseDouble(row[column]))
                .toArray());
      }
      return columns;
    }
  }

  private static void assertEqual(Indicator ours, double[] close, double[] theirs) {
    double[] out = ours.over(close);
    for (int t = 0; t < close.length; t++) {
      if (Double.isNaN(theirs[t])) {
        assertThat(out[t]).as("%s at %d", ours, t).isNaN();
      } else {
        assertThat(out[t])
            .as("%s at %d", ours, t)
            .isCloseTo(theirs[t], within(1e-12 * Math.max(1, Math.abs(theirs[t]))));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"aapl2013_rolling20, 20", "spx_rolling60, 60"})
  void rollingNormalisersAgreeWithPandas(String file, int n) throws IOException {
    Map<String, double[]> table = table(file);
    double[] close = table.get("close");
    double[] minmax = new double[close.length];
    double[] robust = new double[close.length];
    for (int t = 0; t < close.length; t++) {
      double low = table.get("min")[t];
      minmax[t] = (close[t] - low) / (table.get("max")[t] - low);
      robust[t] = (close[t] - table.get("median")[t]) / (table.get("q75")[t] - table.get("q25")[t]);
    }

    assertEqual(new RollingMinMax(n), close, minmax);
    assertEqual(new RollingRobust(n), close, robust);
    assertEqual(new RollingRank(n), close, table.get("rankpct"));
    assertEqual(new RollingQuantile(n, 0.05, Input.CLOSE), close, table.get("q05"));
    assertEqual(new RollingQuantile(n, 0.25, Input.CLOSE), close, table.get("q25"));
    assertEqual(new RollingQuantile(n, 0.5, Input.CLOSE), close, table.get("median"));
    assertEqual(new RollingQuantile(n, 0.95, Input.CLOSE), close, table.get("q95"));
  }

  @ParameterizedTest
  @CsvSource({"aapl2013_rolling20", "spx_rolling60"})
  void expandingNormalisersAgreeWithPandas(String file) throws IOException {
    Map<String, double[]> table = table(file);
    double[] close = table.get("close");
    double[] score = new double[close.length];
    double[] minmax = new double[close.length];
    double low = Double.POSITIVE_INFINITY;
    for (int t = 0; t < close.length; t++) {
      low = Math.min(low, close[t]);
      score[t] = (close[t] - table.get("expanding_mean")[t]) / table.get("expanding_std")[t];
      minmax[t] = (close[t] - low) / (table.get("expanding_max")[t] - low);
    }
    score[0] = Double.NaN;
    minmax[0] = Double.NaN;

    assertEqual(new ExpandingZScore(2), close, score);
    assertEqual(new ExpandingMinMax(2), close, minmax);
  }

  @ParameterizedTest
  @EnumSource(Scaling.class)
  void fittedScalingAgreesWithScikitLearn(Scaling scaling) throws IOException {
    Map<String, double[]> table = table("scaling");
    List<String> names = List.of("close", "volume", "rounded");
    FeatureMatrix.Builder builder = FeatureMatrix.builder(names, Symbols.of("SPX"));
    for (int row = 0; row < 1200; row++) {
      int r = row;
      builder.add(r, 0, names.stream().mapToDouble(name -> table.get(name)[r]).toArray());
    }
    FittedScaling fitted = scaling.fit(builder.build());
    FittedScaling restored = FittedScaling.parse(fitted.json());
    int compared = 0;
    for (int c = 0; c < names.size(); c++) {
      double[] theirs = table.get(scaling + "." + names.get(c));
      for (int row = 0; row < theirs.length; row++) {
        if (!Double.isNaN(theirs[row])) {
          double ours = fitted.scale(c, table.get(names.get(c))[row]);
          double tolerance = scaling == Scaling.NORMAL ? 1e-9 : 1e-13;
          assertThat(ours)
              .as("%s %s at %d", scaling, names.get(c), row)
              .isCloseTo(theirs[row], within(tolerance * Math.max(1, Math.abs(theirs[row]))));
          assertThat(restored.scale(c, table.get(names.get(c))[row])).isEqualTo(ours);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(500);
    assertThat(Arrays.stream(table.get("rounded")).filter(Double::isNaN).count()).isPositive();
    assertThat(fitted.scale(2, Double.NaN)).isNaN();
  }
}
