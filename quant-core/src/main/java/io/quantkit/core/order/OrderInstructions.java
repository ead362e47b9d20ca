package io.quantkit.core.order;

import io.quantkit.core.math.Decimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What goes with an order beyond its terms: exits that depend on it, an end, conditions, and why it
 * was placed. Immutable; each {@code with}-like method returns changed instructions.
 *
 * @param orderClass how the orders of the submission hang together
 * @param takeProfit the limit price of the exit that takes a profit: in a bracket, or in an OTO
 *     instead of a stop-loss
 * @param stopLoss the terms of the exit that ends a loss, {@code Stop}, {@code StopLimit} or {@code
 *     TrailingStop}: in a bracket, in an OCO, or in an OTO instead of a take-profit
 * @param expiresAt from when on the order no longer works, in epoch nanoseconds; {@link #NEVER}
 *     unless the time in force is {@code GTD}
 * @param reduceOnly whether the order may only bring the position nearer to zero
 * @param postOnly whether the order is refused instead of taking liquidity
 * @param reason why the order was placed, for records; {@code ""} if nobody says
 */
public record OrderInstructions(
    OrderClass orderClass,
    Optional<Decimal> takeProfit,
    Optional<OrderTerms> stopLoss,
    long expiresAt,
    boolean reduceOnly,
    boolean postOnly,
    String reason) {

  /** An order that does not expire by itself. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Nothing beyond the terms. */
  public static final OrderInstructions NONE =
      new OrderInstructions(
          OrderClass.SIMPLE, Optional.empty(), Optional.empty(), NEVER, false, false, "");

  public OrderInstructions {
    Objects.requireNonNull(orderClass, "orderClass");
    Objects.requireNonNull(reason, "reason");
    takeProfit.ifPresent(
        price -> {
          if (!price.isPositive()) {
            throw new IllegalArgumentException("takeProfit must be positive, was " + price);
          }
        });
    stopLoss.ifPresent(OrderInstructions::requireStop);
    boolean fits =
        switch (orderClass) {
          case SIMPLE -> takeProfit.isEmpty() && stopLoss.isEmpty();
          case BRACKET -> takeProfit.isPresent() && stopLoss.isPresent();
          case OCO -> takeProfit.isEmpty() && stopLoss.isPresent();
          case OTO -> takeProfit.isPresent() != stopLoss.isPresent();
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "a %s order has %s, was takeProfit %s, stopLoss %s"
              .formatted(
                  orderClass,
                  switch (orderClass) {
                    case SIMPLE -> "no exits";
                    case BRACKET -> "a takeProfit and a stopLoss";
                    case OCO -> "a stopLoss beside its own limit";
                    case OTO -> "either a takeProfit or a stopLoss";
                  },
                  takeProfit.map(Object::toString).orElse("none"),
                  stopLoss.map(Object::toString).orElse("none")));
    }
  }

  private static void requireStop(OrderTerms terms) {
    switch (terms.type()) {
      case STOP, STOP_LIMIT, TRAILING_STOP -> {}
      default ->
          throw new IllegalArgumentException(
              "stopLoss must be a STOP, STOP_LIMIT or TRAILING_STOP, was " + terms.type());
    }
  }

  /** Returns instructions for an entry with both exits. */
  public static OrderInstructions bracket(Decimal takeProfit, OrderTerms stopLoss) {
    return NONE.with(OrderClass.BRACKET, Optional.of(takeProfit), Optional.of(stopLoss));
  }

  /** Returns instructions for a limit order that takes a profit, with a stop beside it. */
  public static OrderInstructions oco(OrderTerms stopLoss) {
    return NONE.with(OrderClass.OCO, Optional.empty(), Optional.of(stopLoss));
  }

  /** Returns instructions for an entry followed by a limit order that takes the profit. */
  public static OrderInstructions thenTakeProfit(Decimal limitPrice) {
    return NONE.with(OrderClass.OTO, Optional.of(limitPrice), Optional.empty());
  }

  /** Returns instructions for an entry followed by a stop. */
  public static OrderInstructions thenStopLoss(OrderTerms stopLoss) {
    return NONE.with(OrderClass.OTO, Optional.empty(), Optional.of(stopLoss));
  }

  private OrderInstructions with(
      OrderClass newClass, Optional<Decimal> newTakeProfit, Optional<OrderTerms> newStopLoss) {
    return new OrderInstructions(
        newClass, newTakeProfit, newStopLoss, expiresAt, reduceOnly, postOnly, reason);
  }

  /** Returns these instructions with an end, for an order that is {@code GTD}. */
  public OrderInstructions until(long newExpiresAt) {
    return new OrderInstructions(
        orderClass, takeProfit, stopLoss, newExpiresAt, reduceOnly, postOnly, reason);
  }

  /** Returns these instructions for an order that may only reduce the position. */
  public OrderInstructions reducing() {
    return new OrderInstructions(
        orderClass, takeProfit, stopLoss, expiresAt, true, postOnly, reason);
  }

  /** Returns these instructions for an order that must not take liquidity. */
  public OrderInstructions posting() {
    return new OrderInstructions(
        orderClass, takeProfit, stopLoss, expiresAt, reduceOnly, true, reason);
  }

  /** Returns these instructions with the reason for the order. */
  public OrderInstructions because(String newReason) {
    return new OrderInstructions(
        orderClass, takeProfit, stopLoss, expiresAt, reduceOnly, postOnly, newReason);
  }
}
