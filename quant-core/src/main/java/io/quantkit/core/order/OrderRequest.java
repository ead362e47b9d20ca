package io.quantkit.core.order;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What a caller wants done.
 *
 * @param id the caller's name for the order, unique in the account
 * @param symbol what to trade
 * @param side whether to buy or sell
 * @param quantity how many units, positive on both sides
 * @param terms on which prices
 * @param timeInForce for how long
 * @param instructions what goes with it
 */
public record OrderRequest(
    ClientOrderId id,
    Symbol symbol,
    Side side,
    Decimal quantity,
    OrderTerms terms,
    TimeInForce timeInForce,
    OrderInstructions instructions) {

  public OrderRequest {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(timeInForce, "timeInForce");
    Objects.requireNonNull(instructions, "instructions");
    if (!quantity.isPositive()) {
      throw new IllegalArgumentException(
          "quantity of order " + id + " must be positive, was " + quantity);
    }
  }

  /** Creates a request without further instructions. */
  public OrderRequest(
      ClientOrderId id,
      Symbol symbol,
      Side side,
      Decimal quantity,
      OrderTerms terms,
      TimeInForce timeInForce) {
    this(id, symbol, side, quantity, terms, timeInForce, OrderInstructions.NONE);
  }

  /** Returns a request to trade at the market. */
  public static OrderRequest market(
      ClientOrderId id, Symbol symbol, Side side, Decimal quantity, TimeInForce timeInForce) {
    return new OrderRequest(id, symbol, side, quantity, OrderTerms.MARKET, timeInForce);
  }

  /** Returns a request to trade at a price or better. */
  public static OrderRequest limit(
      ClientOrderId id,
      Symbol symbol,
      Side side,
      Decimal quantity,
      Decimal limitPrice,
      TimeInForce timeInForce) {
    return new OrderRequest(
        id, symbol, side, quantity, new OrderTerms.Limit(limitPrice), timeInForce);
  }

  /** Returns the quantity with the sign of the side: negative for a sale. */
  public Decimal signedQuantity() {
    return side == Side.BUY ? quantity : quantity.negated();
  }

  /** Returns this request for another quantity. */
  public OrderRequest withQuantity(Decimal newQuantity) {
    return new OrderRequest(id, symbol, side, newQuantity, terms, timeInForce, instructions);
  }

  /**
   * Returns the orders that depend on this one, the take-profit before the stop-loss; none for a
   * simple order. Their names are this order's with {@code .tp} and {@code .sl} behind. The exits
   * of a bracket and an OTO are on the other side, that of an OCO is on the same side; all are for
   * the same quantity and time and only reduce the position.
   */
  public List<OrderRequest> legs() {
    OrderClass orderClass = instructions.orderClass();
    if (orderClass == OrderClass.SIMPLE) {
      return List.of();
    }
    Side exit = orderClass == OrderClass.OCO ? side : side.opposite();
    List<OrderRequest> legs = new ArrayList<>(2);
    instructions
        .takeProfit()
        .ifPresent(price -> legs.add(leg(".tp", exit, new OrderTerms.Limit(price))));
    instructions.stopLoss().ifPresent(stop -> legs.add(leg(".sl", exit, stop)));
    return Collections.unmodifiableList(legs);
  }

  private OrderRequest leg(String suffix, Side exit, OrderTerms legTerms) {
    return new OrderRequest(
        new ClientOrderId(id.value() + suffix),
        symbol,
        exit,
        quantity,
        legTerms,
        timeInForce,
        OrderInstructions.NONE
            .until(instructions.expiresAt())
            .reducing()
            .because(instructions.reason()));
  }
}
