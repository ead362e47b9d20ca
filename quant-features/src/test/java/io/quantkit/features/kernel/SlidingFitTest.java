package io.quantkit.features.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingFitTest {
  private static final MathContext DIGITS = new MathContext(60);

  /** The sums of squares about the mean and about the fit, to 60 digits. */
  private record Exact(double squares, double errors) {
    static Exact of(double[] x, int degree) {
      int n = x.length;
      BigDecimal size = BigDecimal.valueOf(n);
      BigDecimal[] sums = new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
      BigDecimal[] norms = sums.clone();
      BigDecimal squares = BigDecimal.ZERO;
      for (int i = 0; i < n; i++) {
        BigDecimal y = new BigDecimal(x[i]);
        BigDecimal u = BigDecimal.valueOf(2L * i - n + 1);
        BigDecimal[] p = {
          BigDecimal.ONE,
          u,
          u.pow(2).multiply(BigDecimal.valueOf(3)).subtract(size.pow(2)).add(BigDecimal.ONE)
        };
        for (int k = 0; k < 3; k++) {
          sums[k] = sums[k].add(p[k].multiply(y));
          norms[k] = norms[k].add(p[k].pow(2));
        }
        squares = squares.add(y.pow(2));
      }
      double about = 0;
      BigDecimal rest = squares;
      for (int k = 0; k <= degree; k++) {
        if (norms[k].signum() > 0) {
          rest = rest.subtract(sums[k].pow(2).divide(norms[k], DIGITS));
        }
        about = k == 0 ? rest.doubleValue() : about;
      }
      return new Exact(about, rest.doubleValue());
    }
  }

  private static void check(double[] in, int from, int size, int degree, SlidingFit window) {
    for (int t = 0; t < in.length; t++) {
      boolean full = window.add(in[t]);
      assertThat(full).isEqualTo(t >= size - 1);
      if (t >= from && full && t % 5 == 0) {
        Exact exact = Exact.of(Arrays.copyOfRange(in, t - size + 1, t + 1), degree);
        assertThat(window.squares()).isCloseTo(exact.squares, within(1e-14 * exact.squares));
        assertThat(window.errors())
            .isCloseTo(exact.errors, within(1e-13 * exact.errors + 1e-28 * exact.squares));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"2,1", "3,1", "14,1", "200,1", "3,2", "4,2", "20,2", "200,2"})
  void errorsAreExactAboutAWalk(int size, int degree) {
    SplittableRandom random = new SplittableRandom(size);
    double[] in = new double[900];
    double x = 1e5;
    for (int t = 0; t < in.length; t++) {
      x += random.nextDouble() - 0.5;
      in[t] = x;
    }
    check(in, 0, size, degree, new SlidingFit(size, degree));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void errorsOfGoodFitsKeepTheirDigits(int degree) {
    SplittableRandom random = new SplittableRandom(degree);
    double[] in = new double[600];
    for (int t = 0; t < in.length; t++) {
      double fit = 1000 + t + (degree == 2 ? t * (double) t / 16 : 0);
      in[t] = fit + 1e-7 * random.nextDouble();
    }
    check(in, 0, 50, degree, new SlidingFit(50, degree));
  }

  @Test
  void aLevelThatWasLeftLeavesNoTrace() {
    SplittableRandom random = new SplittableRandom(5);
    double[] in = new double[400];
    for (int t = 0; t < in.length; t++) {
      in[t] = (t < 100 ? 1e12 : 1) + random.nextDouble();
    }
    check(in, 130, 30, 2, new SlidingFit(30, 2));
  }

  @Test
  void aMillionStepsDoNotDrift() {
    SplittableRandom random = new SplittableRandom(6);
    SlidingFit window = new SlidingFit(20, 1);
    double x = 100;
    for (int t = 0; t < 1_000_000; t++) {
      x *= 1 + 0.002 * (random.nextDouble() - 0.5);
      window.add(x);
    }
    double[] next = new double[100];
    for (int t = 0; t < next.length; t++) {
      x *= 1 + 0.002 * (random.nextDouble() - 0.5);
      next[t] = x;
    }
    for (int t = 0; t < next.length; t++) {
      window.add(next[t]);
      if (t >= 20) {
        Exact exact = Exact.of(Arrays.copyOfRange(next, t - 19, t + 1), 1);
        assertThat(window.errors()).isCloseTo(exact.errors, within(1e-13 * exact.errors));
      }
    }
  }

  @Test
  void equalNumbersHaveNoSquares() {
    SlidingFit window = new SlidingFit(7, 2);
    for (int t = 0; t < 40; t++) {
      window.add(t < 20 ? t : 0.1);
    }
    assertThat(window.squares()).isZero();
    assertThat(window.errors()).isZero();
    assertThat(window.mean()).isEqualTo(0.1);
    assertThat(window.slope()).isZero();
    assertThat(window.bend()).isZero();
  }

  @Test
  void tellsTheParabola() {
    SlidingFit window = new SlidingFit(9, 2);
    for (int t = 0; t < 31; t++) {
      window.add(3 - 2 * t + 0.25 * t * t);
    }
    // The middle is at 26: 3 - 52 + 169 there, a slope of -2 + 13.
    assertThat(window.slope()).isCloseTo(11, within(1e-13));
    assertThat(window.bend()).isCloseTo(0.25, within(1e-14));
    assertThat(window.mean()).isCloseTo(120 + 0.25 * 80 / 12, within(1e-12));
    assertThat(window.errors()).isCloseTo(0, within(1e-25));
  }
}
