package io.quantkit.core.ledger;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * What an account holds of one symbol at one moment. Amounts are in the account's currency. Of a
 * flat position everything is zero.
 *
 * @param symbol what is held
 * @param quantity how many units, negative if short
 * @param costBasis what the units held cost, without fees; negative, by what they brought, if short
 * @param marketPrice the last known price of one unit, not negative
 * @param marketValue what the units are worth at that price; negative if short
 */
public record Position(
    Symbol symbol, Decimal quantity, Decimal costBasis, Decimal marketPrice, Decimal marketValue) {

  /** To how many decimals {@link #averagePrice()} is rounded: 9. */
  public static final int AVERAGE_SCALE = 9;

  public Position {
    Objects.requireNonNull(symbol, "symbol");
    if (marketPrice.isNegative()) {
      throw new IllegalArgumentException(
          "marketPrice of " + symbol + " must not be negative, was " + marketPrice);
    }
    if (quantity.isZero()
        && !(costBasis.isZero() && marketPrice.isZero() && marketValue.isZero())) {
      throw new IllegalArgumentException(
          "everything of a flat position in " + symbol + " must be zero");
    }
  }

  /** Returns the position of one who holds nothing. */
  public static Position flat(Symbol symbol) {
    return new Position(symbol, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO);
  }

  /** Returns whether nothing is held. */
  public boolean flat() {
    return quantity.isZero();
  }

  /**
   * Returns {@code costBasis / quantity}, the average price of the units held, rounded to {@value
   * #AVERAGE_SCALE} decimals, ties to even; empty if flat.
   */
  public Optional<Decimal> averagePrice() {
    return flat()
        ? Optional.empty()
        : Optional.of(costBasis.dividedBy(quantity, AVERAGE_SCALE, RoundingMode.HALF_EVEN));
  }

  /** Returns {@code marketValue - costBasis}: what closing at the market price would realise. */
  public Decimal unrealisedPnl() {
    return marketValue.minus(costBasis);
  }
}
