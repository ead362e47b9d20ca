package io.quantkit.backtest.cost;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * What a broker charges for an execution: {@code perTrade + perUnit * quantity + rate * value}, at
 * least {@code minimum}, then at most {@code cap * value}, which wins over the minimum; rounded up
 * to {@code decimals}. Each execution counts for itself: an order that is executed in parts pays
 * the minimum for each.
 *
 * @param perTrade the same for every execution
 * @param perUnit for each unit; negative for a rebate
 * @param rate the part of the value; negative for a rebate
 * @param minimum the least, if there is one
 * @param cap the most, as a part of the value, if there is one
 * @param decimals to how many decimals of the currency is rounded, 0 to 9
 */
public record Commission(
    Decimal perTrade,
    Decimal perUnit,
    Decimal rate,
    Optional<Decimal> minimum,
    Optional<Decimal> cap,
    int decimals)
    implements CostModel {

  /** To how many decimals is rounded unless told otherwise: 2. */
  public static final int DEFAULT_DECIMALS = 2;

  /** To how many decimals amounts are worked out before they are rounded. */
  private static final int SCALE = 9;

  /**
   * Interactive Brokers' fixed prices for US shares: 0.005 per share, at least 1.00, at most 1 % of
   * the value ("Commissions Stocks, ETFs and Warrants", fixed).
   */
  public static final Commission IBKR_FIXED =
      perUnit(Decimal.parse("0.005")).withMinimum(Decimal.ONE).withCap(Decimal.parse("0.01"));

  public Commission {
    Objects.requireNonNull(perTrade, "perTrade");
    Objects.requireNonNull(perUnit, "perUnit");
    Objects.requireNonNull(rate, "rate");
    minimum.ifPresent(least -> Check.atLeastZero("minimum", least));
    cap.ifPresent(most -> Check.atLeastZero("cap", most));
    checkDecimals(decimals);
  }

  static void checkDecimals(int decimals) {
    if (decimals < 0 || decimals > 9) {
      throw new IllegalArgumentException("decimals must be 0 to 9, was " + decimals);
    }
  }

  private static Commission of(Decimal perTrade, Decimal perUnit, Decimal rate) {
    return new Commission(
        perTrade, perUnit, rate, Optional.empty(), Optional.empty(), DEFAULT_DECIMALS);
  }

  /** Returns a commission of the same amount for every execution. */
  public static Commission perTrade(Decimal amount) {
    return of(amount, Decimal.ZERO, Decimal.ZERO);
  }

  /** Returns a commission of an amount for each unit. */
  public static Commission perUnit(Decimal amount) {
    return of(Decimal.ZERO, amount, Decimal.ZERO);
  }

  /** Returns a commission of a part of the value: 0.001 is 0.1 %. */
  public static Commission perValue(Decimal rate) {
    return of(Decimal.ZERO, Decimal.ZERO, rate);
  }

  /** Returns this commission, but at least an amount. */
  public Commission withMinimum(Decimal amount) {
    return new Commission(perTrade, perUnit, rate, Optional.of(amount), cap, decimals);
  }

  /** Returns this commission, but at most a part of the value. */
  public Commission withCap(Decimal part) {
    return new Commission(perTrade, perUnit, rate, minimum, Optional.of(part), decimals);
  }

  /** Returns this commission rounded up to other decimals. */
  public Commission withDecimals(int newDecimals) {
    return new Commission(perTrade, perUnit, rate, minimum, cap, newDecimals);
  }

  /**
   * Returns what an execution costs.
   *
   * @param quantity how many units, positive
   * @param price of one unit, positive
   */
  public Decimal amount(Decimal quantity, Decimal price) {
    Decimal amount = perTrade;
    if (!perUnit.isZero()) {
      amount = amount.plus(perUnit.times(quantity, SCALE, RoundingMode.CEILING));
    }
    if (!rate.isZero()) {
      Decimal value = quantity.times(price, SCALE, RoundingMode.CEILING);
      amount = amount.plus(rate.times(value, SCALE, RoundingMode.CEILING));
    }
    return bounded(amount, minimum, cap, quantity, price).round(decimals, RoundingMode.CEILING);
  }

  static Decimal bounded(
      Decimal amount,
      Optional<Decimal> minimum,
      Optional<Decimal> cap,
      Decimal quantity,
      Decimal price) {
    Decimal bounded = minimum.isPresent() ? amount.max(minimum.get()) : amount;
    if (cap.isEmpty()) {
      return bounded;
    }
    Decimal value = quantity.times(price, SCALE, RoundingMode.CEILING);
    return bounded.min(cap.get().times(value, SCALE, RoundingMode.CEILING));
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    return new Run(this);
  }

  private record Run(Commission commission) implements Costs {

    @Override
    public Decimal fees(
        int symbol, Side side, Decimal quantity, Decimal price, boolean taking, long time) {
      return commission.amount(quantity, price);
    }
  }
}
