package io.quantkit.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Every operation against {@link BigDecimal}. */
class DecimalPropertyTest {
  private static final int TRIES = 10_000;
  private static final long LIMIT = 1_000_000_000_000_000_000L;

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void sumsAreExact(@ForAll("decimals") Decimal a, @ForAll("decimals") Decimal b) {
    agree(() -> big(a).add(big(b)), () -> a.plus(b));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void differencesAreExact(@ForAll("decimals") Decimal a, @ForAll("decimals") Decimal b) {
    agree(() -> big(a).subtract(big(b)), () -> a.minus(b));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void productsAreExact(@ForAll("decimals") Decimal a, @ForAll("decimals") Decimal b) {
    agree(() -> big(a).multiply(big(b)), () -> a.times(b));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void productsRoundOnce(
      @ForAll("decimals") Decimal a,
      @ForAll("decimals") Decimal b,
      @ForAll @IntRange(max = 18) int scale,
      @ForAll RoundingMode mode) {
    agree(() -> big(a).multiply(big(b)).setScale(scale, mode), () -> a.times(b, scale, mode));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void quotientsRoundOnce(
      @ForAll("decimals") Decimal a,
      @ForAll("decimals") Decimal b,
      @ForAll @IntRange(max = 18) int scale,
      @ForAll RoundingMode mode) {
    agree(() -> big(a).divide(big(b), scale, mode), () -> a.dividedBy(b, scale, mode));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void quotientsOfMultiplesNeedNoRounding(
      @ForAll("decimals") Decimal a,
      @ForAll @IntRange(min = -1000, max = 1000) int factor,
      @ForAll @IntRange(max = 18) int scale,
      @ForAll RoundingMode mode) {
    BigDecimal product = big(a).multiply(BigDecimal.valueOf(factor));
    if (isRepresentable(product)) {
      Decimal multiple = Decimal.from(product);
      agree(() -> product.divide(big(a), scale, mode), () -> multiple.dividedBy(a, scale, mode));
      if (a.isPositive()) {
        assertThat(multiple.isMultipleOf(a)).isTrue();
        assertThat(multiple.roundToMultiple(a, mode)).isEqualTo(multiple);
      }
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void tiesRoundAsTheModeSays(
      @ForAll("decimals") Decimal a,
      @ForAll @IntRange(max = 17) int scale,
      @ForAll RoundingMode mode) {
    BigDecimal half = BigDecimal.valueOf(a.unscaled() / 100 * 10 + 5, scale + 1);
    agree(() -> half.setScale(scale, mode), () -> Decimal.from(half).round(scale, mode));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void roundsToAScale(
      @ForAll("decimals") Decimal a,
      @ForAll @IntRange(max = 18) int scale,
      @ForAll RoundingMode mode) {
    agree(() -> big(a).setScale(scale, mode), () -> a.round(scale, mode));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void roundsToAMultiple(
      @ForAll("decimals") Decimal a,
      @ForAll("increments") Decimal increment,
      @ForAll RoundingMode mode) {
    BigDecimal step = big(increment);
    agree(
        () -> big(a).divide(step, 0, mode).multiply(step),
        () -> a.roundToMultiple(increment, mode));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void knowsMultiples(@ForAll("decimals") Decimal a, @ForAll("increments") Decimal increment) {
    assertThat(a.isMultipleOf(increment)).isEqualTo(big(a).remainder(big(increment)).signum() == 0);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void signsAreThoseOfBigDecimal(@ForAll("decimals") Decimal a) {
    assertThat(big(a.negated())).isEqualByComparingTo(big(a).negate());
    assertThat(big(a.abs())).isEqualByComparingTo(big(a).abs());
    assertThat(a.signum()).isEqualTo(big(a).signum());
    assertThat(a.isZero()).isEqualTo(big(a).signum() == 0);
    assertThat(a.isPositive()).isEqualTo(big(a).signum() > 0);
    assertThat(a.isNegative()).isEqualTo(big(a).signum() < 0);
    assertThat(a.negated().negated()).isEqualTo(a);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void orderIsThatOfBigDecimal(@ForAll("decimals") Decimal a, @ForAll("decimals") Decimal b) {
    int order = big(a).compareTo(big(b));
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(order);
    assertThat(Integer.signum(b.compareTo(a))).isEqualTo(-order);
    assertThat(a.equals(b)).isEqualTo(order == 0);
    assertThat(big(a.min(b))).isEqualByComparingTo(big(a).min(big(b)));
    assertThat(big(a.max(b))).isEqualByComparingTo(big(a).max(big(b)));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void neighboursDiffer(@ForAll("decimals") Decimal a) {
    if (a.unscaled() < LIMIT - 1) {
      Decimal next = Decimal.ofScaled(a.unscaled() + 1, a.scale());
      assertThat(a.compareTo(next)).isNegative();
      assertThat(a).isNotEqualTo(next);
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void orderIsTransitive(
      @ForAll("decimals") Decimal a, @ForAll("decimals") Decimal b, @ForAll("decimals") Decimal c) {
    List<Decimal> sorted = List.of(a, b, c).stream().sorted().toList();
    assertThat(sorted.get(0).compareTo(sorted.get(1))).isNotPositive();
    assertThat(sorted.get(1).compareTo(sorted.get(2))).isNotPositive();
    assertThat(sorted.get(0).compareTo(sorted.get(2))).isNotPositive();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void equalNumbersAreEqualHoweverWritten(
      @ForAll("decimals") Decimal a, @ForAll @IntRange(max = 18) int zeros) {
    Decimal again = Decimal.from(big(a).setScale(Math.min(18, a.scale() + zeros)));
    assertThat(again).isEqualTo(a).hasSameHashCodeAs(a).isEqualByComparingTo(a);
    assertThat(a.scale() == 0 || a.unscaled() % 10 != 0).isTrue();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void textsComeBack(@ForAll("decimals") Decimal a) {
    assertThat(a.toString()).isEqualTo(big(a).toPlainString());
    assertThat(Decimal.parse(a.toString())).isEqualTo(a);
    assertThat(Decimal.parse(big(a).toString())).isEqualTo(a);
    assertThat(Decimal.parse("+" + a.abs())).isEqualTo(a.abs());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void exponentNotationIsRead(
      @ForAll("decimals") Decimal a, @ForAll @IntRange(min = -40, max = 40) int exponent) {
    String text = a + (exponent % 2 == 0 ? "e" : "E") + exponent;
    agree(() -> new BigDecimal(text), () -> Decimal.parse(text));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void bigDecimalsConvertExactlyOrNotAtAll(@ForAll("wide") BigDecimal value) {
    agree(() -> value, () -> Decimal.from(value));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void bigDecimalsRound(
      @ForAll("wide") BigDecimal value,
      @ForAll @IntRange(max = 18) int scale,
      @ForAll RoundingMode mode) {
    agree(() -> value.setScale(scale, mode), () -> Decimal.from(value, scale, mode));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void partsAndBigDecimalComeBack(@ForAll("decimals") Decimal a) {
    assertThat(Decimal.ofScaled(a.unscaled(), a.scale())).isEqualTo(a);
    assertThat(Decimal.from(a.toBigDecimal())).isEqualTo(a);
    assertThat(a.toBigDecimal()).isEqualByComparingTo(BigDecimal.valueOf(a.unscaled(), a.scale()));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void longsComeBack(@ForAll long value) {
    agree(() -> BigDecimal.valueOf(value), () -> Decimal.of(value));
    if (Math.abs(value) < LIMIT && value != Long.MIN_VALUE) {
      assertThat(Decimal.of(value).longValueExact()).isEqualTo(value);
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void unscaledLongsAreNormalised(@ForAll long value, @ForAll @IntRange(max = 18) int scale) {
    agree(() -> BigDecimal.valueOf(value, scale), () -> Decimal.ofScaled(value, scale));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void doublesAreTheNearest(@ForAll("decimals") Decimal a) {
    double nearest = Double.parseDouble(a.toString());
    assertThat(Double.doubleToLongBits(a.doubleValue()))
        .isEqualTo(Double.doubleToLongBits(nearest));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void doublesOfFifteenDigitsComeBack(@ForAll("decimals") Decimal a) {
    Decimal few = Decimal.ofScaled(a.unscaled() % 1_000_000_000_000_000L, a.scale());
    assertThat(Decimal.of(few.doubleValue())).isEqualTo(few);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void doublesAreReadByTheirShortestText(@ForAll("doubles") double value) {
    agree(() -> shortest(value), () -> Decimal.of(value));
    if (Runtime.version().feature() >= 19) {
      agree(() -> new BigDecimal(Double.toString(value)), () -> Decimal.of(value));
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void doublesRoundFromTheirShortestText(
      @ForAll("doubles") double value,
      @ForAll @IntRange(max = 18) int scale,
      @ForAll RoundingMode mode) {
    agree(() -> shortest(value).setScale(scale, mode), () -> Decimal.of(value, scale, mode));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void doublesNearTiesRoundFromTheirShortestText(
      @ForAll @IntRange(min = -100_000_000, max = 100_000_000) int halves,
      @ForAll @IntRange(max = 9) int scale,
      @ForAll @IntRange(min = -2, max = 2) int steps,
      @ForAll RoundingMode mode) {
    double tie = BigDecimal.valueOf(10L * halves + 5, scale + 1).doubleValue();
    double value = tie + steps * Math.ulp(tie);
    agree(() -> shortest(value).setScale(scale, mode), () -> Decimal.of(value, scale, mode));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void sumsOfManyAreExact(@ForAll @Size(max = 20) List<@From("amounts") Decimal> all) {
    BigDecimal sum =
        all.stream().map(Decimal::toBigDecimal).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(Decimal.sum(all).toBigDecimal()).isEqualByComparingTo(sum);
  }

  @Provide
  Arbitrary<Decimal> decimals() {
    Arbitrary<Long> unscaled =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.integers().between(0, 18).flatMap(DecimalPropertyTest::digits)),
            Tuple.of(
                2,
                Arbitraries.of(
                    0L,
                    1L,
                    -1L,
                    2L,
                    5L,
                    10L,
                    LIMIT - 1,
                    1 - LIMIT,
                    LIMIT / 2,
                    -LIMIT / 2,
                    LIMIT / 10,
                    LIMIT / 10 - 1,
                    999_999_999L,
                    1_000_000_000L,
                    -1_000_000_001L,
                    1L << 53,
                    (1L << 53) + 1,
                    1L << 59)));
    Arbitrary<Integer> scale =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.integers().between(0, 18)), Tuple.of(2, Arbitraries.of(0, 18)));
    return Combinators.combine(unscaled, scale).as(Decimal::ofScaled);
  }

  @Provide
  Arbitrary<Decimal> amounts() {
    return Combinators.combine(
            Arbitraries.longs().between(-LIMIT / 1000, LIMIT / 1000),
            Arbitraries.integers().between(2, 4))
        .as((unscaled, scale) -> Decimal.ofScaled(unscaled / 100, scale));
  }

  @Provide
  Arbitrary<Decimal> increments() {
    Arbitrary<Decimal> ticks =
        Arbitraries.of("0.01", "0.05", "0.0001", "0.00000001", "1", "5", "100", "0.03125", "0.25")
            .map(Decimal::parse);
    Arbitrary<Decimal> any = decimals().filter(a -> !a.isZero()).map(Decimal::abs);
    return Arbitraries.oneOf(ticks, any);
  }

  @Provide
  Arbitrary<BigDecimal> wide() {
    Arbitrary<BigInteger> digits =
        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(25).negate(), BigInteger.TEN.pow(25));
    Arbitrary<BigDecimal> any =
        Combinators.combine(digits, Arbitraries.integers().between(-25, 50)).as(BigDecimal::new);
    Arbitrary<BigDecimal> trailingZeros =
        Combinators.combine(decimals(), Arbitraries.integers().between(0, 20))
            .as((a, zeros) -> a.toBigDecimal().setScale(a.scale() + zeros));
    return Arbitraries.oneOf(any, trailingZeros);
  }

  @Provide
  Arbitrary<Double> doubles() {
    Arbitrary<Double> bits =
        Combinators.combine(
                Arbitraries.longs().between(0, (1L << 52) - 1),
                Arbitraries.integers().between(-70, 65),
                Arbitraries.of(true, false))
            .as(
                (mantissa, exponent, negative) -> {
                  double value = Math.scalb(1 + mantissa * 0x1p-52, exponent);
                  return negative ? -value : value;
                });
    Arbitrary<Double> powers = Arbitraries.integers().between(-70, 65).map(e -> Math.scalb(1.0, e));
    Arbitrary<Double> written = decimals().map(Decimal::doubleValue);
    Arbitrary<Double> computed =
        Combinators.combine(decimals(), Arbitraries.integers().between(1, 100))
            .as((a, b) -> a.doubleValue() / b);
    return Arbitraries.oneOf(bits, powers, written, computed);
  }

  private static Arbitrary<Long> digits(int count) {
    long bound = 1;
    for (int i = 0; i < count; i++) {
      bound *= 10;
    }
    return Arbitraries.longs().between(1 - bound, bound - 1);
  }

  private static BigDecimal big(Decimal a) {
    return new BigDecimal(BigInteger.valueOf(a.unscaled()), a.scale());
  }

  /** The shortest decimal that rounds to a double, found by trying them all. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; ; digits++) {
      BigDecimal best = null;
      for (RoundingMode mode :
          List.of(RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING)) {
        BigDecimal candidate = exact.round(new MathContext(digits, mode));
        if (candidate.doubleValue() == value
            && (best == null
                || candidate.subtract(exact).abs().compareTo(best.subtract(exact).abs()) < 0)) {
          best = candidate;
        }
      }
      if (best != null) {
        return best;
      }
    }
  }

  /** An odd number of 54 bits, halved, lies in the middle of two doubles. */
  @Property
  void theMiddleOfTwoDoublesBecomesTheEvenOne(
      @ForAll @LongRange(min = 1L << 52, max = (1L << 53) - 1) long half) {
    long middle = 2 * half + 1;
    long unscaled = 5 * middle;
    int scale = 1;
    assertThat(Decimal.doubleValue(unscaled, scale))
        .isEqualTo(BigDecimal.valueOf(unscaled, scale).doubleValue());
    assertThat(Decimal.doubleValue(-unscaled, scale))
        .isEqualTo(-BigDecimal.valueOf(unscaled, scale).doubleValue());
  }

  private static boolean isRepresentable(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    plain = plain.scale() < 0 ? plain.setScale(0) : plain;
    return plain.scale() <= 18 && plain.precision() <= 18;
  }

  private static void agree(Supplier<BigDecimal> expected, Supplier<Decimal> actual) {
    BigDecimal exact;
    try {
      exact = expected.get();
    } catch (ArithmeticException refused) {
      assertThatExceptionOfType(ArithmeticException.class).isThrownBy(actual::get);
      return;
    }
    if (isRepresentable(exact)) {
      assertThat(actual.get().toBigDecimal()).isEqualByComparingTo(exact);
    } else {
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(actual::get)
          .withMessageContaining("18 digits");
    }
  }
}
