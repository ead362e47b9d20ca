package io.quantkit.core.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
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

  /** Below this size a product with a power of ten is off by less than {@link #FAST_MARGIN}. */
  private static final double FAST_DOUBLE = 1L << 40;

  private static final double FAST_MARGIN = 1e-3;

  /** Every decimal of this many digits survives the way to a double and back. */
  private static final int SAFE_DIGITS = 15;

  private static final long SAFE_LIMIT = 1_000_000_000_000_000L;

  /** Up to here every whole number is a double. */
  private static final long EXACT_DOUBLE = 1L << 53;

  /** Up to this scale a quotient that is not halfway between two doubles is far enough from it. */
  private static final int SAFE_SCALE = 14;

  private static final double[] DOUBLE_POWERS = new double[MAX_DIGITS + 1];

  static {
    for (int i = 0; i <= MAX_DIGITS; i++) {
      DOUBLE_POWERS[i] = (double) POWERS[i];
    }
  }

  /** A quotient that needs more than 63 bits. */
  private static final long TOO_LARGE = -1;

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
    return normal(value, 0);
  }

  /**
   * Returns {@code 10^exponent}.
   *
   * @throws IllegalArgumentException if the exponent is not within 0 to 18
   */
  public static long powerOfTen(int exponent) {
    if (exponent < 0 || exponent > MAX_DIGITS) {
      throw new IllegalArgumentException("exponent must be within 0 to 18, was " + exponent);
    }
    return POWERS[exponent];
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
   * <p>That is the decimal with the fewest digits that is nearer to the double than to any other
   * one, and among those the nearest. JDKs before 19 sometimes print more digits; this does not.
   *
   * @throws ArithmeticException if the value is not finite or that number has more than 18 digits
   *     before or after the point
   */
  public static Decimal of(double value) {
    checkFinite(value);
    long whole = (long) value;
    if (whole == value && Math.abs(whole) < SAFE_LIMIT) {
      return normal(whole, 0);
    }
    for (int places = 1; places <= SAFE_DIGITS; places++) {
      double digits = Math.rint(value * POWERS[places]);
      if (Math.abs(digits) >= SAFE_LIMIT) {
        break;
      }
      if (digits / POWERS[places] == value) {
        return normal((long) digits, places);
      }
    }
    return from(shortest(value), value);
  }

  /**
   * Returns the number that a double's {@linkplain #of(double) shortest decimal text} stands for,
   * rounded.
   *
   * @throws ArithmeticException if the value is not finite, the result has more than 18 digits, or
   *     the mode is {@code UNNECESSARY} and rounding is necessary
   */
  public static Decimal of(double value, int scale, RoundingMode mode) {
    checkScale(scale);
    checkFinite(value);
    double scaled = value * DOUBLE_POWERS[scale];
    if (Math.abs(scaled) < FAST_DOUBLE) {
      double nearest = Math.rint(scaled);
      if (isToNearest(mode) && Math.abs(scaled - nearest) < 0.5 - FAST_MARGIN) {
        return normal((long) nearest, scale);
      }
      // A double that is nearest to a decimal of at most 15 digits has that decimal as its text,
      // and the division of two exact doubles finds the nearest.
      if (nearest / DOUBLE_POWERS[scale] == value) {
        return normal((long) nearest, scale);
      }
    }
    if (Math.abs(scaled) < FAST_DOUBLE && mode != RoundingMode.UNNECESSARY) {
      double floor = Math.floor(scaled);
      double above = scaled - floor;
      if (above > FAST_MARGIN && above < 1 - FAST_MARGIN && Math.abs(above - 0.5) > FAST_MARGIN) {
        long down = (long) floor;
        return normal(roundedUp(mode, above > 0.5, scaled < 0) ? down + 1 : down, scale);
      }
    }
    if (Math.abs(scaled) < FAST_DOUBLE / 10 && scale < MAX_DIGITS) {
      // The middle between two ticks, such as 100.005, is a decimal of one more digit.
      double nearest = Math.rint(value * POWERS[scale + 1]);
      if (nearest / POWERS[scale + 1] == value) {
        return normal((long) nearest, scale + 1).round(scale, mode);
      }
    }
    return from(shortest(value), scale, mode);
  }

  /** Returns the shortest decimal that rounds to a double, the nearest one if there are several. */
  private static BigDecimal shortest(double value) {
    if (value == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal exact = exact(value);
    boolean subnormal = Math.abs(value) < Double.MIN_NORMAL;
    for (int digits = subnormal ? 1 : SAFE_DIGITS; ; digits++) {
      BigDecimal low = exact.round(new MathContext(digits, RoundingMode.DOWN));
      BigDecimal high = exact.round(new MathContext(digits, RoundingMode.UP));
      boolean lowFits = low.doubleValue() == value;
      boolean highFits = high.doubleValue() == value;
      if (lowFits && highFits) {
        return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      } else if (lowFits || highFits) {
        return lowFits ? low : high;
      }
    }
  }

  /** Returns the binary fraction that a double is. */
  private static BigDecimal exact(double value) {
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
    BigInteger digits = BigInteger.valueOf((long) Math.scalb(value, -exponent));
    return exponent >= 0
        ? new BigDecimal(digits.shiftLeft(exponent))
        : new BigDecimal(digits.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
  }

  private static boolean isToNearest(RoundingMode mode) {
    return mode == RoundingMode.HALF_EVEN
        || mode == RoundingMode.HALF_UP
        || mode == RoundingMode.HALF_DOWN;
  }

  /** Returns whether a number strictly between two integers and off their middle goes up. */
  private static boolean roundedUp(RoundingMode mode, boolean nearerAbove, boolean negative) {
    return switch (mode) {
      case UP -> !negative;
      case DOWN -> negative;
      case CEILING -> true;
      case FLOOR -> false;
      case HALF_UP, HALF_DOWN, HALF_EVEN -> nearerAbove;
      case UNNECESSARY -> throw rounding();
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
    if (plain.precision() - (long) plain.scale() > MAX_DIGITS) {
      throw overflow(shown);
    }
    if (plain.scale() < 0) {
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
    if (value.signum() == 0) {
      return ZERO;
    }
    long wholeDigits = value.precision() - (long) value.scale();
    if (wholeDigits > MAX_DIGITS + 1) {
      throw overflow(value);
    }
    if (wholeDigits < -MAX_DIGITS - 1) {
      // Far less than half a unit of the finest scale: a larger such number rounds alike, cheaply.
      return from(BigDecimal.valueOf(value.signum(), MAX_DIGITS + 2).setScale(scale, mode), value);
    }
    return from(value.setScale(scale, mode), value);
  }

  /**
   * Returns the number written in a text such as {@code 12.50}, {@code -3} or {@code 1e-9}.
   *
   * @throws NumberFormatException if the text is no number
   * @throws ArithmeticException if the number has more than 18 digits before or after the point, or
   *     in all
   */
  public static Decimal parse(CharSequence text) {
    int length = text.length();
    boolean negative = length > 0 && text.charAt(0) == '-';
    long digits = 0;
    int count = 0;
    int point = -1;
    for (int i = negative ? 1 : 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (c >= '0' && c <= '9' && count < MAX_DIGITS) {
        digits = 10 * digits + (c - '0');
        count++;
      } else {
        return parseAny(text);
      }
    }
    return count == 0
        ? parseAny(text)
        : normal(negative ? -digits : digits, point < 0 ? 0 : length - 1 - point);
  }

  private static Decimal parseAny(CharSequence text) {
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
    return unscaled == 0 ? other : plus(other.unscaled, other.scale);
  }

  private Decimal plus(long addend, int addendScale) {
    if (addend == 0) {
      return this;
    }
    int difference = scale - addendScale;
    long factor = POWERS[Math.abs(difference)];
    long coarse = difference > 0 ? addend : unscaled;
    long fine = difference > 0 ? unscaled : addend;
    long raised = coarse * factor;
    long sum = raised + fine;
    boolean fits = Math.multiplyHigh(coarse, factor) == raised >> 63;
    if (fits && ((raised ^ sum) & (fine ^ sum)) >= 0 && sum > -LIMIT && sum < LIMIT) {
      return normal(sum, Math.max(scale, addendScale));
    }
    BigDecimal other = BigDecimal.valueOf(addend, addendScale);
    return from(toBigDecimal().add(other), this + " + " + other.toPlainString());
  }

  /**
   * Returns the difference.
   *
   * @throws ArithmeticException if it has more than 18 digits
   */
  public Decimal minus(Decimal other) {
    return plus(-other.unscaled, other.scale);
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
    int drop = scale + other.scale - newScale;
    if (drop <= 0) {
      return times(other);
    }
    if (drop <= MAX_DIGITS) {
      long a = Math.abs(unscaled);
      long b = Math.abs(other.unscaled);
      boolean negative = (unscaled ^ other.unscaled) < 0;
      long quotient = quotient(Math.multiplyHigh(a, b), a * b, POWERS[drop], negative, mode);
      if (quotient >= 0 && quotient < LIMIT) {
        return normal(negative ? -quotient : quotient, newScale);
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
    long quotient = quotient(unscaled, other.unscaled, shift, mode);
    if (quotient >= 0 && quotient < LIMIT) {
      return normal((unscaled ^ other.unscaled) < 0 ? -quotient : quotient, newScale);
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
    if (newScale >= scale) {
      return this;
    }
    boolean negative = unscaled < 0;
    long quotient = quotient(0, Math.abs(unscaled), POWERS[scale - newScale], negative, mode);
    return normal(negative ? -quotient : quotient, newScale);
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
    if (scale == increment.scale && unscaled % increment.unscaled == 0) {
      return this;
    }
    long count = quotient(unscaled, increment.unscaled, increment.scale - scale, mode);
    long digits = count * increment.unscaled;
    if (count >= 0 && Math.multiplyHigh(count, increment.unscaled) == 0 && digits >= 0) {
      if (digits < LIMIT) {
        return normal(unscaled < 0 ? -digits : digits, increment.scale);
      }
    }
    BigDecimal step = increment.toBigDecimal();
    return from(
        toBigDecimal().divide(step, 0, mode).multiply(step), this + " in steps of " + increment);
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
    int shift = increment.scale - scale;
    long factor = POWERS[Math.abs(shift)];
    long scaled = shift >= 0 ? unscaled : increment.unscaled;
    long product = scaled * factor;
    if (Math.multiplyHigh(scaled, factor) == product >> 63) {
      return shift >= 0 ? product % increment.unscaled == 0 : unscaled % product == 0;
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
    return doubleValue(unscaled, scale);
  }

  /**
   * Returns the double that is nearest to {@code unscaled * 10^-scale}, without making an object if
   * the scale is at most 14.
   *
   * @throws IllegalArgumentException if the scale is not within 0 to 18
   */
  public static double doubleValue(long unscaled, int scale) {
    checkScale(scale);
    if (Math.abs(unscaled) <= EXACT_DOUBLE) {
      // Both are exact, and a division of doubles rounds correctly; powers to 1e22 are exact.
      return unscaled / DOUBLE_POWERS[scale];
    }
    if (scale <= SAFE_SCALE && Math.abs(unscaled) < LIMIT) {
      // What the division leaves is known exactly, and so is what the conversion cut off. Their
      // quotient is right to 52 bits below the last one, and no quotient of such numbers comes that
      // near to the middle of two doubles without being it.
      double power = DOUBLE_POWERS[scale];
      double near = (double) unscaled;
      double quotient = near / power;
      double rest = Math.fma(-quotient, power, near) + (unscaled - (long) near);
      return quotient + rest / power;
    }
    return BigDecimal.valueOf(unscaled, scale).doubleValue();
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
    return high == low >> 63 ? Long.compare(low, fine.unscaled) : coarse.signum();
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
    if (scale == 0) {
      return Long.toString(unscaled);
    }
    String digits = Long.toString(Math.abs(unscaled));
    StringBuilder text = new StringBuilder(MAX_DIGITS + 3);
    if (unscaled < 0) {
      text.append('-');
    }
    int whole = digits.length() - scale;
    if (whole > 0) {
      return text.append(digits, 0, whole)
          .append('.')
          .append(digits, whole, digits.length())
          .toString();
    }
    text.append("0.");
    for (int i = whole; i < 0; i++) {
      text.append('0');
    }
    return text.append(digits).toString();
  }

  /**
   * Returns the size of {@code dividend * 10^shift / divisor}, rounded as the signed quotient, or
   * {@link #TOO_LARGE}.
   */
  private static long quotient(long dividend, long divisor, int shift, RoundingMode mode) {
    long a = Math.abs(dividend);
    long b = Math.abs(divisor);
    boolean negative = (dividend ^ divisor) < 0;
    if (shift > MAX_DIGITS || shift < -MAX_DIGITS) {
      return TOO_LARGE;
    }
    if (shift >= 0) {
      return quotient(Math.multiplyHigh(a, POWERS[shift]), a * POWERS[shift], b, negative, mode);
    }
    long scaled = b * POWERS[-shift];
    return Math.multiplyHigh(b, POWERS[-shift]) == 0 && scaled > 0
        ? quotient(0, a, scaled, negative, mode)
        : TOO_LARGE;
  }

  /**
   * Returns {@code (high * 2^64 + low) / divisor}, or {@link #TOO_LARGE}.
   *
   * @param high the upper half of a number of 128 bits without sign; {@code low} the lower half
   * @param divisor positive
   * @param negative the sign of the quotient, for the rounding
   */
  private static long quotient(
      long high, long low, long divisor, boolean negative, RoundingMode mode) {
    long quotient;
    long remainder;
    if (high == 0 && low >= 0) {
      quotient = low / divisor;
      remainder = low - quotient * divisor;
    } else if (high < divisor >>> 1) {
      // Two digits of schoolbook division in base 2^32: Knuth, The Art of Computer Programming,
      // volume 2, 4.3.1, algorithm D.
      int shift = Long.numberOfLeadingZeros(divisor);
      long d = divisor << shift;
      long tail = low << shift;
      long top = high << shift | low >>> (64 - shift);
      long first = digit(top, tail >>> 32, d);
      long middle = (top << 32 | tail >>> 32) - first * d;
      long second = digit(middle, tail & 0xFFFFFFFFL, d);
      quotient = (first << 32) + second;
      remainder = ((middle << 32 | (tail & 0xFFFFFFFFL)) - second * d) >>> shift;
    } else {
      return TOO_LARGE;
    }
    return quotient + (isRoundedAway(quotient, remainder, divisor, negative, mode) ? 1 : 0);
  }

  /** Returns the digit in base 2^32 of {@code (top * 2^32 + next) / divisor}. */
  private static long digit(long top, long next, long divisor) {
    long upper = divisor >>> 32;
    long lower = divisor & 0xFFFFFFFFL;
    long digit = Long.divideUnsigned(top, upper);
    long rest = top - digit * upper;
    while (digit >>> 32 != 0 || Long.compareUnsigned(digit * lower, rest << 32 | next) > 0) {
      digit--;
      rest += upper;
      if (rest >>> 32 != 0) {
        break;
      }
    }
    return digit;
  }

  private static boolean isRoundedAway(
      long quotient, long remainder, long divisor, boolean negative, RoundingMode mode) {
    if (remainder == 0) {
      return false;
    }
    int half = Long.compare(remainder, divisor - remainder);
    return switch (mode) {
      case UP -> true;
      case DOWN -> false;
      case CEILING -> !negative;
      case FLOOR -> negative;
      case HALF_UP -> half >= 0;
      case HALF_DOWN -> half > 0;
      case HALF_EVEN -> half > 0 || (half == 0 && (quotient & 1) != 0);
      case UNNECESSARY -> throw rounding();
    };
  }

  private static Decimal normal(long unscaled, int scale) {
    if (unscaled == 0) {
      return ZERO;
    }
    long digits = unscaled;
    int places = scale;
    while (places > 3 && digits % 10_000 == 0) {
      digits /= 10_000;
      places -= 4;
    }
    while (places > 0 && digits % 10 == 0) {
      digits /= 10;
      places--;
    }
    if (digits <= -LIMIT || digits >= LIMIT) {
      throw overflow(BigDecimal.valueOf(digits, places).toPlainString());
    }
    return digits == 1 && places == 0 ? ONE : new Decimal(digits, places);
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

  private static ArithmeticException rounding() {
    return new ArithmeticException("rounding is necessary, which the mode UNNECESSARY forbids");
  }

  private static ArithmeticException overflow(Object value) {
    return new ArithmeticException(
        "a decimal has at most 18 digits, which is too few for " + value);
  }
}
