package io.quantkit.core.order;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
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
 */
public record OrderRequest(
    ClientOrderId id,
    Symbol symbol,
    Side side,
    Decimal quantity,
    OrderTerms terms,
    TimeInForce timeInForce) {

  public OrderRequest {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(timeInForce, "timeInForce");
    if (!quantity.isPositive()) {
      throw new IllegalArgumentException(
          "quantity of order " + id + " must be positive, was " + quantity);
    }
  }

  /** Returns a request to trade at the market. */
  public static OrderRequest market(
      ClientOrderId id, Symbol symbol, Side side, Decimal quantity, TimeInForce timeInForce) {
    return new OrderRequest(id, symbol, side, quantity, new OrderTerms.Market(), timeInForce);
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
    return new OrderRequest(id, symbol, side, newQuantity, terms, timeInForce);
  }
}
