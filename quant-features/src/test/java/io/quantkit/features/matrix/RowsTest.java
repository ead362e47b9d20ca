package io.quantkit.features.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.math.Ranks;
import io.quantkit.features.kernel.SlidingCovariance;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final List<RowOperator> OPERATORS =
      List.of(
          Rows.rank(RankScale.AVERAGE),
          Rows.rank(RankScale.UNIT),
          Rows.rank(RankScale.PERCENT),
          Rows.rank(RankScale.NORMAL),
          Rows.zscore(0),
          Rows.zscore(1),
          Rows.demean(),
          Rows.demedian(),
          Rows.robustZscore(),
          Rows.winsorize(0.1, 0.8),
          Rows.winsorizeMad(1),
          Rows.clip(-1, 1),
          Rows.gross(1),
          Rows.net(1),
          Rows.buckets(3),
          Rows.top(2),
          Rows.bottom(2),
          Rows.minMax(),
          Rows.softmax(1),
          Rows.tanh(1),
          Rows.residual());

  @Property(tries = 300)
  void ranksAreThoseOfAComparisonSort(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3000) int n) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] row = new double[n];
    int kind = random.nextInt(7);
    for (int i = 0; i < n; i++) {
      row[i] = number(kind, random);
    }
    assertThat(Rows.rank(RankScale.AVERAGE).of(row)).isEqualTo(Ranks.averageOf(row));
  }

  private static double number(int kind, SplittableRandom random) {
    return switch (kind) {
      case 0 -> random.nextDouble() - 0.5;
      case 1 -> random.nextInt(20) - 10;
      case 2 -> 1 + random.nextInt(1000) * Math.ulp(1.0);
      case 3 -> random.nextBoolean() ? 0.0 : -0.0;
      case 4 -> Double.MIN_VALUE * (random.nextInt(9) - 4);
      case 5 -> (random.nextDouble() - 0.5) * Double.MAX_VALUE;
      default -> random.nextInt(10) == 0 ? 1e300 : 1e-3 + 1e-15 * random.nextInt(100);
    };
  }

  @Property(tries = 60)
  void permutingSymbolsPermutesResults(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 2 + random.nextInt(40);
    double[] row = hostile(n, random);
    int[] groups = random.ints(n, -1, 4).toArray();
    int[] order = shuffled(n, random);
    for (RowOperator operator : OPERATORS) {
      double[] a = new double[n];
      double[] b = new double[n];
      operator.over(RowMatrix.of(row, n).withGroups(groups), a);
      operator.over(RowMatrix.of(permuted(row, order), n).withGroups(permuted(groups, order)), b);
      double[] expected = permuted(a, order);
      for (int i = 0; i < n; i++) {
        assertSame(operator, b[i], expected[i]);
      }
    }
  }

  private static void assertSame(RowOperator operator, double actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).as(operator.name()).isNaN();
    } else {
      assertThat(actual)
          .as(operator.name())
          .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }
  }

  @Property(tries = 40)
  void missingNumbersStayMissingAndCountForNobody(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 3 + random.nextInt(30);
    double[] row = hostile(n, random);
    double[] present = Arrays.stream(row).filter(Double::isFinite).toArray();
    for (RowOperator operator : OPERATORS) {
      double[] all = operator.of(row);
      double[] some = operator.of(present);
      int k = 0;
      for (int i = 0; i < n; i++) {
        if (Double.isFinite(row[i])) {
          double alone = some[k++]; // NaN where an operator has no answer for the row at all
          if (Double.isNaN(alone)) {
            assertThat(all[i]).as(operator.name()).isNaN();
          } else {
            assertThat(all[i]).as(operator.name()).isEqualTo(alone);
          }
        } else {
          assertThat(all[i]).as(operator.name()).isNaN();
        }
      }
    }
  }

  @Property(tries = 30)
  void threadsChangeNoBitAndResultsMayReplaceTheNumbers(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int symbols = 1 + random.nextInt(50);
    int rows = 1 + random.nextInt(20);
    double[] values = hostile(rows * symbols, random);
    int[] groups = random.ints(symbols, -1, 3).toArray();
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      for (RowOperator operator : OPERATORS) {
        RowMatrix in = RowMatrix.of(values, symbols).withGroups(groups);
        double[] expected = new double[values.length];
        operator.over(in, expected);
        double[] threaded = new double[values.length];
        operator.over(in, threaded, executor);
        assertThat(threaded).isEqualTo(expected);
        double[] inPlace = values.clone();
        operator.over(RowMatrix.of(inPlace, symbols).withGroups(groups), inPlace);
        assertThat(inPlace).isEqualTo(expected);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Property(tries = 100)
  void ranksSurviveMonotoneTransforms(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] row = random.doubles(50, -3, 3).map(x -> Math.rint(10 * x) / 10).toArray();
    double[] other = Arrays.stream(row).map(x -> StrictMath.exp(x) * 1e-5).toArray();
    for (RankScale scale : RankScale.values()) {
      assertThat(Rows.rank(scale).of(other)).isEqualTo(Rows.rank(scale).of(row));
    }
  }

  @Property(tries = 100)
  void scoresHaveMeanZeroAndDeviationOne(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double level = StrictMath.pow(10, 12 * random.nextDouble() - 6);
    double[] row = random.doubles(100, 1, 2).map(x -> level * (1e4 + x)).toArray();
    row[0] = level * 1e7;
    double[] z = Rows.zscore(0).of(row);
    assertThat(Arrays.stream(z).average().orElseThrow()).isCloseTo(0, within(1e-12));
    assertThat(Arrays.stream(z).map(x -> x * x).average().orElseThrow())
        .isCloseTo(1, within(1e-10));
  }

  @Property(tries = 100)
  void residualsAreOrthogonalToWhatExplains(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 60;
    double[] y = random.doubles(n).toArray();
    double[] a = random.doubles(n).toArray();
    double[] b = random.doubles(n).toArray();
    double[] twice = Arrays.stream(a).map(x -> 2 * x - 1).toArray();
    int[] groups = random.ints(n, 0, 3).toArray();
    double[] weights = random.doubles(n, 0.1, 5).toArray();
    RowMatrix in =
        RowMatrix.of(y, n).withGroups(groups).withWeights(weights).withExposures(a, twice, b);
    double[] residual = new double[n];
    Rows.residual().over(in, residual);
    double[] sums = new double[5];
    for (int i = 0; i < n; i++) {
      double e = weights[i] * residual[i];
      sums[groups[i]] += e;
      sums[3] += e * a[i];
      sums[4] += e * b[i];
    }
    assertThat(sums).containsExactly(new double[5], within(1e-11));
  }

  @Property(tries = 60)
  void rollingCorrelationIsThatOfItsWindow(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int symbols = 1 + random.nextInt(5);
    int rows = 60;
    int window = 2 + random.nextInt(20);
    double[] x = random.doubles(rows * symbols).toArray();
    double[] y = random.doubles(rows * symbols).map(v -> 1000 + v).toArray();
    x[random.nextInt(x.length)] = Double.NaN;
    y[random.nextInt(y.length)] = Double.POSITIVE_INFINITY;
    double[] out = new double[x.length];
    Columns.correlation(RowMatrix.of(x, symbols), RowMatrix.of(y, symbols), window, out);
    for (int t = 0; t < rows; t++) {
      for (int s = 0; s < symbols; s++) {
        SlidingCovariance direct = new SlidingCovariance(window);
        boolean whole = t >= window - 1;
        for (int k = Math.max(0, t - window + 1); k <= t && whole; k++) {
          whole = Double.isFinite(x[k * symbols + s]) && Double.isFinite(y[k * symbols + s]);
          if (whole) {
            direct.add(x[k * symbols + s], y[k * symbols + s]);
          }
        }
        if (whole) {
          double expected = direct.products() / Math.sqrt(direct.squaresX() * direct.squaresY());
          assertThat(out[t * symbols + s]).isCloseTo(expected, within(1e-9));
        } else {
          assertThat(out[t * symbols + s]).isNaN();
        }
      }
    }
  }

  @Test
  void constantColumnsHaveNoCorrelation() {
    double[] x = new double[30];
    Arrays.fill(x, 0.1);
    double[] y = new SplittableRandom(1).doubles(30).toArray();
    double[] out = new double[30];
    Columns.correlation(RowMatrix.of(x, 1), RowMatrix.of(y, 1), 7, out);
    assertThat(out).containsOnly(Double.NaN);
  }

  @Test
  void correlationsBeyondTheRangeOfSquaresAreMissingAndNothingElse() {
    double[] x = new SplittableRandom(2).doubles(30).toArray();
    double[] y = new SplittableRandom(3).doubles(30).toArray();
    double[] expected = correlations(x, y, 1);
    assertThat(expected[29]).isFinite();
    for (double scale : new double[] {1e-70, 1e70}) {
      assertThat(correlations(x, y, scale)).containsExactly(expected, within(1e-12));
    }
    for (double scale : new double[] {1e-200, 1e-90, 1e90, 1e200}) {
      assertThat(correlations(x, y, scale)).containsOnly(Double.NaN);
    }
    for (int exponent = -85; exponent <= 85; exponent++) {
      for (double r : correlations(x, y, Math.pow(10, exponent))) {
        assertThat(Double.isNaN(r) || (r >= -1 && r <= 1)).isTrue();
      }
    }
  }

  private static double[] correlations(double[] x, double[] y, double scale) {
    double[] left = Arrays.stream(x).map(v -> scale * v).toArray();
    double[] right = Arrays.stream(y).map(v -> scale * v).toArray();
    double[] out = new double[x.length];
    Columns.correlation(RowMatrix.of(left, 1), RowMatrix.of(right, 1), 7, out);
    return out;
  }

  @Property(tries = 60)
  void rollingRankIsThatOfItsWindowAndThreadsChangeNoBit(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int symbols = 300 + random.nextInt(300);
    int window = 1 + random.nextInt(12);
    double[] x =
        random
            .ints(30L * symbols, 0, 8)
            .mapToDouble(i -> i == 7 ? Double.NaN : i * 5e-324)
            .toArray();
    double[] out = new double[x.length];
    Columns.rank(RowMatrix.of(x, symbols), window, RankScale.AVERAGE, out);
    for (int i = 0; i < 500; i++) {
      int t = random.nextInt(30);
      int s = random.nextInt(symbols);
      double expected = Double.NaN;
      if (t >= window - 1) {
        double[] last = new double[window];
        Arrays.setAll(last, k -> x[(t - window + 1 + k) * symbols + s]);
        double[] ranks = Ranks.averageOf(last);
        boolean whole = Arrays.stream(last).noneMatch(Double::isNaN);
        expected = whole ? ranks[window - 1] : Double.NaN;
      }
      assertThat(Double.compare(out[t * symbols + s], expected)).isZero();
    }
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      double[] threaded = new double[x.length];
      Columns.rank(RowMatrix.of(x, symbols), window, RankScale.AVERAGE, threaded, executor);
      assertThat(threaded).isEqualTo(out);
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void rowsThatCannotBeScoredHaveNoScore() {
    assertThat(Rows.zscore(1).of(0.1, 0.1, 0.1)).containsOnly(Double.NaN);
    assertThat(Rows.zscore(1).of(5)).containsOnly(Double.NaN);
    assertThat(Rows.minMax().of(2, 2)).containsOnly(Double.NaN);
    assertThat(Rows.gross(1).of(0, 0)).containsOnly(Double.NaN);
    assertThat(Rows.net(1).of(1, -1)).containsOnly(Double.NaN);
    assertThat(Rows.robustZscore().of(1, 1, 1, 9)).containsOnly(Double.NaN);
    assertThat(Rows.rank(RankScale.UNIT).of(7)).containsExactly(0.5);
    assertThat(Rows.demean().of()).isEmpty();
    for (RowOperator operator : OPERATORS) {
      assertThat(operator.of(Double.NaN, Double.POSITIVE_INFINITY))
          .as(operator.name())
          .containsOnly(Double.NaN);
    }
  }

  @Test
  void aWeightOfZeroScoresWithoutCounting() {
    RowMatrix in = RowMatrix.of(new double[] {1, 2, 3, 50}, 4).withWeights(1, 1, 1, 0);
    double[] out = new double[4];
    Rows.zscore(1).over(in, out);
    assertThat(out).containsExactly(new double[] {-1, 0, 1, 48}, within(1e-12));
  }

  @Test
  void tiesAtTheEdgeAreChosenTogether() {
    assertThat(Rows.top(2).of(1, 5, 5, 9, Double.NaN)).containsExactly(0, 1, 1, 1, Double.NaN);
    assertThat(Rows.bottom(9).of(1, 5)).containsExactly(1, 1);
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowMatrix.of(new double[7], 3))
        .withMessage("values must fill rows of 3, were 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowMatrix.of(new double[0], 0))
        .withMessage("symbols must be at least 1, was 0");
    RowMatrix matrix = RowMatrix.of(new double[6], 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> matrix.withGroups(1, 2))
        .withMessage("groups must be 3 or 6, were 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> matrix.withGroups(1, 2, -2))
        .withMessage("group must be within -1 to 65535, was -2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rows.zscore(0).over(matrix, new double[5]))
        .withMessage("out must hold 6 numbers, held 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rows.minMax().over(matrix.withWeights(1, 1, 1), new double[6]))
        .withMessage("minmax must have no weights, had some");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rows.zscore(2))
        .withMessage("ddof must be 0 or 1, was 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rows.winsorize(0.9, 0.1))
        .withMessage("low and high must be within 0 to 1 in this order, were 0.9, 0.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rows.clip(Double.NaN, 1))
        .withMessage("low must be at most high, were NaN, 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rows.buckets(1))
        .withMessage("count must be at least 2, was 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Columns.correlation(matrix, matrix, 1, new double[6]))
        .withMessage("window must be at least 2, was 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Columns.rank(matrix, 0, RankScale.UNIT, new double[6]))
        .withMessage("window must be at least 1, was 0");
  }

  private static double[] hostile(int n, SplittableRandom random) {
    double[] row = new double[n];
    for (int i = 0; i < n; i++) {
      row[i] =
          switch (random.nextInt(12)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> 0.25;
            case 3 -> -0.0;
            default -> 4 * random.nextDouble() - 2;
          };
    }
    return row;
  }

  private static int[] shuffled(int n, SplittableRandom random) {
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int t = order[i];
      order[i] = order[j];
      order[j] = t;
    }
    return order;
  }

  private static double[] permuted(double[] x, int[] order) {
    return Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
  }

  private static int[] permuted(int[] x, int[] order) {
    return Arrays.stream(order).map(i -> x[i]).toArray();
  }
}
