package io.quantkit.core.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Iterator;

/**
 * An exact decimal number of up to 18 significant digits: what money, quantities and prices of
 * orders are counted in.
 *
 * <p>The value is {@code unscaled * 10^-scale} with a scale of 0 to 18. There are never trailing
 * zeros after the point, so equal numbers are {@code equals} and order agrees with equality. An
 * exact operation whose result needs more than 18 digits throws an {@link ArithmeticException}; it
 * never wraps and never rounds. Where rounding may be needed the scale and the mode are arguments.
 */
public final class Decimal implements Comparable<Decimal> {

  /** The most digits a value can have: 18. */
  public static final int MAX_DIGITS = 18;

  /** The number 0. */
  public static final Decimal ZERO = new Decimal(0, 0);

  /** The number 1. */
  public static final Decimal ONE = new Decimal(1, 0);

  private static final long[] POWERS = new long[MAX_DIGITS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i <= MAX_DIGITS; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private static final long LIMIT = POWERS[MAX_DIGITS];
  private static final BigInteger BIG_LIMIT = BigInteger.valueOf(LIMIT);

  private final long unscaled;
  private final int scale;

  private Decimal(long unscaled, int scale) {
    this.unscaled = unscaled;
    this.scale = scale;
  }

  /**
   * Returns a whole number.
   *
   * @throws ArithmeticException if it has more than 18 digits
   */
  public static Decimal of(long value) {
    return value == 0 ? ZERO : value == 1 ? ONE : new Decimal(checked(value), 0);
  }

  /**
   * Returns {@code unscaled * 10^-scale}.
   *
   * @throws ArithmeticException if the number has more than 18 digits
   * @throws IllegalArgumentException if the scale is not within 0 to 18
   */
  public static Decimal ofScaled(long unscaled, int scale) {
    checkScale(scale);
    return normal(unscaled, scale);
  }

  /**
   * Returns the number that a double's shortest decimal text stands for, so 0.1 becomes 0.1.
   *
   * @throws ArithmeticException if the value is not finite or the text has more than 18 digits
   *     before or after the point
   */
  public static Decimal of(double value) {
    checkFinite(value);
    long whole = (long) value;
    return whole == value && Math.abs(whole) < LIMIT ? of(whole) : from(BigDecimal.valueOf(value));
  }

  /**
   * Returns the number that a double's shortest decimal text stands for, rounded.
   *
   * @throws ArithmeticException if the value is not finite, the result has more than 18 digits, or
   *     the mode is {@code UNNECESSARY} and rounding is necessary
   */
  public static Decimal of(double value, int scale, RoundingMode mode) {
    checkScale(scale);
    checkFinite(value);
    double scaled = value * POWERS[scale];
    if (Math.abs(scaled) < FAST_DOUBLE) {
      double floor = Math.floor(scaled);
      double above = scaled - floor;
      if (above > FAST_MARGIN && above < 1 - FAST_MARGIN && Math.abs(above - 0.5) > FAST_MARGIN) {
        long down = (long) floor;
        return normal(roundedUp(mode, above > 0.5, scaled < 0) ? down + 1 : down, scale);
      }
    }
    return from(BigDecimal.valueOf(value), scale, mode);
  }

  /** Below this size a product with a power of ten is off by less than {@link #FAST_MARGIN}. */
  private static final double FAST_DOUBLE = 1L << 40;

  private static final double FAST_MARGIN = 1e-3;

  /** Returns whether a number strictly between two integers and off their middle goes up. */
  private static boolean roundedUp(RoundingMode mode, boolean nearerAbove, boolean negative) {
    return switch (mode) {
      case UP -> !negative;
      case DOWN -> negative;
      case CEILING -> true;
      case FLOOR -> false;
      case HALF_UP, HALF_DOWN, HALF_EVEN -> nearerAbove;
      case UNNECESSARY -> throw new ArithmeticException("rounding is necessary");
    };
  }

  /**
   * Returns a number exactly.
   *
   * @throws ArithmeticException if it has more than 18 digits before or after the point, or in all
   */
  public static Decimal from(BigDecimal value) {
    return from(value, value);
  }

  /** Converts exactly; {@code shown} is what an error names. */
  private static Decimal from(BigDecimal value, Object shown) {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() < 0) {
      if (plain.precision() - plain.scale() > MAX_DIGITS) {
        throw overflow(shown);
      }
      plain = plain.setScale(0);
    }
    if (plain.scale() > MAX_DIGITS || plain.unscaledValue().abs().compareTo(BIG_LIMIT) >= 0) {
      throw overflow(shown);
    }
    return plain.signum() == 0
        ? ZERO
        : new Decimal(plain.unscaledValue().longValueExact(), plain.scale());
  }

