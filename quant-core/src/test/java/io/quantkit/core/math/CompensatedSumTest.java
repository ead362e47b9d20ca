package io.quantkit.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CompensatedSumTest {

  @Test
  void keepsWhatAPlainSumLoses() {
    assertThat(CompensatedSum.of(1, 1e100, 1, -1e100)).isEqualTo(2);
    assertThat(1 + 1e100 + 1 - 1e100).isZero();
  }

  @Test
  void tenMillionTenthsAreAMillion() {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < 10_000_000; i++) {
      sum.add(0.1);
    }

    assertThat(sum.value()).isEqualTo(1_000_000.0);
  }

  @Test
  void nothingSumsToZeroAndResetForgets() {
    CompensatedSum sum = new CompensatedSum();
    assertThat(sum.value()).isZero();
    sum.add(Double.NaN);
    assertThat(sum.value()).isNaN();
    sum.reset();
    sum.add(2);
    assertThat(sum.value()).isEqualTo(2);
  }

  @Test
  void infinitiesStayInfinite() {
    assertThat(CompensatedSum.of(1, Double.POSITIVE_INFINITY, 2))
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(CompensatedSum.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)).isNaN();
  }

  @Property
  void isWithinARoundingOfTheExactSum(@ForAll("samples") double[] values) {
    BigDecimal exact = BigDecimal.ZERO;
    CompensatedSum sum = new CompensatedSum();
    CompensatedSum first = new CompensatedSum();
    CompensatedSum second = new CompensatedSum();
    double magnitude = 0;
    for (int i = 0; i < values.length; i++) {
      exact = exact.add(new BigDecimal(values[i]));
      sum.add(values[i]);
      (i % 2 == 0 ? first : second).add(values[i]);
      magnitude += Math.abs(values[i]);
    }
    double expected = exact.doubleValue();
    double bound = Math.ulp(expected) + magnitude * values.length * 0x1p-104;

    assertThat(sum.value()).isEqualTo(expected, offset(bound));
    assertThat(CompensatedSum.of(values)).isEqualTo(sum.value());
    first.add(second);
    assertThat(first.value()).isEqualTo(expected, offset(bound));
  }

  @Provide
  Arbitrary<double[]> samples() {
    return Arbitraries.doubles()
        .between(-1_000_000_000_000L, 1_000_000_000_000L)
        .ofScale(6)
        .array(double[].class)
        .ofMinSize(0)
        .ofMaxSize(200);
  }
}
