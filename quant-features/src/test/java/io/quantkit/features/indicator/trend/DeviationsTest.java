package io.quantkit.features.indicator.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds sums of deviations to what they say about blocks and equal numbers. */
class DeviationsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 14, 20, 64, 600})
  void blocksHaveTheBitsOfSingleSteps(int size) {
    SplittableRandom random = new SplittableRandom(size);
    Deviations steps = new Deviations(size);
    Deviations blocks = new Deviations(size);
    double[] in = new double[512];
    double[] means = new double[512];
    double[] sums = new double[512];
    for (int block = 0; block < 30; block++) {
      int count = 1 + random.nextInt(512);
      for (int i = 0; i < count; i++) {
        in[i] = i % 150 < 70 ? 0.1 : 100 + random.nextDouble();
      }
      boolean full = blocks.full();
      if (full) {
        blocks.add(in, count, means, sums);
      }
      for (int i = 0; i < count; i++) {
        double sum = steps.add(in[i]);
        if (full) {
          assertThat(means[i]).isEqualTo(steps.mean());
          assertThat(sums[i]).isEqualTo(sum);
        } else {
          blocks.add(in[i]);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 14, 20, 60})
  void equalNumbersDoNotDeviate(int size) {
    SplittableRandom random = new SplittableRandom(size);
    Deviations deviations = new Deviations(size);
    for (int level = 0; level < 200; level++) {
      double x = 1e-3 + 1e5 * random.nextDouble();
      for (int i = 1; i < size; i++) {
        deviations.add(x);
      }
      assertThat(deviations.add(x)).isZero();
      assertThat(deviations.add(1.000001 * x)).isPositive();
    }
  }

  @Test
  void addsWhatIsFurthestFromTheMean() {
    Deviations deviations = new Deviations(4);
    deviations.add(1e9);
    for (double x : new double[] {1, 2, 4}) {
      deviations.add(x);
    }
    assertThat(deviations.add(9)).isCloseTo(3 + 2 + 0 + 5, within(1e-14));
    assertThat(deviations.mean()).isEqualTo(4);
  }
}
