package io.quantkit.backtest.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The statistics of Sharpe ratios against values that SciPy computed on the same returns. */
class GoldenInferenceTest {

  @ParameterizedTest
  @ValueSource(strings = {"spx_2007_2012", "aapl_vs_spx_2013_2018"})
  void agreesWithScipy(String series) {
    List<String> values = read(series + "_values.csv");
    SharpeSample sample =
        SharpeSample.of(
            read(series + ".csv").stream().skip(1).mapToDouble(Double::parseDouble).toArray());
    check(values, "sharpe_daily", sample.sharpe());
    check(values, "sharpe_se_mertens", sample.standardError());
    check(values, "psr_vs_0", sample.probabilityAbove(0));
    check(values, "psr_vs_daily_0.05", sample.probabilityAbove(0.05));
    check(values, "min_track_record_length_vs0_95", sample.minimumTrackRecord(0, 0.95));
    check(values, "dsr_N10_varSR0.0025_sr0", DeflatedSharpe.expectedMaximum(10, 0.0025));
    check(values, "dsr_N10_varSR0.0025", DeflatedSharpe.probability(sample, 10, 0.0025));
    check(values, "dsr_N100_varSR0.01_sr0", DeflatedSharpe.expectedMaximum(100, 0.01));
    check(values, "dsr_N100_varSR0.01", DeflatedSharpe.probability(sample, 100, 0.01));
  }

  private static void check(List<String> values, String name, double actual) {
    String line =
        values.stream().filter(each -> each.startsWith(name + ",")).findFirst().orElseThrow();
    double expected = Double.parseDouble(line.substring(name.length() + 1));
    assertThat(actual).as(name).isCloseTo(expected, within(1e-11 * Math.abs(expected)));
  }

  private static List<String> read(String name) {
    try (InputStream in =
        GoldenInferenceTest.class.getResourceAsStream("/golden/inference/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
