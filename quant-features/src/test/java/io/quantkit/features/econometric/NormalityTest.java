package io.quantkit.features.econometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.synthetic.RandomStream;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NormalityTest {

  private static double[] normal(int count, long seed) {
    RandomStream random = RandomStream.of(seed);
    double[] x = new double[count];
    Arrays.setAll(x, i -> random.gaussian());
    return x;
  }

  @Test
  void normalNumbersAreRejectedAsOftenAsTheLevelSays() {
    int rejected = 0;
    for (int seed = 0; seed < 2000; seed++) {
      rejected += Normality.shapiroWilk(normal(40, seed)).rejects(0.05) ? 1 : 0;
    }
    assertThat(rejected / 2000.0).isCloseTo(0.05, within(0.015));
  }

  @Test
  void statisticDependsOnNeitherLevelNorScale() {
    double[] x = normal(50, 1);
    double w = Normality.shapiroWilk(x).statistic();
    double[] moved = Arrays.stream(x).map(v -> 1e-250 * v).toArray();
    assertThat(Normality.shapiroWilk(moved).statistic()).isCloseTo(w, within(1e-13));
    double[] turned = Arrays.stream(x).map(v -> 3 - 1e6 * v).toArray();
    assertThat(Normality.shapiroWilk(turned).statistic()).isCloseTo(w, within(1e-11));
  }

  @Test
  void equalNumbersHaveNoStatistic() {
    TestResult none = Normality.shapiroWilk(2, 2, 2, 2);
    assertThat(none.statistic()).isNaN();
    assertThat(none.pValue()).isNaN();
  }

  @Test
  void samplesOfOtherSizesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normality.shapiroWilk(1, 2))
        .withMessage("x must hold at least 3 numbers, held 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normality.shapiroWilk(normal(5001, 1)))
        .withMessage("x must hold at most 5000 numbers, held 5001");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RollingNormality(7))
        .withMessage("period must be at least 8, was 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RollingNormality(5001))
        .withMessage("period must be at most 5000, was 5001");
  }

  @Test
  void rollingTestsAreThoseOfTheWindow() {
    double[] x = normal(100, 2);
    double[][] out = new double[4][x.length];
    new RollingNormality(30, Measured.LEVELS, Input.CLOSE).over(x, out);
    double[] last = Arrays.copyOfRange(x, 70, 100);
    TestResult shapiro = Normality.shapiroWilk(last);
    TestResult jarqueBera = Normality.jarqueBera(last);
    assertThat(out[0][99]).isEqualTo(shapiro.statistic());
    assertThat(out[1][99]).isEqualTo(shapiro.pValue());
    assertThat(out[2][99]).isCloseTo(jarqueBera.statistic(), within(1e-11));
    assertThat(out[3][99]).isCloseTo(jarqueBera.pValue(), within(1e-11));
  }
}
