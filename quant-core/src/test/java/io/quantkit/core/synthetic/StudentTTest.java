package io.quantkit.core.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.math.Normal;
import org.junit.jupiter.api.Test;

class StudentTTest {

  @Test
  void agreesWithTheClosedFormsOfFewDegreesOfFreedom() {
    StudentT one = new StudentT(1);
    StudentT two = new StudentT(2);
    StudentT three = new StudentT(3);
    for (double t = 0; t <= 40; t += 0.125) {
      double cauchy = 0.5 - Math.atan(t) / Math.PI;
      double second = 1 / (t + Math.sqrt(t * t + 2)) / Math.sqrt(t * t + 2);
      double x = t / Math.sqrt(3);
      double third = 0.5 - (x / (1 + x * x) + Math.atan(x)) / Math.PI;
      assertThat(one.upperTail(t)).isCloseTo(cauchy, within(1e-14));
      assertThat(two.upperTail(t)).isCloseTo(second, within(1e-14));
      assertThat(three.upperTail(t)).isCloseTo(third, within(1e-14));
    }
  }

  /** scipy.stats.t.sf of SciPy 1.17.1. */
  @Test
  void agreesWithSciPyFarOutAndBetweenWholeDegrees() {
    double[][] expected = {
      {0.5, 0.1, 0.4731658105643032},
      {0.5, 1.0, 0.30112161084132205},
      {0.5, 3.0, 0.1836540779929717},
      {0.5, 20.0, 0.0716974805142303},
      {2.5, 0.1, 0.4639032720312449},
      {2.5, 1.0, 0.20203051363913682},
      {2.5, 3.0, 0.036288047774515914},
      {2.5, 20.0, 0.0003996941222512169},
      {4, 0.1, 0.4625779204697266},
      {4, 1.0, 0.18695048315002943},
      {4, 3.0, 0.019970984035859413},
      {4, 20.0, 1.8441552901498655e-05},
      {7.3, 0.1, 0.46151774856991473},
      {7.3, 1.0, 0.17464922822655723},
      {7.3, 3.0, 0.009490275511566748},
      {7.3, 20.0, 6.059546734897632e-08},
      {30, 0.1, 0.4605048058951356},
      {30, 1.0, 0.1626543077130151},
      {30, 3.0, 0.0026949820328259727},
      {30, 20.0, 3.3745418328856447e-19},
      {250, 0.1, 0.46021223464790845},
      {250, 1.0, 0.15913871111672734},
      {250, 3.0, 0.0014863310455888272},
      {250, 20.0, 4.307183479817635e-54}
    };
    for (double[] row : expected) {
      double relative = new StudentT(row[0]).upperTail(row[1]) / row[2] - 1;
      assertThat(relative).as("v = %s, t = %s", row[0], row[1]).isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void normalNumbersKeepTheirRankAndSign() {
    StudentT ranks = new StudentT(4);

    assertThat(ranks.toNormal(0)).isZero();
    assertThat(ranks.toNormal(-2)).isEqualTo(-ranks.toNormal(2));
    assertThat(1 - Normal.cdf(ranks.toNormal(2))).isCloseTo(ranks.upperTail(2), within(1e-15));
    assertThat(ranks.toNormal(1e300)).isFinite().isGreaterThan(ranks.toNormal(1e9));
  }
}
