package io.quantkit.features.indicator.candle;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.features.GoldenFile;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with what TA-Lib reports; see the README beside the files. */
class GoldenCandlesTest {

  @ParameterizedTest
  @ValueSource(strings = {"aapl2013", "aapl2013_alt", "spx", "synth11"})
  void patternsAreThoseOfTaLib(String file) {
    GoldenFile golden = GoldenFile.resource("/golden/candle/" + file + ".csv.gz");
    assertThat(golden.columns()).hasSizeGreaterThan(40);
    for (String column : golden.columns()) {
      double[] ours = pattern(column).over(golden.bars())[0];
      assertThat(ours).as(column).isEqualTo(golden.column(column));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"spx", "synth11"})
  void onePassReportsTheSame(String file) {
    GoldenFile golden = GoldenFile.resource("/golden/candle/" + file + ".csv.gz");
    double[][] all = CandlePatterns.all().over(golden.bars());
    for (String column : golden.columns()) {
      assertThat(all[pattern(column).kind().ordinal()]).as(column).isEqualTo(golden.column(column));
    }
  }

  private static CandlePattern pattern(String column) {
    String[] parts = column.split("\\.", 3);
    CandleKind kind =
        Arrays.stream(CandleKind.values())
            .filter(k -> k.taLibName().equals(parts[1]))
            .findFirst()
            .orElseThrow();
    return parts[2].isEmpty()
        ? CandlePattern.of(kind)
        : new CandlePattern(kind, Double.parseDouble(parts[2]));
  }
}
