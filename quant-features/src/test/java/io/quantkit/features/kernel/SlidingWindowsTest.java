package io.quantkit.features.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the sliding windows to what they say about rounding, gaps and blocks. */
class SlidingWindowsTest {
  private static final int SIZE = 20;
  private static final Percentage TWELVE_DIGITS = Percentage.withPercentage(1e-10);

  @Test
  void tenMillionStepsCostNoDigits() {
    SplittableRandom random = new SplittableRandom(1);
    SlidingMean mean = new SlidingMean(SIZE);
    SlidingMoments moments = new SlidingMoments(SIZE, 2);
    SlidingSum sum = new SlidingSum(SIZE);
    LinearMean linear = new LinearMean(SIZE);
    double[] in = new double[500];
    double[] means = new double[in.length];
    double[] momentMeans = new double[in.length];
    double[] squares = new double[in.length];
    double[] sums = new double[in.length];
    double[] linears = new double[in.length];
    double price = 1000;
    for (int block = 0; block < 20_000; block++) {
      for (int i = 0; i < in.length; i++) {
        price += random.nextDouble() - 0.5 + 0.01 * (1000 - price);
        in[i] = price;
      }
      if (block == 0) {
        for (double x : in) {
          mean.add(x);
          moments.add(x);
          sum.add(x);
          linear.add(x);
        }
      } else {
        mean.add(in, 0, in.length, means, 0);
        moments.add(in, 0, in.length, momentMeans, squares);
        sum.add(in, in.length, sums);
        linear.add(in, 0, in.length, linears, 0);
      }
    }
    Exact exact = new Exact(in);
    int last = in.length - 1;
    assertThat(means[last]).isCloseTo(exact.mean, TWELVE_DIGITS);
    assertThat(momentMeans[last]).isCloseTo(exact.mean, TWELVE_DIGITS);
    assertThat(squares[last]).isCloseTo(exact.squares, TWELVE_DIGITS);
    assertThat(sums[last]).isCloseTo(SIZE * exact.mean, TWELVE_DIGITS);
    assertThat(linears[last]).isCloseTo(exact.linear, TWELVE_DIGITS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 14, 20, 28, 100, 600, 2000})
  void blocksHaveTheBitsOfSingleSteps(int size) {
    double[] in = new SplittableRandom(size).doubles(9000).map(x -> 100 + x).toArray();
    SlidingSum sums = new SlidingSum(size);
    SlidingSum nested = new SlidingSum(Math.max(1, size / 3), size);
    LinearMean linear = new LinearMean(size);
    SlidingSum sumOfBlock = new SlidingSum(size);
    SlidingSum nestedOfBlock = new SlidingSum(Math.max(1, size / 3), size);
    LinearMean linearOfBlock = new LinearMean(size);
    SplittableRandom lengths = new SplittableRandom(3);
    double[] block = new double[512];
    double[] one = new double[512];
    double[][] two = new double[2][512];
    double[] weighted = new double[512];
    for (int from = 0; from < in.length; ) {
      int n = Math.min(in.length - from, 1 + lengths.nextInt(512));
      System.arraycopy(in, from, block, 0, n);
      boolean full = sumOfBlock.full();
      if (full) {
        sumOfBlock.add(block, n, one);
        nestedOfBlock.add(block, n, two);
        linearOfBlock.add(block, 0, n, weighted, 0);
      }
      for (int i = 0; i < n; i++) {
        double sum = sums.add(block[i]);
        nested.add(block[i]);
        double mean = linear.add(block[i]);
        if (full) {
          assertThat(one[i]).isEqualTo(sum);
          assertThat(two[0][i]).isEqualTo(nested.sum(0));
          assertThat(two[1][i]).isEqualTo(nested.sum(1));
          assertThat(weighted[i]).isEqualTo(mean);
        } else {
          sumOfBlock.add(block[i]);
          nestedOfBlock.add(block[i]);
          linearOfBlock.add(block[i]);
        }
      }
      from += n;
    }
    assertThat(sums.sum()).isCloseTo(lastSum(in, size), within(1e-9));
  }

  @Test
  void aSumKeepsNoTraceOfWhatHasLeft() {
    SlidingSum sum = new SlidingSum(SIZE);
    for (int i = 0; i < SIZE; i++) {
      sum.add(1e300);
    }
    for (int i = 1; i < SIZE; i++) {
      sum.add(0);
    }
    assertThat(sum.add(0)).isZero();
  }

  @Test
  void aBlockCanBeTakenBack() {
    SlidingSum sum = new SlidingSum(3);
    for (int i = 1; i <= 400; i++) {
      sum.add(i);
    }
    SlidingSum before = sum.copy();
    double[] block = new double[512];
    sum.add(block, block.length, block);
    sum.retract(block.length);
    assertThat(sum.sum()).isEqualTo(before.sum());
    assertThat(sum.add(5)).isEqualTo(before.add(5)).isEqualTo(804);
  }

  @Test
  void aMeanStopsBeforeAGap() {
    SlidingMean mean = new SlidingMean(4);
    SlidingMean bars = new SlidingMean(4);
    double[] in = new double[2000];
    for (int i = 0; i < in.length; i++) {
      in[i] = i == 1500 ? Double.NaN : Math.sqrt(i);
    }
    for (int i = 0; i < 10; i++) {
      mean.add(in[i]);
      bars.add(in[i]);
    }
    double[] out = new double[in.length];
    int reached = mean.addUntilGap(in, 10, in.length, out, 10);
    assertThat(reached).isBetween(900, 1500);
    for (int i = 10; i < reached; i++) {
      bars.add(in[i]);
      assertThat(out[i]).isEqualTo(bars.mean());
    }
    assertThat(mean.mean()).isEqualTo(bars.mean());
  }

  private static double lastSum(double[] in, int size) {
    double sum = 0;
    for (int i = in.length - size; i < in.length; i++) {
      sum += in[i];
    }
    return sum;
  }

  /** The last window in decimal arithmetic. */
  private static final class Exact {
    final double mean;
    final double squares;
    final double linear;

    Exact(double[] in) {
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal weighted = BigDecimal.ZERO;
      int first = in.length - SIZE;
      for (int i = 0; i < SIZE; i++) {
        BigDecimal x = new BigDecimal(in[first + i]);
        sum = sum.add(x);
        weighted = weighted.add(x.multiply(BigDecimal.valueOf(i + 1)));
      }
      BigDecimal m = sum.divide(BigDecimal.valueOf(SIZE), MathContext.DECIMAL128);
      BigDecimal s = BigDecimal.ZERO;
      for (int i = 0; i < SIZE; i++) {
        s = s.add(new BigDecimal(in[first + i]).subtract(m).pow(2));
      }
      mean = m.doubleValue();
      squares = s.doubleValue();
      linear =
          weighted
              .divide(BigDecimal.valueOf(SIZE * (SIZE + 1) / 2), MathContext.DECIMAL128)
              .doubleValue();
    }
  }
}
