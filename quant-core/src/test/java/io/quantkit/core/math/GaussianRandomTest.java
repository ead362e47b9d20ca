package io.quantkit.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GaussianRandomTest {

  @Test
  void equalSeedsGiveEqualNumbers() {
    double[] numbers = new double[1000];
    double[] again = new double[1000];
    new GaussianRandom(42).fill(numbers);
    new GaussianRandom(new SplittableRandom(42)).fill(again);

    assertThat(again).isEqualTo(numbers);
    new GaussianRandom(43).fill(again);
    assertThat(again).isNotEqualTo(numbers);
  }

  @Test
  void numbersAreStandardNormal() {
    double[] numbers = new double[1_000_000];
    new GaussianRandom(7).fill(numbers);

    assertThat(Moments.mean(numbers)).isEqualTo(0, offset(0.004));
    assertThat(Moments.variance(numbers, 1)).isEqualTo(1, offset(0.006));
    assertThat(Moments.skewness(numbers)).isEqualTo(0, offset(0.01));
    assertThat(Moments.excessKurtosis(numbers)).isEqualTo(0, offset(0.02));
    assertThat(largestDistance(numbers)).isLessThan(1.63 / Math.sqrt(numbers.length));
  }

  @Test
  void neighboursAreUncorrelated() {
    double[] numbers = new double[200_001];
    new GaussianRandom(11).fill(numbers);
    double[] before = Arrays.copyOf(numbers, 200_000);
    double[] after = Arrays.copyOfRange(numbers, 1, 200_001);

    assertThat(Correlation.pearson(before, after)).isEqualTo(0, offset(0.01));
  }

  /** The Kolmogorov-Smirnov distance; sorts the numbers. */
  private static double largestDistance(double[] numbers) {
    Arrays.sort(numbers);
    double largest = 0;
    for (int i = 0; i < numbers.length; i++) {
      double p = Normal.cdf(numbers[i]);
      largest = Math.max(largest, Math.abs(p - i / (double) numbers.length));
      largest = Math.max(largest, Math.abs(p - (i + 1) / (double) numbers.length));
    }
    return largest;
  }
}
