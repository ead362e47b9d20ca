package io.quantkit.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
  private static final Decimal LARGEST = Decimal.of(999_999_999_999_999_999L);
  private static final Decimal SMALLEST = Decimal.ofScaled(1, 18);

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "-0.000, 0, 0",
    "12.50, 125, 1",
    "1200, 1200, 0",
    "1.2e3, 1200, 0",
    "-1E-18, -1, 18",
    ".5, 5, 1",
    "7., 7, 0",
    "+3, 3, 0",
    "999999999999999999, 999999999999999999, 0",
    "-0.999999999999999999, -999999999999999999, 18",
    "0000000000000000000000001, 1, 0",
    "1.0000000000000000000000000, 1, 0",
    "100000000000000000.0000e-17, 1, 0"
  })
  void readsTexts(String text, long unscaled, int scale) {
    Decimal parsed = Decimal.parse(text);

    assertThat(parsed.unscaled()).isEqualTo(unscaled);
    assertThat(parsed.scale()).isEqualTo(scale);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", ".", "1,5", "abc", "1.2.3", "NaN", "Infinity", " 1", "1e", "--1"})
  void namesATextThatIsNoNumber(String text) {
    assertThatExceptionOfType(NumberFormatException.class)
        .isThrownBy(() -> Decimal.parse(text))
        .withMessage("a decimal must be a number such as 12.5, was '" + text + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000000000000000000",
        "1e18",
        "1e-19",
        "0.0000000000000000001",
        "1234567890.1234567891",
        "1e2147483647",
        "1e-2147483647",
        "-9e99999"
      })
  void namesATextWithTooManyDigits(String text) {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Decimal.parse(text))
        .withMessage("a decimal has at most 18 digits, which is too few for " + text);
  }

  @Test
  void writesPlainText() {
    assertThat(Decimal.parse("1.50e-3")).hasToString("0.0015");
    assertThat(Decimal.parse("-1.5")).hasToString("-1.5");
    assertThat(Decimal.parse("-0.05")).hasToString("-0.05");
    assertThat(SMALLEST).hasToString("0.000000000000000001");
    assertThat(LARGEST.negated()).hasToString("-999999999999999999");
    assertThat(Decimal.ZERO).hasToString("0");
  }

  @Test
  void powersOfTenAreThoseThatADecimalHolds() {
    assertThat(Decimal.powerOfTen(0)).isEqualTo(1);
    assertThat(Decimal.powerOfTen(18)).isEqualTo(1_000_000_000_000_000_000L);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimal.powerOfTen(19))
        .withMessage("exponent must be within 0 to 18, was 19");
    assertThatIllegalArgumentException().isThrownBy(() -> Decimal.powerOfTen(-1));
  }

  @Test
  void overflowNamesTheOperands() {
    assertOverflow(() -> LARGEST.plus(Decimal.ONE), "999999999999999999 + 1");
    assertOverflow(() -> LARGEST.negated().minus(Decimal.ONE), "-999999999999999999 + -1");
    assertOverflow(() -> LARGEST.plus(SMALLEST), "999999999999999999 + 0.000000000000000001");
    assertOverflow(() -> LARGEST.times(LARGEST), "999999999999999999 * 999999999999999999");
    assertOverflow(
        () -> LARGEST.times(Decimal.of(10), 2, RoundingMode.HALF_EVEN), "999999999999999999 * 10");
    assertOverflow(() -> SMALLEST.times(SMALLEST), "0.000000000000000001 * 0.000000000000000001");
    assertOverflow(
        () -> LARGEST.dividedBy(SMALLEST, 0, RoundingMode.DOWN),
        "999999999999999999 / 0.000000000000000001");
    assertOverflow(
        () -> LARGEST.roundToMultiple(Decimal.of(500_000_000_000_000_000L), RoundingMode.UP),
        "999999999999999999 in steps of 500000000000000000");
    assertOverflow(() -> Decimal.of(Long.MIN_VALUE), "-9223372036854775808");
    assertOverflow(() -> Decimal.ofScaled(Long.MAX_VALUE, 2), "92233720368547758.07");
    assertOverflow(() -> Decimal.of(1e18), "1.0E18");
    assertOverflow(() -> Decimal.of(1e-19), "1.0E-19");
    assertOverflow(() -> Decimal.from(new BigDecimal("1e-19")), "1E-19");
  }

  @Test
  void roundingUpToTooManyDigitsOverflows() {
    assertThat(Decimal.parse("99999999999999999.9").round(0, RoundingMode.UP))
        .isEqualTo(Decimal.of(100_000_000_000_000_000L));
    assertOverflow(
        () -> Decimal.from(new BigDecimal("999999999999999999.9"), 0, RoundingMode.UP),
        "999999999999999999.9");
  }

  @Test
  void unnecessaryRoundingIsRefused() {
    Decimal a = Decimal.parse("1.25");
    for (Runnable rounding :
        List.<Runnable>of(
            () -> a.round(1, RoundingMode.UNNECESSARY),
            () -> a.times(a, 3, RoundingMode.UNNECESSARY),
            () -> a.dividedBy(Decimal.of(3), 18, RoundingMode.UNNECESSARY),
            () -> a.roundToMultiple(Decimal.parse("0.1"), RoundingMode.UNNECESSARY))) {
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(rounding::run)
          .withMessage("rounding is necessary, which the mode UNNECESSARY forbids");
    }
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Decimal.of(1.25, 1, RoundingMode.UNNECESSARY));
    assertThat(Decimal.of(1.25, 2, RoundingMode.UNNECESSARY)).isEqualTo(a);
  }

  @Test
  void divisionByZeroNamesTheDividend() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Decimal.parse("2.5").dividedBy(Decimal.ZERO, 2, RoundingMode.UP))
        .withMessage("division by zero: 2.5 / 0");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 19})
  void refusesScalesOutsideZeroToEighteen(int scale) {
    for (Runnable scaled :
        List.<Runnable>of(
            () -> Decimal.ofScaled(1, scale),
            () -> Decimal.of(0.5, scale, RoundingMode.UP),
            () -> Decimal.from(BigDecimal.ONE, scale, RoundingMode.UP),
            () -> Decimal.ONE.round(scale, RoundingMode.UP),
            () -> Decimal.ONE.times(Decimal.ONE, scale, RoundingMode.UP),
            () -> Decimal.ONE.dividedBy(Decimal.ONE, scale, RoundingMode.UP))) {
      assertThatIllegalArgumentException()
          .isThrownBy(scaled::run)
          .withMessage("scale must be within 0 to 18, was " + scale);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesDoublesThatAreNotFinite(double value) {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Decimal.of(value))
        .withMessage("a decimal must be finite, was " + value);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Decimal.of(value, 2, RoundingMode.UP))
        .withMessage("a decimal must be finite, was " + value);
  }

  @Test
  void readsDoublesByTheirShortestText() {
    assertThat(Decimal.of(0.1)).hasToString("0.1");
    assertThat(Decimal.of(0.1 + 0.2)).hasToString("0.30000000000000004");
    assertThat(Decimal.of(2e-3)).hasToString("0.002");
    assertThat(Decimal.of(-0.0)).isSameAs(Decimal.ZERO);
    assertThat(Decimal.of(Math.PI)).hasToString("3.141592653589793");
    assertThat(Decimal.of(0x1p55)).hasToString("36028797018963970");
  }

  @Test
  void roundsDoublesOfAnySize() {
    assertThat(Decimal.of(Double.MIN_VALUE, 2, RoundingMode.UP)).hasToString("0.01");
    assertThat(Decimal.of(-Double.MIN_VALUE, 18, RoundingMode.FLOOR)).isEqualTo(SMALLEST.negated());
    assertThat(Decimal.of(Double.MIN_VALUE, 18, RoundingMode.HALF_UP)).isEqualTo(Decimal.ZERO);
    assertThat(Decimal.of(1.005, 2, RoundingMode.HALF_UP)).hasToString("1.01");
    assertOverflow(
        () -> Decimal.of(Double.MAX_VALUE, 2, RoundingMode.UP), "1.7976931348623157E+308");
  }

  @Test
  void roundsBigDecimalsOfAnyExponent() {
    BigDecimal tiny = new BigDecimal("-1e-2147483647");
    assertThat(Decimal.from(tiny, 2, RoundingMode.FLOOR)).hasToString("-0.01");
    assertThat(Decimal.from(tiny, 2, RoundingMode.HALF_EVEN)).isEqualTo(Decimal.ZERO);
    assertThat(Decimal.from(new BigDecimal("0e2147483647"), 2, RoundingMode.UNNECESSARY))
        .isEqualTo(Decimal.ZERO);
    assertOverflow(
        () -> Decimal.from(new BigDecimal("1e2147483647"), 2, RoundingMode.UP), "1E+2147483647");
  }

  @Test
  void putsPricesOnTheirTick() {
    Decimal price = Decimal.parse("101.2374");
    Decimal tick = Decimal.parse("0.05");

    assertThat(price.roundToMultiple(tick, RoundingMode.DOWN)).hasToString("101.2");
    assertThat(price.roundToMultiple(tick, RoundingMode.HALF_EVEN)).hasToString("101.25");
    assertThat(price.negated().roundToMultiple(tick, RoundingMode.FLOOR)).hasToString("-101.25");
    assertThat(price.isMultipleOf(tick)).isFalse();
    assertThat(Decimal.parse("101.25").isMultipleOf(tick)).isTrue();
    assertThat(Decimal.ZERO.isMultipleOf(tick)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.01"})
  void refusesIncrementsThatAreNotPositive(String increment) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Decimal.ONE.roundToMultiple(Decimal.parse(increment), RoundingMode.HALF_UP))
        .withMessage("increment must be positive, was " + increment);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimal.ONE.isMultipleOf(Decimal.parse(increment)))
        .withMessage("increment must be positive, was " + increment);
  }

  @Test
  void ordersNumbersWhoseDifferenceInScaleExceedsALong() {
    assertThat(Decimal.of(10)).isGreaterThan(SMALLEST);
    assertThat(Decimal.of(-10)).isLessThan(SMALLEST.negated());
    assertThat(LARGEST).isGreaterThan(Decimal.parse("0.999999999999999999"));
  }

  @Test
  void onlyWholeNumbersAreLongs() {
    assertThat(LARGEST.longValueExact()).isEqualTo(999_999_999_999_999_999L);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Decimal.parse("1.5").longValueExact())
        .withMessage("a whole number was expected, was 1.5");
  }

  @Test
  void theSumOfNothingIsZero() {
    assertThat(Decimal.sum(List.of())).isEqualTo(Decimal.ZERO);
  }

  private static void assertOverflow(Runnable operation, String named) {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(operation::run)
        .withMessageStartingWith("a decimal has at most 18 digits, which is too few for " + named);
  }
}
