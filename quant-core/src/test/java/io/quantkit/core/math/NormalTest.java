package io.quantkit.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTest {

  @ParameterizedTest
  @ValueSource(strings = {"density", "cdf", "quantile"})
  void agreesWithSixtyDigits(String name) {
    DoubleUnaryOperator function =
        switch (name) {
          case "density" -> Normal::density;
          case "cdf" -> Normal::cdf;
          default -> Normal::quantile;
        };
    double worst = 0;
    String where = "";
    for (String[] row : Golden.rows("normal.csv")) {
      if (row[0].equals(name)) {
        double expected = Double.parseDouble(row[2]);
        double actual = function.applyAsDouble(Double.parseDouble(row[1]));
        double unit = Math.max(Math.abs(expected), Double.MIN_NORMAL);
        double error = expected == actual ? 0 : Math.abs(actual - expected) / unit;
        if (!(error <= worst)) {
          worst = error;
          where = row[1];
        }
      }
    }

    assertThat(worst)
        .as(String.format(Locale.ROOT, "largest relative error of %s, at %s", name, where))
        .isLessThan(2e-15);
  }

  @Test
  void endsAreExact() {
    assertThat(Normal.cdf(0)).isEqualTo(0.5);
    assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Normal.cdf(-Double.MAX_VALUE)).isZero();
    assertThat(Normal.density(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Normal.quantile(0.5)).isZero();
  }

  @Test
  void missingGivesMissing() {
    assertThat(Normal.cdf(Double.NaN)).isNaN();
    assertThat(Normal.density(Double.NaN)).isNaN();
    assertThat(Normal.quantile(Double.NaN)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1})
  void refusesWhatIsNoProbability(double probability) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normal.quantile(probability))
        .withMessage("probability must be within 0 to 1, was " + probability);
  }

  @Property
  void isSymmetric(@ForAll @DoubleRange(min = 0, max = 8) double x) {
    assertThat(Normal.cdf(x) + Normal.cdf(-x)).isBetween(1 - 0x1p-53, 1.0);
    assertThat(Normal.density(x)).isEqualTo(Normal.density(-x));
  }

  @Property
  void theQuantileInvertsTheDistribution(@ForAll @DoubleRange(min = -37, max = 1) double x) {
    double back = Normal.quantile(Normal.cdf(x));

    assertThat(Math.abs(back - x)).isLessThan(2e-15 * Math.max(1, Math.abs(x)) * 2);
  }
}
