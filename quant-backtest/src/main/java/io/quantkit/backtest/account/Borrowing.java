package io.quantkit.backtest.account;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What it costs to borrow what is sold short: a yearly rate on the value of what is borrowed, by
 * actual days over 360.
 *
 * @param rate the rate of a symbol that has none of its own
 * @param rates those of symbols that are harder to borrow, or easier
 * @param value how what is borrowed is valued
 */
public record Borrowing(RateCurve rate, Map<Symbol, RateCurve> rates, Value value) {

  /** How borrowed units are valued. */
  public enum Value {
    /** At their price. */
    MARKET {
      @Override
      Decimal of(Decimal price) {
        return price;
      }
    },
    /**
     * At 102 % of their price, rounded up to a whole unit of the currency: the collateral that
     * lenders of US shares ask for by convention.
     */
    COLLATERAL {
      @Override
      Decimal of(Decimal price) {
        return price
            .times(FACTOR, Interest.SCALE, RoundingMode.CEILING)
            .round(0, RoundingMode.CEILING);
      }
    };

    private static final Decimal FACTOR = Decimal.parse("1.02");

    abstract Decimal of(Decimal price);
  }

  /** Borrowing that costs nothing. */
  public static final Borrowing FREE = flat(Decimal.ZERO);

  public Borrowing {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(value, "value");
    rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
  }

  /** Returns borrowing at one yearly rate on market value. */
  public static Borrowing flat(Decimal rate) {
    return new Borrowing(RateCurve.flat(rate), Map.of(), Value.MARKET);
  }

  /** Returns this borrowing with a symbol's own rate. */
  public Borrowing with(Symbol symbol, RateCurve curve) {
    Map<Symbol, RateCurve> changed = new LinkedHashMap<>(rates);
    changed.put(symbol, curve);
    return new Borrowing(rate, changed, value);
  }

  /** Returns this borrowing with another value of what is borrowed. */
  public Borrowing valuedAt(Value newValue) {
    return new Borrowing(rate, rates, newValue);
  }

  /**
   * Returns the fee of some days, rounded to nine decimals, ties to even.
   *
   * @param quantity how many units are borrowed, at least 0
   * @param price of one unit
   * @param days how many calendar days, at least 0
   */
  public Decimal fee(Symbol symbol, Decimal quantity, Decimal price, LocalDate date, long days) {
    Decimal yearly = rates.getOrDefault(symbol, rate).at(date);
    if (yearly.isZero()) {
      return Decimal.ZERO;
    }
    Decimal borrowed = quantity.times(value.of(price), Interest.SCALE, RoundingMode.HALF_EVEN);
    return Interest.simple(borrowed, yearly, days);
  }
}