  /**
   * Returns a number, rounded.
   *
   * @throws ArithmeticException if the result has more than 18 digits, or the mode is {@code
   *     UNNECESSARY} and rounding is necessary
   */
  public static Decimal from(BigDecimal value, int scale, RoundingMode mode) {
    checkScale(scale);
    if (value.precision() - (long) value.scale() > MAX_DIGITS + 1L) {
      throw overflow(value);
    }
    return from(value.setScale(scale, mode), value);
  }

  /**
   * Returns the number written in a text such as {@code 12.50}, {@code -3} or {@code 1e-9}.
   *
   * @throws NumberFormatException if the text is no number
   * @throws ArithmeticException if the number has more than 18 digits
   */
  public static Decimal parse(CharSequence text) {
    BigDecimal value;
    try {
      value = new BigDecimal(text.toString());
    } catch (NumberFormatException malformed) {
      NumberFormatException clear =
          new NumberFormatException("a decimal must be a number such as 12.5, was '" + text + "'");
      clear.initCause(malformed);
      throw clear;
    }
    return from(value, text);
  }

  /** Returns the digits, without the point. */
  public long unscaled() {
    return unscaled;
  }

  /** Returns how many digits are after the point: 0 to 18, the last of them not 0. */
  public int scale() {
    return scale;
  }

  /**
   * Returns the sum.
   *
   * @throws ArithmeticException if it has more than 18 digits
   */
  public Decimal plus(Decimal other) {
    if (scale == other.scale) {
      return normal(unscaled + other.unscaled, scale);
    }
    boolean finer = scale > other.scale;
    Decimal fine = finer ? this : other;
    Decimal coarse = finer ? other : this;
    long factor = POWERS[fine.scale - coarse.scale];
    long high = Math.multiplyHigh(coarse.unscaled, factor);
    long low = coarse.unscaled * factor;
    if (high == low >> 63) {
      long sum = low + fine.unscaled;
      if (((low ^ sum) & (fine.unscaled ^ sum)) >= 0 && sum > -LIMIT && sum < LIMIT) {
        return normal(sum, fine.scale);
      }
    }
    return from(toBigDecimal().add(other.toBigDecimal()), this + " + " + other);
  }

  /**
   * Returns the difference.
   *
   * @throws ArithmeticException if it has more than 18 digits
   */
  public Decimal minus(Decimal other) {
    return plus(other.negated());
  }

  /**
   * Returns the exact product.
   *
   * @throws ArithmeticException if it has more than 18 digits
   */
  public Decimal times(Decimal other) {
    long high = Math.multiplyHigh(unscaled, other.unscaled);
    long low = unscaled * other.unscaled;
    int newScale = scale + other.scale;
    if (high == low >> 63 && low > -LIMIT && low < LIMIT && newScale <= MAX_DIGITS) {
      return normal(low, newScale);
    }
    return from(toBigDecimal().multiply(other.toBigDecimal()), this + " * " + other);
  }

