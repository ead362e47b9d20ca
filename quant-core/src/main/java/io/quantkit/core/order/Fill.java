package io.quantkit.core.order;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * One execution of an order, in full or in part.
 *
 * @param orderId the order that was executed
 * @param executionId the venue's identifier of this execution, unique within the order
 * @param symbol what was traded
 * @param side whether it was bought or sold
 * @param quantity how many units, positive on both sides
 * @param price the price of one unit, in the instrument's currency, positive
 * @param fee what the execution cost on top, in the instrument's currency; negative for a rebate
 * @param time when it was executed, in epoch nanoseconds
 */
public record Fill(
    ClientOrderId orderId,
    String executionId,
    Symbol symbol,
    Side side,
    Decimal quantity,
    Decimal price,
    Decimal fee,
    long time) {

  /** To how many decimals {@link #notional()} is rounded where it has more: 9. */
  public static final int NOTIONAL_SCALE = 9;

  public Fill {
    Objects.requireNonNull(orderId, "orderId");
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(fee, "fee");
    if (executionId.isEmpty()) {
      throw new IllegalArgumentException("executionId of order " + orderId + " must not be empty");
    }
    if (!quantity.isPositive() || !price.isPositive()) {
      throw new IllegalArgumentException(
          "quantity and price of execution "
              + executionId
              + " must be positive, were "
              + quantity
              + ", "
              + price);
    }
  }

  /** Returns the quantity with the sign of the side: negative for a sale. */
  public Decimal signedQuantity() {
    return side == Side.BUY ? quantity : quantity.negated();
  }

  /**
   * Returns {@code quantity * price}, positive on both sides and without the fee: exact if it has
   * at most {@value #NOTIONAL_SCALE} decimals, otherwise rounded to so many, ties to even.
   *
   * @throws ArithmeticException if the result has more than 18 digits
   */
  public Decimal notional() {
    return quantity.times(price, NOTIONAL_SCALE, RoundingMode.HALF_EVEN);
  }
}
