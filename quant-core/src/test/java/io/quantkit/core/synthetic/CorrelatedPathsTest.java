package io.quantkit.core.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelatedPathsTest {
  private static final double[][] THREE = {{1, 0.6, -0.3}, {0.6, 1, 0.2}, {-0.3, 0.2, 1}};

  private static CorrelatedPaths brownian(CorrelationMatrix correlations) {
    List<PathModel> models = new ArrayList<>();
    for (int i = 0; i < correlations.size(); i++) {
      models.add(new GeometricBrownianMotion(1, 0.5, 1));
    }
    return CorrelatedPaths.of(models, correlations);
  }

  /** Returns the shocks: the log returns of unit variance without drift. */
  private static double[][] shocks(CorrelatedPaths paths, int steps, long seed) {
    CorrelatedPaths.Run run = paths.start(1, seed);
    int n = paths.models().size();
    double[] last = new double[n];
    double[] values = new double[n];
    double[][] shocks = new double[steps][n];
    for (double[] row : shocks) {
      run.next(values);
      for (int i = 0; i < n; i++) {
        row[i] = Math.log(values[i]) - last[i];
        last[i] = Math.log(values[i]);
      }
    }
    return shocks;
  }

  @Test
  void shocksHaveTheCorrelationsAskedFor() {
    double[][] z = shocks(brownian(CorrelationMatrix.of(THREE)), 40_000, 3);

    for (int i = 0; i < 3; i++) {
      for (int j = 0; j <= i; j++) {
        ZScore product = new ZScore(i + " with " + j, THREE[i][j]);
        for (double[] row : z) {
          product.add(row[i] * row[j]);
        }
        product.check();
      }
    }
  }

  @Test
  void oneFactorHasTheProductsOfItsLoadings() {
    double[] loadings = {0.9, 0.5, -0.4};
    CorrelationMatrix matrix = CorrelationMatrix.oneFactor(loadings);
    double[][] z = shocks(brownian(matrix), 40_000, 4);

    for (int i = 0; i < 3; i++) {
      for (int j = 0; j <= i; j++) {
        double expected = i == j ? 1 : loadings[i] * loadings[j];
        ZScore product = new ZScore(i + " with " + j, expected);
        for (double[] row : z) {
          product.add(row[i] * row[j]);
        }
        product.check();
        assertThat(matrix.value(i, j)).isCloseTo(expected, within(1e-15));
      }
    }
  }

  /** Kendall's tau of both copulas is {@code 2 asin(rho) / pi}, whatever the margins. */
  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, 3})
  void bothCopulasHaveTheRankCorrelationOfTheory(double degreesOfFreedom) {
    CorrelatedPaths paths = brownian(CorrelationMatrix.uniform(2, 0.5));
    if (degreesOfFreedom == 3) {
      paths = paths.withTailDependence(3);
    }
    double[][] z = shocks(paths, 60_000, 5);
    ZScore tau = new ZScore("tau", 2 * Math.asin(0.5) / Math.PI);
    for (int i = 0; i < z.length; i += 2) {
      tau.add(Math.signum((z[i][0] - z[i + 1][0]) * (z[i][1] - z[i + 1][1])));
    }
    tau.check();
  }

  @Test
  void tailDependenceKeepsEachMarginNormalButLetsExtremesCoincide() {
    CorrelatedPaths gaussian = brownian(CorrelationMatrix.uniform(2, 0.5));
    double[][] z = shocks(gaussian.withTailDependence(3), 100_000, 6);
    ZScore square = new ZScore("square", 1);
    ZScore fourth = new ZScore("fourth", 3);
    for (double[] row : z) {
      square.add(row[0] * row[0]);
      fourth.add(Math.pow(row[1], 4));
    }
    square.check();
    fourth.check();

    double joint = jointTail(z);
    assertThat(jointTail(shocks(gaussian, 100_000, 6)))
        .isCloseTo(GAUSSIAN_TAIL, within(4.5 * 1.14e-4));
    assertThat(joint).isCloseTo(T_TAIL, within(4.5 * 1.82e-4));
  }

  /** P(both below their 1 % quantile) at correlation 0.5, by SciPy 1.17.1. */
  private static final double GAUSSIAN_TAIL = 0.001293924;

  private static final double T_TAIL = 0.003295820;

  private static double jointTail(double[][] z) {
    int both = 0;
    for (double[] row : z) {
      both += row[0] < -2.3263478740408408 && row[1] < -2.3263478740408408 ? 1 : 0;
    }
    return (double) both / z.length;
  }

  @Test
  void addingAModelChangesNoPathBeforeIt() {
    PathModel heston = new Heston(50, 0.05, 0.04, 0.04, 2, 0.4, -0.6, true);
    PathModel jumps = new MertonJumpDiffusion(20, 0.05, 0.2, 5, -0.02, 0.05);
    PathModel garch = new Garch(10, 0, 1e-5, 0.1, 0.8, 6);
    double[][] two =
        CorrelatedPaths.of(
                List.of(heston, jumps), CorrelationMatrix.of(new double[][] {{1, 0.6}, {0.6, 1}}))
            .withTailDependence(4)
            .paths(200, 0.01, 9);
    double[][] three =
        CorrelatedPaths.of(List.of(heston, jumps, garch), CorrelationMatrix.of(THREE))
            .withTailDependence(4)
            .paths(200, 0.01, 9);

    assertThat(three[0]).isEqualTo(two[0]);
    assertThat(three[1]).isEqualTo(two[1]);
    assertThat(three[2]).hasSize(201).startsWith(10);
  }

  @Test
  void rejectsImpossibleCorrelationsWithTheirSmallestEigenvalue() {
    double[][] rows = {{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}};

    assertThatThrownBy(() -> CorrelationMatrix.of(rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "correlations must be positive semi-definite, the smallest eigenvalue was"
                + " -0\\.(8000000000|7999999999).*");
  }

  @Test
  void acceptsCorrelationsOnTheEdge() {
    CorrelationMatrix same =
        CorrelationMatrix.of(new double[][] {{1, 1, -1}, {1, 1, -1}, {-1, -1, 1}});
    double[][] z = shocks(brownian(same), 100, 1);

    for (double[] row : z) {
      assertThat(row[1]).isCloseTo(row[0], within(1e-12));
      assertThat(row[2]).isCloseTo(-row[0], within(1e-12));
    }
    assertThat(same.value(2, 0)).isEqualTo(-1);
  }

  @Test
  void rejectsTablesThatAreNone() {
    assertThatThrownBy(() -> CorrelationMatrix.of(new double[][] {{1, 0.5}, {0.4, 1}}))
        .hasMessage("correlations must be symmetric, 1 with 0 was 0.4 and 0.5");
    assertThatThrownBy(() -> CorrelationMatrix.of(new double[][] {{1, 0.5}}))
        .hasMessage("correlations must be square, row 0 has 2 of 1");
    assertThatThrownBy(() -> CorrelationMatrix.of(new double[][] {{0.9}}))
        .hasMessage("correlations must be 1 with itself and within [-1, 1], 0 with 0 was 0.9");
    assertThatThrownBy(() -> CorrelationMatrix.uniform(3, -0.1))
        .hasMessage("correlation must be within [0.0, 1.0], was -0.1");
    assertThatThrownBy(() -> CorrelatedPaths.of(List.of(), CorrelationMatrix.uniform(2, 0)))
        .hasMessage("there must be as many models as correlations, was 0 and 2");
  }
}