  /**
   * Returns the product, rounded.
   *
   * @throws ArithmeticException if the result has more than 18 digits, or the mode is {@code
   *     UNNECESSARY} and rounding is necessary
   */
  public Decimal times(Decimal other, int newScale, RoundingMode mode) {
    checkScale(newScale);
    long high = Math.multiplyHigh(unscaled, other.unscaled);
    long low = unscaled * other.unscaled;
    int exactScale = scale + other.scale;
    if (high == low >> 63) {
      if (exactScale <= newScale && low > -LIMIT && low < LIMIT) {
        return normal(low, exactScale);
      }
      int drop = exactScale - newScale;
      if (drop > 0 && drop <= MAX_DIGITS) {
        return normal(checked(divide(low, POWERS[drop], mode)), newScale);
      }
    }
    BigDecimal exact = toBigDecimal().multiply(other.toBigDecimal());
    return from(exact.setScale(newScale, mode), this + " * " + other);
  }

  /**
   * Returns the quotient, rounded.
   *
   * @throws ArithmeticException if the other number is 0, the result has more than 18 digits, or
   *     the mode is {@code UNNECESSARY} and rounding is necessary
   */
  public Decimal dividedBy(Decimal other, int newScale, RoundingMode mode) {
    checkScale(newScale);
    if (other.unscaled == 0) {
      throw new ArithmeticException("division by zero: " + this + " / 0");
    }
    int shift = newScale - scale + other.scale;
    if (shift >= 0 && shift <= MAX_DIGITS) {
      long high = Math.multiplyHigh(unscaled, POWERS[shift]);
      long low = unscaled * POWERS[shift];
      if (high == low >> 63) {
        return normal(divide(low, other.unscaled, mode), newScale);
      }
    }
    return from(toBigDecimal().divide(other.toBigDecimal(), newScale, mode), this + " / " + other);
  }

  /** Returns the number with the other sign. */
  public Decimal negated() {
    return unscaled == 0 ? this : new Decimal(-unscaled, scale);
  }

  /** Returns the number without its sign. */
  public Decimal abs() {
    return unscaled < 0 ? negated() : this;
  }

