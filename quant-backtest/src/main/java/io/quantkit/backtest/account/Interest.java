package io.quantkit.backtest.account;

import io.quantkit.core.math.Decimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Simple interest on a balance by actual days over 360. The part of a balance that lies in a tier
 * earns the benchmark plus that tier's spread, but at least 0.
 *
 * @param benchmark the rate that spreads are added to
 * @param tiers ascending; the first begins at 0
 */
public record Interest(RateCurve benchmark, List<Tier> tiers) {

  /** The days of a year by which rates are divided: 360. */
  public static final int YEAR = 360;

  /** None. */
  public static final Interest NONE = flat(Decimal.ZERO);

  /** To how many decimals a day's interest is worked out. */
  static final int SCALE = 9;

  /**
   * A spread for what a balance has beyond an amount.
   *
   * @param from the balance at which it begins, at least 0
   * @param spread what is added to the benchmark, by year; may be negative
   */
  public record Tier(Decimal from, Decimal spread) {
    public Tier {
      Objects.requireNonNull(spread, "spread");
      if (from.isNegative()) {
        throw new IllegalArgumentException("from must be at least 0, was " + from);
      }
    }
  }

  public Interest {
    Objects.requireNonNull(benchmark, "benchmark");
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty() || !tiers.get(0).from().isZero()) {
      throw new IllegalArgumentException("the first tier must begin at 0, were " + tiers);
    }
    for (int i = 1; i < tiers.size(); i++) {
      if (tiers.get(i).from().compareTo(tiers.get(i - 1).from()) <= 0) {
        throw new IllegalArgumentException("tiers must be ascending, were " + tiers);
      }
    }
  }

  /** Returns interest at one yearly rate on every balance. */
  public static Interest flat(Decimal rate) {
    return over(RateCurve.flat(rate), Decimal.ZERO);
  }

  /** Returns interest at a spread over a benchmark on every balance. */
  public static Interest over(RateCurve benchmark, Decimal spread) {
    return new Interest(benchmark, List.of(new Tier(Decimal.ZERO, spread)));
  }

  /**
   * Returns the interest of some days, each tier's rounded to nine decimals, ties to even.
   *
   * @param balance at least 0
   * @param date whose rate holds for all of the days
   * @param days how many calendar days, at least 0
   */
  public Decimal amount(Decimal balance, LocalDate date, long days) {
    Decimal base = benchmark.at(date);
    Decimal sum = Decimal.ZERO;
    for (int i = 0; i < tiers.size(); i++) {
      Decimal from = tiers.get(i).from();
      if (balance.compareTo(from) <= 0) {
        break;
      }
      Decimal to = i + 1 < tiers.size() ? balance.min(tiers.get(i + 1).from()) : balance;
      Decimal rate = base.plus(tiers.get(i).spread());
      if (rate.isPositive()) {
        sum = sum.plus(simple(to.minus(from), rate, days));
      }
    }
    return sum;
  }

  /** Returns {@code balance * rate * days / 360}. */
  static Decimal simple(Decimal balance, Decimal rate, long days) {
    BigDecimal exact =
        balance.toBigDecimal().multiply(rate.toBigDecimal()).multiply(BigDecimal.valueOf(days));
    return Decimal.from(exact.divide(BigDecimal.valueOf(YEAR), SCALE, RoundingMode.HALF_EVEN));
  }
}
