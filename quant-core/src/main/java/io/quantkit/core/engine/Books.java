package io.quantkit.core.engine;

import io.quantkit.core.ledger.LedgerView;
import io.quantkit.core.ledger.Position;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;
import io.quantkit.core.strategy.PortfolioView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the account or one strategy's part of it holds.
 *
 * @param owner whose orders count as pending, null for everybody's
 */
record Books(LedgerView ledger, OpenOrders open, @Nullable StrategySlot owner)
    implements PortfolioView {

  @Override
  public Decimal cash() {
    return ledger.cash();
  }

  @Override
  public Decimal equity() {
    return ledger.equity();
  }

  @Override
  public Decimal position(Symbol symbol) {
    return ledger.position(symbol).quantity();
  }

  @Override
  public Decimal pendingBuys(Symbol symbol) {
    return open.pending(symbol, Side.BUY, owner);
  }

  @Override
  public Decimal pendingSells(Symbol symbol) {
    return open.pending(symbol, Side.SELL, owner);
  }

  @Override
  public List<Position> positions() {
    return ledger.positions();
  }
}
