package io.quantkit.backtest.cost;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Side;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * What a broker charges for an execution: {@code perTrade + perUnit * quantity + rate * value}, at
 * least {@code minimum}, then at most {@code cap * value}, which wins over the minimum; rounded up
 * to {@code decimals}. All of that is by the order: its executions of one day together are charged
 * it once. Without {@code orderDays} each execution counts for itself, and an order that is
 * executed in parts pays the minimum for each.
 *
 * @param perTrade the same for every order, or execution
 * @param perUnit for each unit; negative for a rebate
 * @param rate the part of the value; negative for a rebate
 * @param minimum the least, if there is one
 * @param cap the most, as a part of the value, if there is one
 * @param decimals to how many decimals of the currency is rounded, 0 to 9
 * @param orderDays where the days begin on which an order is charged anew, as it is if it works
 *     overnight; empty if executions count for themselves
 */
public record Commission(
    Decimal perTrade,
    Decimal perUnit,
    Decimal rate,
    Optional<Decimal> minimum,
    Optional<Decimal> cap,
    int decimals,
    Optional<ZoneId> orderDays)
    implements CostModel {

  /** To how many decimals is rounded unless told otherwise: 2. */
  public static final int DEFAULT_DECIMALS = 2;

  /** To how many decimals amounts are worked out before they are rounded. */
  private static final int SCALE = 9;

  /**
   * Interactive Brokers' fixed prices for US shares: 0.005 per share, at least 1.00 an order, at
   * most 1 % of its value ("Commissions Stocks, ETFs and Warrants", fixed). An order that works
   * overnight counts as a new one, and so does one that takes the place of another.
   */
  public static final Commission IBKR_FIXED =
      perUnit(Decimal.parse("0.005"))
          .withMinimum(Decimal.ONE)
          .withCap(Decimal.parse("0.01"))
          .perOrder(ZoneId.of("America/New_York"));

  public Commission {
    Objects.requireNonNull(perTrade, "perTrade");
    Objects.requireNonNull(perUnit, "perUnit");
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(orderDays, "orderDays");
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
        perTrade,
        perUnit,
        rate,
        Optional.empty(),
        Optional.empty(),
        DEFAULT_DECIMALS,
        Optional.empty());
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
    return new Commission(perTrade, perUnit, rate, Optional.of(amount), cap, decimals, orderDays);
  }

  /** Returns this commission, but at most a part of the value. */
  public Commission withCap(Decimal part) {
    return new Commission(perTrade, perUnit, rate, minimum, Optional.of(part), decimals, orderDays);
  }

  /** Returns this commission rounded up to other decimals. */
  public Commission withDecimals(int newDecimals) {
    return new Commission(perTrade, perUnit, rate, minimum, cap, newDecimals, orderDays);
  }

  /**
   * Returns this commission charged by the order.
   *
   * @param zone where the days begin on which an order is charged anew
   */
  public Commission perOrder(ZoneId zone) {
    return new Commission(perTrade, perUnit, rate, minimum, cap, decimals, Optional.of(zone));
  }

  /**
   * Returns what an execution costs, or an order that is executed at once.
   *
   * @param quantity how many units, positive
   * @param price of one unit, positive
   */
  public Decimal amount(Decimal quantity, Decimal price) {
    return bounded(perTrade.plus(variable(quantity, price)), minimum, cap, value(quantity, price))
        .round(decimals, RoundingMode.CEILING);
  }

  private static Decimal value(Decimal quantity, Decimal price) {
    return quantity.times(price, SCALE, RoundingMode.CEILING);
  }

  /** Returns what an execution adds, before any bound. */
  private Decimal variable(Decimal quantity, Decimal price) {
    Decimal amount = Decimal.ZERO;
    if (!perUnit.isZero()) {
      amount = amount.plus(perUnit.times(quantity, SCALE, RoundingMode.CEILING));
    }
    if (!rate.isZero()) {
      amount = amount.plus(rate.times(value(quantity, price), SCALE, RoundingMode.CEILING));
    }
    return amount;
  }

  static Decimal bounded(
      Decimal amount, Optional<Decimal> minimum, Optional<Decimal> cap, Decimal value) {
    Decimal bounded = minimum.isPresent() ? amount.max(minimum.get()) : amount;
    return cap.isEmpty()
        ? bounded
        : bounded.min(cap.get().times(value, SCALE, RoundingMode.CEILING));
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    return orderDays.isEmpty() ? new Run(this) : new OrderRun(this, orderDays.get());
  }

  private record Run(Commission commission) implements Costs {

    @Override
    public Decimal fees(
        int symbol, Side side, Decimal quantity, Decimal price, boolean taking, long time) {
      return commission.amount(quantity, price);
    }
  }

  private static final class OrderRun implements Costs {
    private final Commission commission;
    private final OrderBills bills;

    OrderRun(Commission commission, ZoneId zone) {
      this.commission = commission;
      this.bills = new OrderBills(zone, commission.minimum, commission.cap, commission.decimals);
    }

    @Override
    public Decimal fees(
        int symbol, Side side, Decimal quantity, Decimal price, boolean taking, long time) {
      return commission.amount(quantity, price);
    }

    @Override
    public Decimal fees(
        ClientOrderId order,
        int symbol,
        Side side,
        Decimal quantity,
        Decimal price,
        boolean taking,
        long time) {
      Decimal variable = commission.variable(quantity, price);
      Decimal amount = bills.has(order, time) ? variable : commission.perTrade.plus(variable);
      return bills.charge(order, time, amount, quantity, price);
    }

    @Override
    public void onFill(
        int symbol, Side side, double quantity, double price, double volume, long time) {
      bills.commit();
    }
  }
}
