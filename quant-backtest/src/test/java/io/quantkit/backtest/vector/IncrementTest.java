package io.quantkit.backtest.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.math.Decimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Increments count what conversions through {@link Decimal} give. */
class IncrementTest {
  private static final String[] SIZES = {
    "0.01", "1", "0.25", "0.05", "0.0001", "0.00000001", "100", "2.5", "0.000000000001"
  };

  @Test
  void countsLikeDecimals() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200_000; i++) {
      Decimal size = Decimal.parse(SIZES[random.nextInt(SIZES.length)]);
      Increment increment = new Increment(size);
      double value = value(random, size.doubleValue());
      String name = value + " in steps of " + size;
      assertThat(increment.toDecimal(increment.down(value)))
          .as(name)
          .isEqualTo(rounded(value, size, RoundingMode.DOWN));
      assertThat(increment.toDecimal(increment.down(-value)))
          .as(name)
          .isEqualTo(rounded(-value, size, RoundingMode.DOWN));
      assertThat(increment.toDecimal(increment.up(value)))
          .as(name)
          .isEqualTo(rounded(value, size, RoundingMode.UP));
      assertThat(increment.toDecimal(increment.nearest(value)))
          .as(name)
          .isEqualTo(rounded(value, size, RoundingMode.HALF_EVEN));
    }
  }

  /** Any value, one that is nearly a multiple, or one that is. */
  private static double value(SplittableRandom random, double size) {
    double value = size * 1e6 * random.nextDouble() * random.nextDouble();
    return switch (random.nextInt(4)) {
      case 0 -> value;
      case 1 -> Math.rint(value / size) * size;
      case 2 -> Math.nextUp(Math.rint(value / size) * size);
      default -> Math.rint(value / size) / Math.rint(1 / Math.min(1, size));
    };
  }

  private static Decimal rounded(double value, Decimal size, RoundingMode mode) {
    return Decimal.of(value, size.scale(), mode).roundToMultiple(size, mode);
  }

  @Test
  void countsBeyondTheDigitsOfADecimal() {
    Increment fine = new Increment(Decimal.parse("0.000000000001"));
    assertThat(fine.floor(1_386_937.33)).isEqualTo(1_386_937_330_000_000_000L);
    assertThat(fine.ceiling(-1_386_937.33)).isEqualTo(-1_386_937_330_000_000_000L);
    assertThatThrownBy(() -> fine.floor(27_723_986_569.43))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("27723986569.43 is too large to be counted in steps of 0.000000000001");
  }

  @Test
  void aDoubleBesideACentIsRoundedUpOnlyIfItIsBeyond() {
    Increment cent = new Increment(Decimal.parse("0.01"));
    assertThat(cent.up(1.23)).isEqualTo(123);
    assertThat(cent.up(Math.nextUp(1.23))).isEqualTo(124);
    assertThat(cent.up(Math.nextDown(1.23))).isEqualTo(123);
    assertThat(cent.down(Math.nextDown(1.23))).isEqualTo(122);
    assertThat(cent.down(-Math.nextDown(1.23))).isEqualTo(-122);
    assertThat(cent.down(Double.MIN_VALUE)).isZero();
    assertThat(cent.up(Double.MIN_VALUE)).isEqualTo(1);
  }
}
