package io.quantkit.core.strategy;

import io.quantkit.core.ledger.Position;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import java.util.List;

/**
 * What the account holds at this moment. Belongs to the engine's thread; reads are always current.
 */
public interface PortfolioView {

  /** Returns cash, negative if borrowed. */
  Decimal cash();

  /** Returns cash plus the value of all positions at the last prices. */
  Decimal equity();

  /** Returns the units held, negative if short, zero if none. */
  Decimal position(Symbol symbol);

  /** Returns the units that working orders would still buy, at least 0. */
  Decimal pendingBuys(Symbol symbol);

  /** Returns the units that working orders would still sell, at least 0. */
  Decimal pendingSells(Symbol symbol);

  /** Returns the signed units that working orders would still add: buys less sells. */
  default Decimal pending(Symbol symbol) {
    return pendingBuys(symbol).minus(pendingSells(symbol));
  }

  /** Returns the positions that are not zero. */
  List<Position> positions();
}
