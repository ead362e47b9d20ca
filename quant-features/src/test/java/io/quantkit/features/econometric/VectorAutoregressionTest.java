package io.quantkit.features.econometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.synthetic.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VectorAutoregressionTest {

  /** The second variable follows the first a step later; the third is on its own. */
  private static double[][] sample(int count) {
    RandomStream random = RandomStream.of(8);
    double[][] x = new double[3][count];
    for (int t = 0; t < count; t++) {
      x[0][t] = random.gaussian();
      x[1][t] = 1 + (t > 0 ? 0.8 * x[0][t - 1] : 0) + random.gaussian();
      x[2][t] = random.gaussian();
    }
    return x;
  }

  @Test
  void eachEquationIsARegressionOnTheLagsOfAll() {
    double[][] x = sample(200);
    VectorAutoregression model = VectorAutoregression.fit(x, 1);
    double[][] lags = Arrays.stream(x).map(one -> Arrays.copyOf(one, 199)).toArray(double[][]::new);
    LinearFit fit =
        LinearFit.of(Arrays.copyOfRange(x[1], 1, 200), lags, LinearFit.Errors.CLASSICAL, 0);
    assertThat(model.constant(1)).isCloseTo(fit.coefficient(0), within(1e-12));
    double squares = Arrays.stream(fit.residuals()).map(e -> e * e).sum();
    assertThat(model.covariance(1, 1)).isCloseTo(squares / (199 - 4), within(1e-12));
    for (int j = 0; j < 3; j++) {
      assertThat(model.coefficient(1, j, 1)).isCloseTo(fit.coefficient(j + 1), within(1e-12));
    }
    assertThat(model.forecast(1)[1])
        .isCloseTo(fit.predict(x[0][199], x[1][199], x[2][199]), within(1e-12));
  }

  @Test
  void shocksSpillToWhatFollowsThem() {
    double[][] table = VectorAutoregression.fit(sample(20_000), 1).spillovers(10);
    assertThat(table[1][0]).isCloseTo(0.64 / 1.64, within(0.02));
    assertThat(table[0][1]).isCloseTo(0, within(0.002));
    assertThat(table[2][2]).isCloseTo(1, within(0.002));
    for (double[] row : table) {
      assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void whatIsNotDeterminedHasNoNumbers() {
    double[][] x = sample(50);
    x[2] = x[0].clone();
    VectorAutoregression model = VectorAutoregression.fit(x, 1);
    assertThat(model.coefficient(0, 1, 1)).isNaN();
    assertThat(model.spillovers(3)[0][0]).isNaN();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VectorAutoregression.fit(sample(5), 1))
        .withMessage("x must hold at least 6 numbers, held 5");
  }
}