  /** Returns the smaller of the two. */
  public Decimal min(Decimal other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Returns the larger of the two. */
  public Decimal max(Decimal other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Returns -1, 0 or 1. */
  public int signum() {
    return Long.signum(unscaled);
  }

  /** Returns whether this is 0. */
  public boolean isZero() {
    return unscaled == 0;
  }

  /** Returns whether this is more than 0. */
  public boolean isPositive() {
    return unscaled > 0;
  }

  /** Returns whether this is less than 0. */
  public boolean isNegative() {
    return unscaled < 0;
  }

  /**
   * Returns the number with at most the given digits after the point.
   *
   * @throws ArithmeticException if the result has more than 18 digits, or the mode is {@code
   *     UNNECESSARY} and rounding is necessary
   */
  public Decimal round(int newScale, RoundingMode mode) {
    checkScale(newScale);
    return newScale >= scale
        ? this
        : normal(divide(unscaled, POWERS[scale - newScale], mode), newScale);
  }

  /**
   * Returns the nearest multiple of an increment, in the direction of the mode: a price on its
   * tick, a quantity in whole lots.
   *
   * @param increment positive
   * @throws ArithmeticException if the result has more than 18 digits, or the mode is {@code
   *     UNNECESSARY} and rounding is necessary
   */
  public Decimal roundToMultiple(Decimal increment, RoundingMode mode) {
    if (increment.unscaled <= 0) {
      throw new IllegalArgumentException("increment must be positive, was " + increment);
    }
    if (increment.unscaled == 1) {
      return round(increment.scale, mode);
    }
    return dividedBy(increment, 0, mode).times(increment);
  }

  /**
   * Returns whether this is a whole multiple of an increment.
   *
   * @param increment positive
   */
  public boolean isMultipleOf(Decimal increment) {
    if (increment.unscaled <= 0) {
      throw new IllegalArgumentException("increment must be positive, was " + increment);
    }
    if (scale == increment.scale) {
      return unscaled % increment.unscaled == 0;
    }
    if (increment.unscaled == 1) {
      return scale < increment.scale;
    }
    return toBigDecimal().remainder(increment.toBigDecimal()).signum() == 0;
  }

  /**
   * Returns the sum of the numbers, 0 if there are none.
   *
   * @throws ArithmeticException if a partial sum has more than 18 digits
   */
  public static Decimal sum(Iterable<Decimal> numbers) {
    Decimal sum = ZERO;
    for (Iterator<Decimal> it = numbers.iterator(); it.hasNext(); ) {
      sum = sum.plus(it.next());
    }
    return sum;
  }

  /** Returns the same number. */
  public BigDecimal toBigDecimal() {
    return BigDecimal.valueOf(unscaled, scale);
  }

  /** Returns the double that is nearest. */
  public double doubleValue() {
    if (Math.abs(unscaled) <= 1L << 53) {
      // Both are exact, and a division of doubles rounds correctly; powers to 1e22 are exact.
      return (double) unscaled / POWERS[scale];
    }
    return toBigDecimal().doubleValue();
  }

  /**
   * Returns the whole number that this is.
   *
   * @throws ArithmeticException if this has digits after the point
   */
  public long longValueExact() {
    if (scale != 0) {
      throw new ArithmeticException("a whole number was expected, was " + this);
    }
    return unscaled;
  }

  @Override
  public int compareTo(Decimal other) {
    if (scale == other.scale) {
      return Long.compare(unscaled, other.unscaled);
    }
    int sign = Integer.compare(signum(), other.signum());
    if (sign != 0) {
      return sign;
    }
    return scale < other.scale ? compareScaled(this, other) : -compareScaled(other, this);
  }

  private static int compareScaled(Decimal coarse, Decimal fine) {
    long factor = POWERS[fine.scale - coarse.scale];
    long high = Math.multiplyHigh(coarse.unscaled, factor);
    long low = coarse.unscaled * factor;
    return high == low >> 63 ? Long.compare(low, fine.unscaled) : Long.signum(high);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Decimal that && unscaled == that.unscaled && scale == that.scale;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(unscaled) * 31 + scale;
  }

  /** Returns the number in plain digits, such as {@code -12.5}. */
  @Override
  public String toString() {
    return scale == 0 ? Long.toString(unscaled) : toBigDecimal().toPlainString();
  }

  /** Divides exactly rounded; the quotient of {@code Long.MIN_VALUE} by -1 cannot occur here. */
  private static long divide(long dividend, long divisor, RoundingMode mode) {
    long quotient = dividend / divisor;
    long remainder = dividend % divisor;
    if (remainder == 0) {
      return quotient;
    }
    int sign = (dividend < 0) == (divisor < 0) ? 1 : -1;
    long rest = Math.abs(remainder);
    long half = Long.compare(rest, Math.abs(divisor) - rest);
    boolean away =
        switch (mode) {
          case UP -> true;
          case DOWN -> false;
          case CEILING -> sign > 0;
          case FLOOR -> sign < 0;
          case HALF_UP -> half >= 0;
          case HALF_DOWN -> half > 0;
          case HALF_EVEN -> half > 0 || (half == 0 && (quotient & 1) != 0);
          case UNNECESSARY ->
              throw new ArithmeticException("rounding is necessary: " + dividend + " / " + divisor);
        };
    return away ? quotient + sign : quotient;
  }

  private static Decimal normal(long unscaled, int scale) {
    if (unscaled == 0) {
      return ZERO;
    }
    long digits = unscaled;
    int places = scale;
    while (places > 0 && digits % 10 == 0) {
      digits /= 10;
      places--;
    }
    return new Decimal(checked(digits), places);
  }

  private static long checked(long unscaled) {
    if (unscaled <= -LIMIT || unscaled >= LIMIT) {
      throw overflow(unscaled);
    }
    return unscaled;
  }

  private static void checkScale(int scale) {
    if (scale < 0 || scale > MAX_DIGITS) {
      throw new IllegalArgumentException("scale must be within 0 to 18, was " + scale);
    }
  }

  private static void checkFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException("a decimal must be finite, was " + value);
    }
  }

  private static ArithmeticException overflow(Object value) {
    return new ArithmeticException(
        "a decimal has at most 18 digits, which is too few for " + value);
  }
}
