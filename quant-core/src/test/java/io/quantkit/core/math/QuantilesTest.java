package io.quantkit.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {

  @ParameterizedTest
  @ValueSource(strings = {"0.01", "0.05", "0.25", "0.5", "0.75", "0.95", "0.99"})
  void agreesWithNumpyOnRealReturns(String probability) {
    double expected = Golden.value("q" + probability);

    assertThat(Quantiles.linear(Golden.returns(), Double.parseDouble(probability)))
        .isEqualTo(expected, offset(1e-12 * Math.abs(expected)));
  }

  @Test
  void followsTheDefinitionsOfHyndmanAndFan() {
    double[] oneToTen = DoubleStream.iterate(10, x -> x - 1).limit(10).toArray();

    assertThat(Quantiles.linear(oneToTen, 0.25)).isEqualTo(3.25);
    assertThat(Quantiles.linear(oneToTen, 0)).isEqualTo(1);
    assertThat(Quantiles.linear(oneToTen, 1)).isEqualTo(10);
    assertThat(Quantiles.median(oneToTen)).isEqualTo(5.5);
    assertThat(Quantiles.orderStatistic(oneToTen, 0.25)).isEqualTo(3);
    assertThat(Quantiles.orderStatistic(oneToTen, 0.2)).isEqualTo(2);
    assertThat(Quantiles.orderStatistic(oneToTen, 0)).isEqualTo(1);
    assertThat(Quantiles.orderStatistic(oneToTen, 1)).isEqualTo(10);
    assertThat(oneToTen).startsWith(10, 9, 8);
  }

  @Test
  void aShareThatIsWholeButForRoundingIsWhole() {
    double[] hundred = DoubleStream.iterate(1, x -> x + 1).limit(100).toArray();

    assertThat(100 * 0.07).isGreaterThan(7);
    assertThat(Quantiles.orderStatistic(hundred, 0.07)).isEqualTo(7);
    assertThat(Quantiles.orderStatistic(hundred, 0.0701)).isEqualTo(8);
  }

  @Test
  void nothingAndNaNGiveNaN() {
    assertThat(Quantiles.median()).isNaN();
    assertThat(Quantiles.median(1, Double.NaN, 3)).isNaN();
    assertThat(Quantiles.orderStatistic(new double[] {1, Double.NaN}, 0)).isNaN();
    assertThat(Quantiles.linearOfSorted(new double[] {1, Double.NaN}, 0)).isNaN();
    assertThat(Quantiles.linear(new double[] {Double.NaN}, new double[] {0, 1}))
        .containsExactly(Double.NaN, Double.NaN);
  }

  @Test
  void infinitiesAreExtremeValues() {
    double infinity = Double.POSITIVE_INFINITY;

    assertThat(Quantiles.median(-infinity, 1, infinity)).isEqualTo(1);
    assertThat(Quantiles.linear(new double[] {-infinity, 1}, 0.5)).isEqualTo(-infinity);
    assertThat(Quantiles.median(infinity, infinity)).isEqualTo(infinity);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void refusesWhatIsNoProbability(double probability) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantiles.linear(new double[] {1}, probability))
        .withMessage("probability must be within 0 to 1, was " + probability);
  }

  @Test
  void ordersThatDefeatPivotsAreStillSelectedRight() {
    double[] organPipe = new double[10_001];
    for (int i = 0; i < organPipe.length; i++) {
      organPipe[i] = Math.min(i, organPipe.length - 1 - i) % 97;
    }
    double[] sorted = organPipe.clone();
    Arrays.sort(sorted);

    for (double p = 0; p <= 1; p += 0.05) {
      assertThat(Quantiles.linear(organPipe, p)).isEqualTo(Quantiles.linearOfSorted(sorted, p));
    }
  }

  @Property
  void selectionAgreesWithSorting(
      @ForAll @Size(min = 1, max = 60) double[] values,
      @ForAll @DoubleRange(min = 0, max = 1) double probability) {
    double[] sorted = Arrays.stream(values).map(x -> x + 0.0).sorted().toArray();

    double quantile = Quantiles.linear(values, probability);
    assertThat(quantile).isEqualTo(Quantiles.linearOfSorted(sorted, probability));
    assertThat(quantile).isEqualTo(Quantiles.linear(values, new double[] {probability})[0]);
    assertThat(quantile).isBetween(sorted[0], sorted[sorted.length - 1]);
    assertThat(sorted).contains(Quantiles.orderStatistic(values, probability));
    assertThat(Quantiles.linearInPlace(values.clone(), 0, values.length, probability))
        .isEqualTo(quantile);
  }

  @Property
  void quantilesRiseWithTheProbability(
      @ForAll("samples") double[] values,
      @ForAll @DoubleRange(min = 0, max = 1) double p,
      @ForAll @DoubleRange(min = 0, max = 1) double q) {
    double low = Math.min(p, q);
    double high = Math.max(p, q);

    assertThat(Quantiles.linear(values, low)).isLessThanOrEqualTo(Quantiles.linear(values, high));
    assertThat(Quantiles.orderStatistic(values, low))
        .isLessThanOrEqualTo(Quantiles.orderStatistic(values, high));
  }

  @Provide
  Arbitrary<double[]> samples() {
    return Arbitraries.doubles()
        .between(-1_000_000, 1_000_000)
        .ofScale(6)
        .array(double[].class)
        .ofMinSize(1)
        .ofMaxSize(60);
  }
}
