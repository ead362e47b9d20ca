package io.quantkit.core.ledger;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import java.util.List;

/**
 * What the books say of one symbol before or after a corporate action.
 *
 * @param lots oldest first, negative if sold short
 * @param price the last known price of one unit
 */
record Held(Symbol symbol, List<Lot> lots, Decimal price) {

  boolean flat() {
    return lots.isEmpty();
  }

  boolean isShort() {
    return !lots.isEmpty() && lots.get(0).quantity().isNegative();
  }

  Decimal quantity() {
    Decimal sum = Decimal.ZERO;
    for (Lot lot : lots) {
      sum = sum.plus(lot.quantity());
    }
    return sum;
  }

  Decimal cost() {
    Decimal sum = Decimal.ZERO;
    for (Lot lot : lots) {
      sum = sum.plus(lot.cost());
    }
    return sum;
  }
}
