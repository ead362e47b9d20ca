package io.quantkit.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RanksTest {
  private static final double NAN = Double.NaN;
  private static final double[] VALUES = {30, 10, NAN, 20, 20, -0.0, 0.0};

  private final Ranks ranks = new Ranks();
  private final double[] out = new double[VALUES.length];

  @Test
  void tiesShareTheirAverageRank() {
    assertThat(ranks.average(VALUES, VALUES.length, out)).isEqualTo(6);
    assertThat(out).containsExactly(6, 3, NAN, 4.5, 4.5, 1.5, 1.5);
    assertThat(Ranks.averageOf(VALUES)).isEqualTo(out);
  }

  @Test
  void denseRanksHaveNoGaps() {
    assertThat(ranks.dense(VALUES, VALUES.length, out)).isEqualTo(6);
    assertThat(out).containsExactly(4, 2, NAN, 3, 3, 1, 1);
  }

  @Test
  void ordinalRanksBreakTiesByPlace() {
    assertThat(ranks.ordinal(VALUES, VALUES.length, out)).isEqualTo(6);
    assertThat(out).containsExactly(6, 3, NAN, 4, 5, 1, 2);
  }

  @Test
  void percentilesAreRanksOverTheirCount() {
    double[] values = {3, 1, NAN, 2, 2};

    assertThat(ranks.percentile(values, 5, out)).isEqualTo(4);
    assertThat(Arrays.copyOf(out, 5)).containsExactly(1, 0.25, NAN, 0.625, 0.625);
  }

  @Test
  void theUnitIntervalIsFilled() {
    double[] values = {3, 1, NAN, 2, 2};

    assertThat(ranks.unit(values, 5, out)).isEqualTo(4);
    assertThat(Arrays.copyOf(out, 5)).containsExactly(1, 0, NAN, 0.5, 0.5);
    ranks.unit(new double[] {7, NAN}, 2, out);
    assertThat(Arrays.copyOf(out, 2)).containsExactly(0.5, NAN);
  }

  @Test
  void ranksInPlaceAndOnlyTheGivenSize() {
    double[] values = {9, 8, 7, 1};

    assertThat(ranks.average(values, 3, values)).isEqualTo(3);
    assertThat(values).containsExactly(3, 2, 1, 1);
  }

  @Test
  void nothingButNaNHasNoRanks() {
    double[] values = {NAN, NAN};

    assertThat(ranks.average(values, 2, values)).isZero();
    assertThat(values).containsOnly(NAN);
    assertThat(ranks.average(values, 0, values)).isZero();
  }

  @Test
  void infinitiesAreExtremeValues() {
    double[] values = {Double.POSITIVE_INFINITY, 0, Double.NEGATIVE_INFINITY};

    assertThat(Ranks.averageOf(values)).containsExactly(3, 2, 1);
  }

  @Property
  void ranksCountTheSmallerValues(@ForAll("ties") double[] values) {
    double[] average = Ranks.averageOf(values);
    double[] ordinal = new double[values.length];
    double[] dense = new double[values.length];
    int count = ranks.ordinal(values, values.length, ordinal);
    ranks.dense(values, values.length, dense);

    for (int i = 0; i < values.length; i++) {
      double x = values[i];
      if (Double.isNaN(x)) {
        assertThat(average[i]).isNaN();
        assertThat(ordinal[i]).isNaN();
        assertThat(dense[i]).isNaN();
      } else {
        long less = Arrays.stream(values).filter(y -> y < x).count();
        long equal = Arrays.stream(values).filter(y -> y == x).count();
        long before = Arrays.stream(values, 0, i).filter(y -> y == x).count();
        assertThat(average[i]).isEqualTo(less + (equal + 1) / 2.0);
        assertThat(ordinal[i]).isEqualTo(less + before + 1.0);
        assertThat(dense[i])
            .isEqualTo(Arrays.stream(values).filter(y -> y < x).distinct().count() + 1.0);
      }
    }
    double sum = Arrays.stream(average).filter(r -> !Double.isNaN(r)).sum();
    assertThat(sum).isEqualTo(count * (count + 1) / 2.0);
  }

  @Provide
  Arbitrary<double[]> ties() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(-5, 5).map(Integer::doubleValue),
            Arbitraries.doubles(),
            Arbitraries.of(NAN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
        .map(x -> x == 0 ? 0.0 : x)
        .array(double[].class)
        .ofMaxSize(40);
  }
}
