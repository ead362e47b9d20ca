package io.quantkit.features.econometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.synthetic.RandomStream;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ArmaTest {

  /** {@code y[t] = 0.6 y[t-1] - 0.3 y[t-2] + e[t] + 0.4 e[t-1]} about 5, deviation 2. */
  private static double[] sample(int count, long seed) {
    RandomStream random = RandomStream.of(seed);
    double[] x = new double[count];
    double y1 = 0;
    double y2 = 0;
    double e1 = 0;
    for (int t = -200; t < count; t++) {
      double e = 2 * random.gaussian();
      double y = 0.6 * y1 - 0.3 * y2 + e + 0.4 * e1;
      y2 = y1;
      y1 = y;
      e1 = e;
      if (t >= 0) {
        x[t] = 5 + y;
      }
    }
    return x;
  }

  @Test
  void parametersOfASimulatedProcessAreRecovered() {
    Arma model = Arma.fit(sample(20_000, 3), 2, 1);
    assertThat(model.ar(1)).isCloseTo(0.6, within(0.03));
    assertThat(model.ar(2)).isCloseTo(-0.3, within(0.015));
    assertThat(model.ma(1)).isCloseTo(0.4, within(0.02));
    assertThat(model.mean()).isCloseTo(5, within(0.1));
    assertThat(model.variance()).isCloseTo(4, within(0.2));
  }

  @Test
  void theLikelihoodIsThatOfTheJointNormalDistribution() {
    double[] x = sample(40, 4);
    Arma model = Arma.fit(x, 1, 1);
    double phi = model.ar(1);
    double theta = model.ma(1);
    int n = x.length;
    double[][] lower = new double[n][n];
    double zero = (1 + 2 * phi * theta + theta * theta) / (1 - phi * phi);
    double one = (1 + phi * theta) * (phi + theta) / (1 - phi * phi);
    double squares = 0;
    double logs = 0;
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      double left = x[i] - model.mean();
      for (int j = 0; j <= i; j++) {
        double c = i == j ? zero : one * Math.pow(phi, i - j - 1);
        for (int k = 0; k < j; k++) {
          c -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(c) : c / lower[j][j];
        left -= j < i ? lower[i][j] * z[j] : 0;
      }
      z[i] = left / lower[i][i];
      squares += z[i] * z[i];
      logs += 2 * Math.log(lower[i][i]);
    }
    assertThat(model.variance()).isCloseTo(squares / n, within(1e-10));
    double expected = -0.5 * (n * (Math.log(2 * Math.PI * model.variance()) + 1) + logs);
    assertThat(model.logLikelihood()).isCloseTo(expected, within(1e-9));
  }

  @Test
  void withoutTermsItIsMeanAndVariance() {
    Arma model = Arma.fit(new double[] {1, 3, 1, 3, 1, 3, 1, 3, 1, 3}, 0, 0);
    assertThat(model.mean()).isEqualTo(2);
    assertThat(model.variance()).isEqualTo(1);
    assertThat(model.forecast(7)).isEqualTo(2);
  }

  @Test
  void forecastsFollowTheRecursionTowardsTheMean() {
    double[] x = sample(400, 5);
    Arma model = Arma.fit(x, 2, 0);
    double last = x[399] - model.mean();
    double before = x[398] - model.mean();
    double next = model.ar(1) * last + model.ar(2) * before;
    assertThat(model.forecast(1)).isCloseTo(model.mean() + next, within(1e-9));
    double then = model.ar(1) * next + model.ar(2) * last;
    assertThat(model.forecast(2)).isCloseTo(model.mean() + then, within(1e-9));
    assertThat(model.forecast(500)).isCloseTo(model.mean(), within(1e-9));
  }

  @Test
  void rollingAutoregressionIsARegressionOnLags() {
    double[] x = sample(80, 6);
    double[][] out = new double[4][80];
    new RollingAutoregression(50, 2, Measured.LEVELS, Input.CLOSE).over(x, out);
    double[] y = Arrays.copyOfRange(x, 32, 80);
    double[][] lags = {Arrays.copyOfRange(x, 31, 79), Arrays.copyOfRange(x, 30, 78)};
    LinearFit fit = LinearFit.of(y, lags, LinearFit.Errors.CLASSICAL, 0);
    assertThat(out[0][79]).isCloseTo(fit.predict(x[79], x[78]), within(1e-10));
    assertThat(out[2][79]).isCloseTo(fit.coefficient(1), within(1e-12));
    assertThat(out[3][79]).isCloseTo(fit.coefficient(2), within(1e-12));
    double squares = Arrays.stream(fit.residuals()).map(e -> e * e).sum();
    assertThat(out[1][79]).isCloseTo(Math.sqrt(squares / 45), within(1e-12));
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arma.fit(new double[20], 1, 0))
        .withMessageContaining("x must vary");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arma.fit(new double[12], 1, 0))
        .withMessage("x must hold at least 13 numbers, held 12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arma.fit(new double[20], -1, 0))
        .withMessage("arOrder must be within 0 to 20, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RollingAutoregression(5, 2))
        .withMessage("period must be at least 6, was 5");
  }
}
