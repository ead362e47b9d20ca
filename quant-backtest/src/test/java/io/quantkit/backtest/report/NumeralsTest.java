package io.quantkit.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class NumeralsTest {

  @Test
  void groupsThousandsAndUsesARealMinus() {
    assertThat(Numerals.grouped(-1234567.891, 2)).isEqualTo("\u22121,234,567.89");
    assertThat(Numerals.grouped(999.5, 0)).isEqualTo("1,000");
    assertThat(Numerals.grouped(0.05, 2)).isEqualTo("0.05");
  }

  @Test
  void zeroHasNoSign() {
    assertThat(Numerals.grouped(-0.0, 1)).isEqualTo("0.0");
    assertThat(Numerals.grouped(-0.004, 2)).isEqualTo("0.00");
  }

  @Test
  void missingAndInfiniteNumbersAreWords() {
    assertThat(Numerals.grouped(Double.NaN, 2)).isEqualTo("n/a");
    assertThat(Numerals.percent(Double.NaN, 2)).isEqualTo("n/a");
    assertThat(Numerals.grouped(Double.NEGATIVE_INFINITY, 2)).isEqualTo("\u2212\u221e");
  }

  @Test
  void hugeNumbersAreScientific() {
    assertThat(Numerals.grouped(1.5e300, 2)).isEqualTo("1.500e300");
  }

  @Test
  void coordinatesAreShortAscii() {
    assertThat(Numerals.coordinate(-12.04)).isEqualTo("-12");
    assertThat(Numerals.coordinate(1234.56)).isEqualTo("1234.6");
  }

  @Test
  void largeAmountsAreCompact() {
    assertThat(Numerals.compact(2_500_000, 500_000)).isEqualTo("2.5M");
    assertThat(Numerals.compact(0, 500_000)).isEqualTo("0");
    assertThat(Numerals.compact(750, 250)).isEqualTo("750");
    assertThat(Numerals.compact(-20_000, 10_000)).isEqualTo("\u221220k");
  }

  @Property(tries = 2000)
  void agreesWithDecimalArithmeticToTheLastDigit(
      @ForAll @DoubleRange(min = -1e9, max = 1e9) @Scale(9) double value,
      @ForAll @IntRange(min = 0, max = 4) int decimals) {
    BigDecimal shown =
        new BigDecimal(Numerals.grouped(value, decimals).replace(",", "").replace('\u2212', '-'));

    BigDecimal halfUnit = BigDecimal.valueOf(5, decimals + 1);
    BigDecimal error = shown.subtract(new BigDecimal(value)).abs();
    assertThat(error).isLessThanOrEqualTo(halfUnit.multiply(new BigDecimal("1.00001")));
    assertThat(shown.setScale(decimals, RoundingMode.UNNECESSARY)).isEqualTo(shown);
  }
}
