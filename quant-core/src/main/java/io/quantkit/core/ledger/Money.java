package io.quantkit.core.ledger;

import io.quantkit.core.math.Decimal;
import java.math.RoundingMode;

/**
 * In what a ledger counts money: whole numbers of {@code 10^-scale}, one scale for all its amounts,
 * so that adding amounts is adding longs.
 *
 * <p>The scale follows what the books need, up to the finest that amounts are rounded to. An amount
 * that cannot be told exactly in the scale of the moment, or that has more than 18 digits in it,
 * throws an {@link ArithmeticException}; whether another scale holds it is for {@link Ledger} to
 * find out.
 */
final class Money {

  /** Amounts stay below this on both sides, so that a few of them can be added unchecked. */
  static final long LIMIT = 1_000_000_000_000_000_000L;

  private final int finest;
  private int scale;

  Money(int finest) {
    this.finest = finest;
  }

  /** Returns {@code 10^exponent}, 0 to 18. */
  static long power(int exponent) {
    return Decimal.powerOfTen(exponent);
  }

  /** Returns the most decimals an amount can have. */
  int finest() {
    return finest;
  }

  int scale() {
    return scale;
  }

  void scale(int newScale) {
    scale = newScale;
  }

  /** Returns an amount, rounded to the finest scale. */
  long of(Decimal amount) {
    if (amount.scale() <= scale) {
      return raised(amount.unscaled(), scale - amount.scale());
    }
    Decimal rounded = amount.round(finest, RoundingMode.HALF_EVEN);
    if (rounded.scale() > scale) {
      throw tooFine(rounded);
    }
    return raised(rounded.unscaled(), scale - rounded.scale());
  }

  /** Returns what units are worth at a price, rounded to the finest scale, ties to even. */
  long times(long units, int unitScale, long price, int priceScale) {
    int drop = unitScale + priceScale - scale;
    long product = units * price;
    if (Math.multiplyHigh(units, price) == product >> 63) {
      if (drop <= 0 && drop >= -Decimal.MAX_DIGITS) {
        return raised(product, -drop);
      } else if (drop <= Decimal.MAX_DIGITS) {
        long divisor = power(drop);
        long quotient = product / divisor;
        long rest = product - quotient * divisor;
        if (rest == 0 || scale == finest) {
          return checked(quotient + away(quotient, rest, divisor));
        }
      }
    }
    return of(
        Decimal.ofScaled(units, unitScale)
            .times(Decimal.ofScaled(price, priceScale), finest, RoundingMode.HALF_EVEN));
  }

  /** Returns what half-to-even rounding adds to a quotient that was cut off. */
  private static long away(long quotient, long rest, long divisor) {
    long twice = 2 * Math.abs(rest);
    return twice > divisor || (twice == divisor && (quotient & 1) != 0) ? Long.signum(rest) : 0;
  }

  Decimal decimal(long amount) {
    return Decimal.ofScaled(amount, scale);
  }

  double toDouble(long amount) {
    return Decimal.doubleValue(amount, scale);
  }

  /** Returns {@code number * 10^places}. */
  static long raised(long number, int places) {
    long factor = power(places);
    long raised = number * factor;
    if (Math.multiplyHigh(number, factor) != raised >> 63) {
      throw overflow();
    }
    return checked(raised);
  }

  /** Returns a number that has at most 18 digits. */
  static long checked(long number) {
    if (number <= -LIMIT || number >= LIMIT) {
      throw overflow();
    }
    return number;
  }

  private static ArithmeticException tooFine(Decimal amount) {
    return new ArithmeticException(
        "amounts have at most 18 digits, which is too few for " + amount + " beside the others");
  }

  private static ArithmeticException overflow() {
    return new ArithmeticException("amounts have at most 18 digits, which is too few");
  }
}
