package io.quantkit.backtest.vector;

import io.quantkit.core.math.Decimal;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A tick or a lot, and numbers counted in it.
 *
 * <p>Each method returns, as a whole number of increments, what the same conversion through {@link
 * Decimal} returns, which the engine's sizer, books and market use. Most doubles are decided by a
 * multiplication; those too near to where the rounding changes its mind go the long way.
 */
final class Increment {
  /** Below this size a product with a power of ten is off by less than {@link #MARGIN}. */
  private static final double FAST = 1L << 40;

  private static final double MARGIN = 1e-3;

  /** The decimals to which a price is rounded before it is brought on its tick. */
  private static final int PRICE_DECIMALS = 9;

  /** How near to a tick a price is on it: what rounding to nine decimals would do. */
  private static final double NEAR = 5e-10;

  /** Up to so many ticks a division tells how near a price is to one. */
  private static final double FAST_PRICE = 1e8;

  private static final long EXACT = 1L << 53;

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Decimal size;
  private final int scale;
  private final long unscaled;
  private final double power;
  private final boolean simple;
  private final double step;
  private final double slack;
  private final boolean plain;

  Increment(Decimal size) {
    this.size = size;
    this.scale = size.scale();
    this.unscaled = size.unscaled();
    this.power = power(scale);
    this.simple = unscaled == 1;
    this.step = size.doubleValue();
    this.slack = NEAR / step;
    this.plain = simple && slack < MARGIN / 2;
  }

  private static double power(int scale) {
    double power = 1;
    for (int i = 0; i < scale; i++) {
      power *= 10;
    }
    return power;
  }

  int scale() {
    return scale;
  }

  long unscaled() {
    return unscaled;
  }

  /** Returns the count towards zero: a quantity in whole lots. */
  long down(double value) {
    if (simple) {
      double scaled = value * power;
      if (Math.abs(scaled) < FAST) {
        double nearest = Math.rint(scaled);
        if (Math.abs(scaled - nearest) > MARGIN) {
          return (long) scaled;
        }
        // No double lies between a decimal and the one nearest to it: all others are off its text.
        double whole = nearest / power;
        boolean less = nearest > 0 ? value < whole : value > whole;
        return (long) (less ? nearest - Math.signum(nearest) : nearest);
      }
    }
    return count(
        Decimal.of(value, scale, RoundingMode.DOWN).roundToMultiple(size, RoundingMode.DOWN));
  }

  /** Returns the count of a number that is not negative, rounded up: a fee. */
  long up(double value) {
    if (simple) {
      double scaled = value * power;
      if (scaled < FAST) {
        double nearest = Math.rint(scaled);
        if (Math.abs(scaled - nearest) > MARGIN) {
          return (long) Math.ceil(scaled);
        }
        return (long) (value > nearest / power ? nearest + 1 : nearest);
      }
    }
    return count(Decimal.of(value, scale, RoundingMode.UP).roundToMultiple(size, RoundingMode.UP));
  }

  /** Returns the nearest count, ties to even: a price for the books. */
  long nearest(double value) {
    if (simple) {
      double scaled = value * power;
      if (Math.abs(scaled) < FAST) {
        double nearest = Math.rint(scaled);
        if (Math.abs(scaled - nearest) < 0.5 - MARGIN) {
          return (long) nearest;
        }
      }
    }
    Decimal rounded = Decimal.of(value, scale, RoundingMode.HALF_EVEN);
    return count(simple ? rounded : rounded.roundToMultiple(size, RoundingMode.HALF_EVEN));
  }

  /** Returns the count at or below a price; what is within {@value #NEAR} of a count is on it. */
  long floor(double price) {
    return onTick(price, false);
  }

  /** Returns the count at or above a price; what is within {@value #NEAR} of a count is on it. */
  long ceiling(double price) {
    return onTick(price, true);
  }

  private long onTick(double price, boolean up) {
    double scaled = price * power;
    if (plain && Math.abs(scaled) < FAST && Math.abs(scaled - Math.rint(scaled)) > MARGIN) {
      return (long) (up ? Math.ceil(scaled) : Math.floor(scaled));
    }
    double counted = price / step;
    if (Math.abs(counted) < FAST_PRICE && slack < 0.1) {
      double nearest = Math.rint(counted);
      double count =
          Math.abs(counted - nearest) <= slack
              ? nearest
              : up ? Math.ceil(counted) : Math.floor(counted);
      return (long) count;
    }
    Decimal fine = Decimal.of(price, Math.max(PRICE_DECIMALS, scale), RoundingMode.HALF_EVEN);
    return count(fine.roundToMultiple(size, up ? RoundingMode.CEILING : RoundingMode.FLOOR));
  }

  /** Returns the double nearest to a count of increments. */
  double toDouble(long count) {
    long digits = Math.multiplyExact(count, unscaled);
    if (Math.abs(digits) > EXACT) {
      return toDecimal(count).doubleValue();
    }
    return scale == 0 ? digits : digits / power;
  }

  Decimal toDecimal(long count) {
    return Decimal.ofScaled(Math.multiplyExact(count, unscaled), scale);
  }

  /** Returns how often this goes into a multiple of it; there may be more than 18 digits. */
  private long count(Decimal multiple) {
    long digits = multiple.unscaled();
    long shift = (long) power(scale - multiple.scale());
    long product = digits * shift;
    if (Math.multiplyHigh(digits, shift) == product >> 63) {
      return product / unscaled;
    }
    BigDecimal count = multiple.toBigDecimal().divideToIntegralValue(size.toBigDecimal());
    if (count.abs().compareTo(MOST) > 0) {
      throw new ArithmeticException(
          "%s is too large to be counted in steps of %s".formatted(multiple, size));
    }
    return count.longValueExact();
  }
}
