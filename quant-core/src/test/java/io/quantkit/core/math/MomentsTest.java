package io.quantkit.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

  @Test
  void agreesWithScipyOnRealReturns() {
    double[] r = Golden.returns();

    close(Moments.mean(r), Golden.value("mean"));
    close(Moments.standardDeviation(r, 1), Golden.value("std_ddof1"));
    close(Moments.standardDeviation(r, 0), Golden.value("std_ddof0"));
    close(Moments.skewness(r), Golden.value("skew_pop"));
    close(Moments.sampleSkewness(r), Golden.value("skew_unbiased"));
    close(Moments.excessKurtosis(r), Golden.value("kurt_pop_excess"));
    close(Moments.sampleExcessKurtosis(r), Golden.value("kurt_unbiased"));
    assertThat(Moments.kurtosis(r)).isEqualTo(Moments.excessKurtosis(r) + 3, within(1e-15 * 11));
  }

  @Test
  void theAccumulatorAgreesWithScipyOnRealReturns() {
    MomentAccumulator moments = accumulate(Golden.returns());

    close(moments.mean(), Golden.value("mean"));
    close(moments.standardDeviation(1), Golden.value("std_ddof1"));
    close(moments.standardDeviation(0), Golden.value("std_ddof0"));
    close(moments.skewness(), Golden.value("skew_pop"));
    close(moments.sampleSkewness(), Golden.value("skew_unbiased"));
    close(moments.excessKurtosis(), Golden.value("kurt_pop_excess"));
    close(moments.sampleExcessKurtosis(), Golden.value("kurt_unbiased"));
  }

  /** NIST StRD univariate data NumAcc2 to 4: certified mean {@code middle}, deviation 0.1. */
  @ParameterizedTest
  @CsvSource({
    "1.2, 1.1, 1.3, 1e-13",
    "1000000.2, 1000000.1, 1000000.3, 1e-9",
    "10000000.2, 10000000.1, 10000000.3, 1e-8"
  })
  void meetsTheCertifiedValues(double middle, double low, double high, double spacing) {
    double[] values = new double[1001];
    values[0] = middle;
    for (int i = 1; i < values.length; i++) {
      values[i] = i % 2 == 1 ? low : high;
    }

    assertThat(Moments.mean(values)).isEqualTo(middle, offset(Math.ulp(middle)));
    assertThat(Moments.standardDeviation(values, 1)).isEqualTo(0.1, offset(10 * spacing));
    assertThat(accumulate(values).standardDeviation(1)).isEqualTo(0.1, offset(10 * spacing));
  }

  @Test
  void meetsTheCertifiedValuesOfLargeNumbers() {
    double[] numAcc1 = {10_000_001, 10_000_003, 10_000_002};

    assertThat(Moments.mean(numAcc1)).isEqualTo(10_000_002);
    assertThat(Moments.variance(numAcc1, 1)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 3", "0.1, 10", "1e-300, 7", "123456.789, 1000", "-0.3, 49"})
  void equalValuesHaveTheirValueAsMeanAndNoSpread(double value, int count) {
    double[] values = new double[count];
    Arrays.fill(values, value);

    assertThat(Moments.mean(values)).isEqualTo(value);
    assertThat(Moments.variance(values, 1)).isZero();
    assertThat(Moments.skewness(values)).isNaN();
    assertThat(Moments.sampleExcessKurtosis(values)).isNaN();
    assertThat(accumulate(values).variance(1)).isZero();
    assertThat(accumulate(values).skewness()).isNaN();
  }

  @Test
  void tooFewValuesGiveNaN() {
    assertThat(Moments.mean()).isNaN();
    assertThat(Moments.variance(new double[] {1}, 1)).isNaN();
    assertThat(Moments.variance(new double[] {1}, 0)).isZero();
    assertThat(Moments.sampleSkewness(1, 2)).isNaN();
    assertThat(Moments.sampleExcessKurtosis(1, 2, 4)).isNaN();
    assertThat(new MomentAccumulator().mean()).isNaN();
    assertThat(new MomentAccumulator().variance(0)).isNaN();
    assertThat(new MomentAccumulator().kurtosis()).isNaN();
  }

  @Test
  void aMissingValueGivesNaN() {
    double[] values = {1, 2, Double.NaN, 4, 7};

    assertThat(Moments.mean(values)).isNaN();
    assertThat(Moments.variance(values, 1)).isNaN();
    assertThat(Moments.skewness(values)).isNaN();
    assertThat(Moments.kurtosis(values)).isNaN();
    assertThat(accumulate(values).variance(0)).isNaN();
    assertThat(Moments.mean(1, Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Moments.variance(new double[] {1, Double.POSITIVE_INFINITY}, 1)).isNaN();
  }

  @Test
  void rangesAreHalfOpenAndChecked() {
    double[] values = {9, 1, 2, 3, 9};

    assertThat(Moments.mean(values, 1, 4)).isEqualTo(2);
    assertThat(Moments.variance(values, 1, 4, 1)).isEqualTo(1);
    assertThat(Moments.mean(values, 2, 2)).isNaN();
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> Moments.mean(values, 1, 6));
  }

  @Test
  void refusesANegativeDdof() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Moments.variance(new double[] {1, 2}, -1))
        .withMessage("ddof must be at least 0, was -1");
  }

  @Property
  void scalingByAPowerOfTwoScalesExactly(
      @ForAll("samples") double[] values, @ForAll @IntRange(min = -20, max = 20) int power) {
    double factor = Math.scalb(1.0, power);
    double[] scaled = Arrays.stream(values).map(x -> factor * x).toArray();

    assertThat(Moments.mean(scaled)).isEqualTo(factor * Moments.mean(values));
    assertThat(Moments.variance(scaled, 1))
        .isEqualTo(factor * factor * Moments.variance(values, 1));
    if (power % 2 == 0) {
      assertThat(Double.valueOf(Moments.skewness(scaled)))
          .isEqualTo(Double.valueOf(Moments.skewness(values)));
      assertThat(Double.valueOf(Moments.kurtosis(scaled)))
          .isEqualTo(Double.valueOf(Moments.kurtosis(values)));
    }
  }

  @Property
  void aShiftMovesTheMeanOnly(
      @ForAll("samples") double[] values,
      @ForAll @DoubleRange(min = -1e3, max = 1e3) double shift) {
    double[] shifted = Arrays.stream(values).map(x -> x + shift).toArray();

    assertThat(Moments.mean(shifted)).isEqualTo(Moments.mean(values) + shift, offset(1e-12));
    assertThat(Moments.variance(shifted, 1)).isEqualTo(Moments.variance(values, 1), offset(1e-8));
  }

  @Property
  void mergedPartsAreTheWhole(
      @ForAll("samples") double[] values, @ForAll @IntRange(min = 0, max = 60) int cut) {
    int at = Math.min(cut, values.length);
    MomentAccumulator merged = accumulate(Arrays.copyOfRange(values, 0, at));
    merged.add(accumulate(Arrays.copyOfRange(values, at, values.length)));

    assertThat(merged.count()).isEqualTo(values.length);
    assertThat(merged.mean()).isEqualTo(Moments.mean(values), offset(1e-11));
    assertThat(merged.variance(0)).isEqualTo(Moments.variance(values, 0), offset(1e-8));
    if (Moments.variance(values, 0) > 1) {
      assertThat(merged.skewness()).isEqualTo(Moments.skewness(values), offset(1e-6));
      assertThat(merged.kurtosis()).isEqualTo(Moments.kurtosis(values), offset(1e-6));
    }
  }

  @Provide
  Arbitrary<double[]> samples() {
    return Arbitraries.doubles()
        .between(-1_000, 1_000)
        .ofScale(6)
        .array(double[].class)
        .ofMinSize(4)
        .ofMaxSize(60);
  }

  private static MomentAccumulator accumulate(double[] values) {
    MomentAccumulator moments = new MomentAccumulator();
    for (double value : values) {
      moments.add(value);
    }
    return moments;
  }

  private static void close(double actual, double expected) {
    assertThat(actual).isEqualTo(expected, offset(1e-12 * Math.abs(expected)));
  }
}
