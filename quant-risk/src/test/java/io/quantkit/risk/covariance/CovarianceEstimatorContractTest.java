package io.quantkit.risk.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.Returns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** What holds for every estimator. */
class CovarianceEstimatorContractTest {

  @Provide
  Arbitrary<CovarianceEstimator> estimators() {
    return Arbitraries.of(
        SampleCovariance.UNBIASED,
        new SampleCovariance(0),
        new LedoitWolf(),
        ConstantCorrelation.DEFAULT,
        new ConstantCorrelation(1));
  }

  @Property(tries = 200)
  void noPortfolioHasANegativeVariance(
      @ForAll("estimators") CovarianceEstimator estimator,
      @ForAll @IntRange(min = 2, max = 30) int rows,
      @ForAll @IntRange(min = 1, max = 10) int n,
      @ForAll long seed) {
    Covariance covariance = estimator.estimate(random(rows, n, seed));
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < 20; trial++) {
      double[] weights = random.doubles(n, -1, 1).toArray();
      double variance = 0;
      double scale = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          assertThat(covariance.get(i, j)).isEqualTo(covariance.get(j, i));
          variance += weights[i] * covariance.get(i, j) * weights[j];
          scale += Math.abs(weights[i] * covariance.get(i, j) * weights[j]);
        }
      }
      assertThat(variance).isGreaterThanOrEqualTo(-1e-14 * scale);
    }
  }

  @Property(tries = 100)
  void scalingReturnsScalesByTheSquare(
      @ForAll("estimators") CovarianceEstimator estimator,
      @ForAll @DoubleRange(min = 0.01, max = 100) @Scale(15) double factor,
      @ForAll long seed) {
    Returns history = random(20, 5, seed);
    double[] scaled = new double[100];
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] = factor * history.value(k / 5, k % 5);
    }
    Covariance small = estimator.estimate(history);
    Covariance large = estimator.estimate(returns(history.symbols(), scaled));
    double tolerance = 1e-12 * factor * factor * largest(small);
    for (int k = 0; k < 25; k++) {
      assertThat(large.get(k / 5, k % 5))
          .isCloseTo(factor * factor * small.get(k / 5, k % 5), within(tolerance));
    }
  }

  @Property(tries = 100)
  void permutingSymbolsPermutesCovariances(
      @ForAll("estimators") CovarianceEstimator estimator, @ForAll long seed) {
    Returns history = random(20, 6, seed);
    List<Symbol> order = new ArrayList<>(history.symbols().toList());
    Collections.shuffle(order, new Random(seed));
    Covariance one = estimator.estimate(history);
    Covariance other = estimator.estimate(history.select(Symbols.copyOf(order)));
    double tolerance = 1e-13 * largest(one);
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        int from = one.symbols().require(order.get(i));
        int to = one.symbols().require(order.get(j));
        assertThat(other.get(i, j)).isCloseTo(one.get(from, to), within(tolerance));
      }
    }
  }

  @Property(tries = 200)
  void shrinkingKeepsTheMeanVarianceAndNeverOvershoots(
      @ForAll @IntRange(min = 2, max = 30) int rows,
      @ForAll @IntRange(min = 1, max = 10) int n,
      @ForAll long seed) {
    Returns history = random(rows, n, seed);
    Covariance sample = new SampleCovariance(0).estimate(history);
    Covariance shrunk = new LedoitWolf().estimate(history);
    double before = 0;
    double after = 0;
    for (int i = 0; i < n; i++) {
      before += sample.variance(i);
      after += shrunk.variance(i);
    }
    assertThat(new LedoitWolf().intensity(history)).isBetween(0.0, 1.0);
    assertThat(after).isCloseTo(before, within(1e-13 * before));
  }

  @Property(tries = 200)
  void constantCorrelationKeepsEveryVariance(
      @ForAll @IntRange(min = 2, max = 30) int rows,
      @ForAll @IntRange(min = 1, max = 10) int n,
      @ForAll long seed) {
    Returns history = random(rows, n, seed);
    Covariance sample = new SampleCovariance(0).estimate(history);
    Covariance shrunk = ConstantCorrelation.DEFAULT.estimate(history);
    for (int i = 0; i < n; i++) {
      assertThat(shrunk.variance(i))
          .isCloseTo(sample.variance(i), within(1e-14 * sample.variance(i)));
    }
    assertThat(ConstantCorrelation.DEFAULT.intensity(history)).isBetween(0.0, 1.0);
  }

  @Example
  void aSymbolWithoutVarianceHasNoCovariance() {
    Returns history =
        returns(
            Symbols.of("A", "B", "C"),
            new double[] {0.1, 0.05, 0.1, -0.1, 0.05, 0.2, 0.2, 0.05, -0.1, 0, 0.05, 0.3});
    Covariance shrunk = ConstantCorrelation.DEFAULT.estimate(history);
    for (int i = 0; i < 3; i++) {
      assertThat(shrunk.get(1, i)).isZero();
    }
  }

  @Property
  void returnsThatNeverChangeHaveExactlyNoVariance(
      @ForAll @DoubleRange(min = -0.9, max = 3) @Scale(15) double constant,
      @ForAll @IntRange(min = 2, max = 500) int rows) {
    double[] values = new double[rows];
    Arrays.fill(values, constant);
    assertThat(SampleCovariance.UNBIASED.estimate(returns(Symbols.of("A"), values)).variance(0))
        .isZero();
  }

  @Property(tries = 30)
  void namesTheMissingReturn(@ForAll("estimators") CovarianceEstimator estimator) {
    Returns history = returns(Symbols.of("A", "B"), new double[] {0, 0.1, 0.2, Double.NaN});
    assertThatThrownBy(() -> estimator.estimate(history))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("return of B in row 1 must be finite, was NaN");
  }

  @Property(tries = 30)
  void refusesASingleRow(@ForAll("estimators") CovarianceEstimator estimator) {
    Returns history = returns(Symbols.of("A"), new double[] {0.1});
    assertThatThrownBy(() -> estimator.estimate(history))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("returns must have at least 2 rows, had 1");
  }

  @Example
  void refusesMatricesThatAreNoCovariances() {
    Symbols symbols = Symbols.of("A", "B");
    assertThatThrownBy(() -> Covariance.copyOf(symbols, new double[] {1, 0.5, 0.4, 1}))
        .hasMessage("covariance of B and A must be finite and symmetric, was 0.4 and 0.5");
    assertThatThrownBy(() -> Covariance.copyOf(symbols, new double[] {-1, 0, 0, 1}))
        .hasMessage("variance of A must be finite and at least 0, was -1.0");
    assertThatThrownBy(
            () -> Covariance.copyOf(symbols, new double[] {1, 0, 0, Double.POSITIVE_INFINITY}))
        .hasMessage("variance of B must be finite and at least 0, was Infinity");
    assertThatThrownBy(() -> Covariance.copyOf(symbols, new double[] {1}))
        .hasMessage("a covariance of 2 symbols must have 4 values, had 1");
  }

  private static double largest(Covariance covariance) {
    double largest = 0;
    for (double value : covariance.toArray()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static Returns random(int rows, int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] names = new String[n];
    for (int s = 0; s < n; s++) {
      names[s] = "S" + s;
    }
    double[] values = new double[rows * n];
    for (int t = 0; t < rows; t++) {
      double common = random.nextDouble() - 0.5;
      for (int s = 0; s < n; s++) {
        values[t * n + s] = 0.01 * (1 + s) * (random.nextDouble() - 0.5 + common * (s % 3));
      }
    }
    return returns(Symbols.of(names), values);
  }

  private static Returns returns(Symbols symbols, double[] values) {
    long[] times = new long[values.length / symbols.size()];
    for (int t = 0; t < times.length; t++) {
      times[t] = t;
    }
    return Returns.copyOf(symbols, times, values);
  }
}
