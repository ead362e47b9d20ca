package io.quantkit.features.indicator.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.quantkit.features.GoldenFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares swing points with TTR's line between them; see the README beside it. */
class GoldenZigZagTest {

  @ParameterizedTest
  @CsvSource({"aapl2013, 3, 15", "spx, 65, 10"})
  void swingPointsAreTheCornersOfTheLine(String series, int firstSwings, int expected) {
    GoldenFile golden = GoldenFile.resource("/golden/pattern/" + series + ".csv.gz");
    double[] line = golden.column("ttr.ZigZag.6.");
    double[][] swings = new ZigZag(new Swings.Percent(0.06)).over(golden.bars());

    int corners = 0;
    int last = -1;
    for (int t = firstSwings + 1; t < line.length; t++) {
      if (swings[0][t] != 0) {
        int corner = t - (int) swings[1][t];
        assertThat(swings[2][t]).isCloseTo(line[corner], offset(1e-9));
        assertThat(Math.signum(line[corner] - line[corner - 1])).isEqualTo(swings[0][t]);
        assertThat(Math.signum(line[corner] - line[corner + 1])).isEqualTo(swings[0][t]);
        if (last >= 0) {
          assertStraight(line, last, corner);
        }
        last = corner;
        corners++;
      }
    }
    assertThat(corners).isEqualTo(expected);
  }

  /** Between two swing points the line has no other corner. */
  private static void assertStraight(double[] line, int from, int to) {
    double slope = (line[to] - line[from]) / (to - from);
    for (int t = from + 1; t < to; t++) {
      assertThat(line[t]).isCloseTo(line[from] + slope * (t - from), offset(1e-9));
    }
  }
}
