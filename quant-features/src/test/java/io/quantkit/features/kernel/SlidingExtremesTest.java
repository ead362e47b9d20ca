package io.quantkit.features.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingExtremesTest {
  private static final int COUNT = 3000;

  /** A walk with many ties, zeros of both signs and single leaps. */
  private static double[] numbers(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] numbers = new double[COUNT];
    double x = 0;
    for (int t = 0; t < COUNT; t++) {
      x += random.nextInt(5) - 2;
      numbers[t] =
          switch (random.nextInt(50)) {
            case 0 -> 0.0;
            case 1 -> -0.0;
            case 2 -> 1e300 * x;
            case 3 -> Double.MIN_VALUE;
            default -> x / 4;
          };
    }
    return numbers;
  }

  private static void same(double actual, double expected) {
    assertThat(Double.compare(actual, expected)).isZero();
  }

  private static int blockEnd(SplittableRandom random, int from) {
    int length = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 1 + random.nextInt(512);
    return Math.min(COUNT, from + length);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 20, 26, 127, 128, 129, 700})
  void maximaOfBlocksAreThoseOfTheWindow(int size) {
    double[] in = numbers(size);
    double[] out = new double[COUNT];
    SplittableRandom random = new SplittableRandom(size);
    SlidingMaximum window = new SlidingMaximum(size);
    SlidingMaximum single = new SlidingMaximum(size);
    for (int from = 0; from < COUNT; ) {
      int to = blockEnd(random, from);
      window.add(in, from, to, out, from);
      for (int t = from; t < to; t++) {
        single.add(in[t]);
        same(out[t], single.maximum());
        if (t >= size - 1) {
          double largest = in[t];
          for (int k = t - size + 1; k < t; k++) {
            largest = Math.max(largest, in[k]);
          }
          same(out[t], largest);
        }
      }
      window = window.copy();
      from = to;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 20, 26, 127, 128, 129, 700})
  void minimaOfBlocksAreNegativesOfTheMaximaOfNegatives(int size) {
    double[] in = numbers(size + 4);
    double[] out = new double[COUNT];
    SplittableRandom random = new SplittableRandom(size);
    SlidingMaximum window = new SlidingMaximum(size);
    SlidingMaximum single = new SlidingMaximum(size);
    for (int from = 0; from < COUNT; ) {
      int to = blockEnd(random, from);
      window.addNegatives(in, from, to, out, from);
      for (int t = from; t < to; t++) {
        single.add(-in[t]);
        same(out[t], -single.maximum());
      }
      window = window.copy();
      from = to;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 20, 26, 127, 128, 129, 700})
  void agesOfBlocksAreThoseOfTheNewestLargest(int size) {
    double[] in = numbers(size + 1);
    SplittableRandom random = new SplittableRandom(size);
    SlidingPeak window = new SlidingPeak(size);
    SlidingPeak single = new SlidingPeak(size);
    int[] ages = new int[512];
    for (int from = 0; from < COUNT; ) {
      int to = blockEnd(random, from);
      window.add(Arrays.copyOfRange(in, from, to), to - from, ages);
      for (int t = from; t < to; t++) {
        assertThat(ages[t - from]).isEqualTo(single.add(in[t]));
        if (t >= size - 1) {
          int newest = t;
          for (int k = t - 1; k > t - size; k--) {
            newest = in[k] > in[newest] ? k : newest;
          }
          assertThat(ages[t - from]).isEqualTo(t - newest);
        }
      }
      window = window.copy();
      from = to;
    }
  }

  @Test
  void rangeOfOneArrayMayReplaceIt() {
    double[] in = numbers(5);
    double[] highest = Arrays.copyOf(in, 512);
    double[] lowest = new double[512];
    SlidingRange window = new SlidingRange(9);
    SlidingRange single = new SlidingRange(9);
    window.add(highest, highest, 512, highest, lowest);
    for (int t = 0; t < 512; t++) {
      single.add(in[t], in[t]);
      same(highest[t], single.highest());
      same(lowest[t], single.lowest());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 300, 600})
  void delaysOfBlocksAreThoseOfSingleNumbers(int lag) {
    double[] in = numbers(lag);
    double[] out = new double[512];
    SplittableRandom random = new SplittableRandom(lag);
    Delay delay = new Delay(lag);
    for (int from = 0; from < COUNT; ) {
      int to = blockEnd(random, from);
      delay.exchange(Arrays.copyOfRange(in, from, to), to - from, out);
      for (int t = from; t < to; t++) {
        same(out[t - from], t < lag ? Double.NaN : in[t - lag]);
      }
      from = to;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 20, 64, 257})
  void ordersTheWindow(int size) {
    double[] in = numbers(size + 2);
    SlidingOrder window = new SlidingOrder(size);
    for (int t = 0; t < COUNT; t++) {
      boolean full = window.add(in[t]);
      assertThat(full).isEqualTo(t >= size - 1);
      if (full && t % 7 == 0) {
        double[] sorted = new double[size];
        for (int k = 0; k < size; k++) {
          sorted[k] = in[t - k] + 0.0;
        }
        Arrays.sort(sorted);
        for (int k = 0; k < size; k++) {
          same(window.at(k), sorted[k]);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 19, 20, 32})
  void networksFindTheirTwoStatistics(int size) {
    double[] in = numbers(size + 3);
    for (int t = 0; t < COUNT; t++) {
      in[t] += 0.0;
    }
    int count = 400;
    double[] lower = new double[count];
    double[] upper = new double[count];
    int low = (size - 1) / 3;
    int high = Math.min(low + 1, size - 1);
    OrderNetwork network = Objects.requireNonNull(OrderNetwork.of(size, low, high));
    network.apply(in, 7, count, lower, upper);
    for (int t = 0; t < count; t++) {
      double[] sorted = Arrays.copyOfRange(in, 7 + t, 7 + t + size);
      Arrays.sort(sorted);
      same(lower[t], sorted[low]);
      same(upper[t], sorted[high]);
    }
  }

  @Test
  void findsWhatIsNotFinite() {
    for (int size = 0; size < 30; size++) {
      double[] numbers = new double[size];
      Arrays.fill(numbers, Double.MAX_VALUE);
      assertThat(Finite.all(numbers, 0, size)).isTrue();
      assertThat(Finite.until(numbers, 0, size)).isEqualTo(size);
      for (int k = 0; k < size; k++) {
        for (double bad :
            new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
          numbers[k] = bad;
          assertThat(Finite.all(numbers, 0, size)).isFalse();
          assertThat(Finite.until(numbers, 0, size)).isEqualTo(k);
          numbers[k] = Double.MAX_VALUE;
        }
      }
    }
  }
}
