package io.quantkit.features.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Operators beside pandas, SciPy, NumPy and scikit-learn. */
class GoldenRowsTest {
  private static final Map<String, double[]> ROW = Csv.columns("/golden/crosssection/row.csv");
  private static final Map<String, double[]> ROLLING =
      Csv.columns("/golden/crosssection/rolling.csv");

  static Stream<Arguments> references() {
    RowMatrix plain = RowMatrix.of(column("x"), 40);
    int[] groups = Arrays.stream(column("group")).mapToInt(g -> (int) g).toArray();
    RowMatrix grouped = plain.withGroups(groups);
    RowMatrix weighted = plain.withWeights(column("weight"));
    RowMatrix exposed = plain.withExposures(column("e1"), column("e2"));
    return Stream.of(
        Arguments.of("average-rank", Rows.rank(RankScale.AVERAGE), plain),
        Arguments.of("percent-rank", Rows.rank(RankScale.PERCENT), plain),
        Arguments.of("normal-rank", Rows.rank(RankScale.NORMAL), plain),
        Arguments.of("zscore", Rows.zscore(1), plain),
        Arguments.of("zscore-ddof0", Rows.zscore(0), plain),
        Arguments.of("group percent-rank", Rows.rank(RankScale.PERCENT), grouped),
        Arguments.of("group zscore", Rows.zscore(1), grouped),
        Arguments.of("group demean", Rows.demean(), grouped),
        Arguments.of("weighted demean", Rows.demean(), weighted),
        Arguments.of("weighted zscore", Rows.zscore(1), weighted),
        Arguments.of("demedian", Rows.demedian(), plain),
        Arguments.of("robust-zscore", Rows.robustZscore(), plain),
        Arguments.of("winsorize", Rows.winsorize(0.05, 0.95), plain),
        Arguments.of("winsorize-mad", Rows.winsorizeMad(2), plain),
        Arguments.of("buckets", Rows.buckets(5), plain),
        Arguments.of("minmax", Rows.minMax(), plain),
        Arguments.of("softmax", Rows.softmax(0.7), plain),
        Arguments.of("tanh", Rows.tanh(2), plain),
        Arguments.of("gross", Rows.gross(1), plain),
        Arguments.of("ols residual", Rows.residual(), exposed),
        Arguments.of("wls residual", Rows.residual(), exposed.withWeights(column("weight"))),
        Arguments.of("group residual", Rows.residual(), exposed.withGroups(groups)),
        Arguments.of(
            "group wls residual",
            Rows.residual(),
            exposed.withGroups(groups).withWeights(column("weight"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("references")
  void operatorsAgreeWithTheirReferences(String reference, RowOperator operator, RowMatrix in) {
    double[] out = new double[40];
    operator.over(in, out);
    assertClose(out, column(reference), 1e-13);
  }

  @Test
  void correlationsOfRowsAgreeWithScipy() {
    Map<String, double[]> scalars = Csv.records("/golden/crosssection/market.csv");
    RowMatrix a = RowMatrix.of(column("x"), 40);
    RowMatrix b = RowMatrix.of(column("e2"), 40);
    double[] out = new double[1];
    Rows.pearson(a, b, out);
    assertClose(out, scalars.get("pearson"), 1e-14);
    Rows.spearman(a, b, out);
    assertClose(out, scalars.get("spearman"), 1e-14);
  }

  @Test
  void rollingOperatorsAgreeWithPandas() {
    RowMatrix x = RowMatrix.of(table("x"), 6);
    RowMatrix y = RowMatrix.of(table("y"), 6);
    double[] out = new double[90 * 6];
    Columns.correlation(x, y, 15, out);
    assertClose(out, table("corr15."), 1e-12);
    Columns.rank(x, 10, RankScale.AVERAGE, out);
    assertClose(out, table("rank10."), 0);
    Columns.rank(x, 10, RankScale.PERCENT, out);
    assertClose(out, table("pct10."), 1e-15);
  }

  private static double[] column(String name) {
    return ROW.get(name);
  }

  private static double[] table(String prefix) {
    double[] table = new double[90 * 6];
    for (int s = 0; s < 6; s++) {
      double[] column = ROLLING.get(prefix + s);
      for (int t = 0; t < 90; t++) {
        table[t * 6 + s] = column[t];
      }
    }
    return table;
  }

  private static void assertClose(double[] actual, double[] expected, double tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      if (Double.isNaN(expected[i])) {
        assertThat(actual[i]).as("cell %d", i).isNaN();
      } else {
        assertThat(actual[i])
            .as("cell %d", i)
            .isCloseTo(expected[i], within(tolerance * Math.max(1, Math.abs(expected[i]))));
      }
    }
  }
}
