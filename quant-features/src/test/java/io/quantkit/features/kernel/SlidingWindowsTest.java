package io.quantkit.features.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
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
    SlidingMoments moments = new SlidingMoments(SIZE);
    SlidingSum sum = new SlidingSum(SIZE);
    LinearMean linear = new LinearMean(SIZE);
    LinearWindow line = LinearWindow.line(SIZE, 0);
    double[] in = new double[500];
    double[] means = new double[in.length];
    double[] momentMeans = new double[in.length];
    double[] squares = new double[in.length];
    double[] sums = new double[in.length];
    double[] linears = new double[in.length];
    double[] lines = new double[in.length];
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
          line.add(x);
        }
      } else {
        mean.add(in, 0, in.length, means, 0);
        moments.add(in, 0, in.length, momentMeans, squares);
        sum.add(in, in.length, sums);
        linear.add(in, 0, in.length, linears, 0);
        line.add(in, 0, in.length, lines, 0);
      }
    }
    int last = in.length - 1;
    double[] end = Arrays.copyOfRange(in, in.length - SIZE, in.length);
    Exact exact = new Exact(end, end);
    assertThat(means[last]).isCloseTo(exact.mean, TWELVE_DIGITS);
    assertThat(momentMeans[last]).isCloseTo(exact.mean, TWELVE_DIGITS);
    assertThat(squares[last]).isCloseTo(exact.squares, TWELVE_DIGITS);
    assertThat(sums[last]).isCloseTo(SIZE * exact.mean, TWELVE_DIGITS);
    assertThat(linears[last]).isCloseTo(exact.linear, TWELVE_DIGITS);
    // The line ends three times as far from the mean as the linearly weighted mean is.
    assertThat(lines[last]).isCloseTo(3 * exact.linear - 2 * exact.mean, TWELVE_DIGITS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 14, 20, 28, 100, 600, 2000})
  void blocksHaveTheBitsOfSingleSteps(int size) {
    double[] in = new SplittableRandom(size).doubles(9000).map(x -> 100 + x).toArray();
    SlidingSum sums = new SlidingSum(size);
    SlidingMoments moments = new SlidingMoments(size);
    SlidingCovariance pairs = new SlidingCovariance(size);
    LinearMean linear = new LinearMean(size);
    SlidingSum sumOfBlock = new SlidingSum(size);
    SlidingMoments momentsOfBlock = new SlidingMoments(size);
    SlidingCovariance pairsOfBlock = new SlidingCovariance(size);
    LinearMean linearOfBlock = new LinearMean(size);
    LinearWindow line = LinearWindow.line(size + 1, 2);
    LinearWindow lineOfBlock = LinearWindow.line(size + 1, 2);
    SplittableRandom lengths = new SplittableRandom(3);
    double[] block = new double[512];
    double[] other = new double[512];
    double[] sum = new double[512];
    double[] mean = new double[512];
    double[] squares = new double[512];
    double[][] products = new double[3][512];
    double[] weighted = new double[512];
    double[] lines = new double[512];
    double[] roots = new double[512];
    for (int from = 0; from < in.length; ) {
      int n = Math.min(in.length - from, 1 + lengths.nextInt(512));
      System.arraycopy(in, from, block, 0, n);
      for (int i = 0; i < n; i++) {
        other[i] = Math.sin(block[i]);
      }
      boolean full = sumOfBlock.full();
      if (full) {
        sumOfBlock.add(block, n, sum);
        momentsOfBlock.copy().add(block, 0, n, 0.3, mean, roots);
        momentsOfBlock.add(block, 0, n, mean, squares);
        pairsOfBlock.add(block, other, n, products[0], products[1], products[2]);
        linearOfBlock.add(block, 0, n, weighted, 0);
      }
      lineOfBlock.add(block, 0, n, lines, 0);
      for (int i = 0; i < n; i++) {
        double oneSum = sums.add(block[i]);
        moments.add(block[i]);
        pairs.add(block[i], other[i]);
        double oneMean = linear.add(block[i]);
        assertThat(lines[i]).isEqualTo(Double.valueOf(line.add(block[i])));
        if (full) {
          assertThat(sum[i]).isEqualTo(oneSum);
          assertThat(mean[i]).isEqualTo(moments.mean());
          assertThat(squares[i]).isEqualTo(moments.second());
          assertThat(roots[i]).isEqualTo(Math.sqrt(moments.second() * 0.3));
          assertThat(Math.max(0, products[0][i])).isEqualTo(pairs.squaresX());
          assertThat(products[1][i]).isEqualTo(pairs.products());
          assertThat(Math.max(0, products[2][i])).isEqualTo(pairs.squaresY());
          assertThat(weighted[i]).isEqualTo(oneMean);
        } else {
          sumOfBlock.add(block[i]);
          momentsOfBlock.add(block[i]);
          pairsOfBlock.add(block[i], other[i]);
          linearOfBlock.add(block[i]);
        }
      }
      from += n;
    }
    assertThat(sums.sum()).isCloseTo(lastSum(in, size), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 20, 600})
  void blocksOfMeansHaveTheBitsOfSingleStepsWhereverTheLevelIs(int size) {
    SplittableRandom random = new SplittableRandom(size);
    double[] in = new double[9000];
    for (int i = 0; i < in.length; i++) {
      int part = i / 1000;
      double noise = random.nextDouble() - 0.5;
      in[i] = part % 3 == 0 ? 100 + noise : part % 3 == 1 ? noise : Math.rint(3 * noise);
      in[i] += i % 997 > 990 ? 1e6 : 0;
    }
    SlidingMean mean = new SlidingMean(size);
    SlidingMean meanOfBlock = new SlidingMean(size);
    LinearMean linear = new LinearMean(size);
    LinearMean linearOfBlock = new LinearMean(size);
    double[] out = new double[512];
    double[] linears = new double[512];
    for (int from = 0; from < in.length; ) {
      int n = Math.min(in.length - from, 1 + random.nextInt(512));
      boolean full = meanOfBlock.full();
      if (full) {
        meanOfBlock.add(in, from, from + n, out, 0);
      }
      linearOfBlock.add(in, from, from + n, linears, 0);
      for (int i = 0; i < n; i++) {
        mean.add(in[from + i]);
        assertThat(linears[i]).isEqualTo(Double.valueOf(linear.add(in[from + i])));
        if (full) {
          assertThat(out[i]).isEqualTo(mean.mean());
        } else {
          meanOfBlock.add(in[from + i]);
        }
      }
      from += n;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 20, 60, 200})
  void aLevelThatWasLeftCostsNoDigits(int size) {
    SplittableRandom random = new SplittableRandom(size);
    SlidingMean mean = new SlidingMean(size);
    SlidingMoments moments = new SlidingMoments(size);
    SlidingCovariance pairs = new SlidingCovariance(size);
    SlidingSum sum = new SlidingSum(size);
    LinearMean linear = new LinearMean(size);
    LinearWindow line = LinearWindow.line(size, 0);
    double[] window = new double[size];
    double[] otherWindow = new double[size];
    double price = 100;
    for (int t = 0, since = 0; t < 20_000; t++, since++) {
      price += random.nextDouble() - 0.5 + 0.01 * (100 - price);
      int phase = t % 701;
      boolean high = phase > 300 && phase < 330;
      since = high ? 0 : since;
      double x = high ? price + 1e6 : price;
      double y = 50 + 0.5 * x + random.nextDouble();
      System.arraycopy(window, 1, window, 0, size - 1);
      System.arraycopy(otherWindow, 1, otherWindow, 0, size - 1);
      window[size - 1] = x;
      otherWindow[size - 1] = y;
      mean.add(x);
      moments.add(x);
      pairs.add(x, y);
      sum.add(x);
      double weighted = linear.add(x);
      double end = line.add(x);
      if (t > size && (since == size || since == size + 3)) {
        Exact exact = new Exact(window, otherWindow);
        assertThat(mean.mean()).isCloseTo(exact.mean, TWELVE_DIGITS);
        assertThat(weighted).isCloseTo(exact.linear, TWELVE_DIGITS);
        assertThat(end).isCloseTo(3 * exact.linear - 2 * exact.mean, TWELVE_DIGITS);
        assertThat(moments.mean()).isCloseTo(exact.mean, TWELVE_DIGITS);
        assertThat(moments.second()).isCloseTo(exact.squares, TWELVE_DIGITS);
        assertThat(sum.sum()).isCloseTo(size * exact.mean, TWELVE_DIGITS);
        assertThat(pairs.squaresX()).isCloseTo(exact.squares, TWELVE_DIGITS);
        assertThat(pairs.products())
            .isCloseTo(exact.products, within(1e-12 * Math.sqrt(exact.squares * exact.others)));
        assertThat(pairs.squaresY()).isCloseTo(exact.others, TWELVE_DIGITS);
      }
    }
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

  /** A window in decimal arithmetic. */
  private static final class Exact {
    final double mean;
    final double squares;
    final double linear;

    final double products;
    final double others;

    Exact(double[] in, double[] other) {
      int n = in.length;
      BigDecimal weighted = BigDecimal.ZERO;
      for (int i = 0; i < n; i++) {
        weighted = weighted.add(new BigDecimal(in[i]).multiply(BigDecimal.valueOf(i + 1)));
      }
      BigDecimal m = mean(in);
      BigDecimal o = mean(other);
      BigDecimal xx = BigDecimal.ZERO;
      BigDecimal xy = BigDecimal.ZERO;
      BigDecimal yy = BigDecimal.ZERO;
      for (int i = 0; i < n; i++) {
        BigDecimal x = new BigDecimal(in[i]).subtract(m);
        BigDecimal y = new BigDecimal(other[i]).subtract(o);
        xx = xx.add(x.multiply(x));
        xy = xy.add(x.multiply(y));
        yy = yy.add(y.multiply(y));
      }
      mean = m.doubleValue();
      squares = xx.doubleValue();
      products = xy.doubleValue();
      others = yy.doubleValue();
      linear =
          weighted
              .divide(BigDecimal.valueOf(n * (n + 1) / 2), MathContext.DECIMAL128)
              .doubleValue();
    }

    private static BigDecimal mean(double[] in) {
      BigDecimal sum = BigDecimal.ZERO;
      for (double x : in) {
        sum = sum.add(new BigDecimal(x));
      }
      return sum.divide(BigDecimal.valueOf(in.length), MathContext.DECIMAL128);
    }
  }
}
