package io.quantkit.core.ledger;

import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import java.util.List;

/**
 * What the books of an account say, whether they are kept in one currency or in several. Sums are
 * in {@link #currency}, each position in the currency of its instrument.
 *
 * <p>To the last digit, {@code equity = deposits + realised + unrealised + dividends + interest -
 * fees - taxes + fx}.
 */
public interface LedgerView {

  /** Returns what sums are in. */
  Currency currency();

  /** Returns the money held, negative if borrowed. */
  Decimal cash();

  /** Returns deposits less withdrawals. */
  Decimal deposits();

  /** Returns cash, dividends to be paid and the value of all positions. */
  Decimal equity();

  /** Returns the profit on closed lots, before fees. */
  Decimal realisedPnl();

  /** Returns the market value of all positions less what they cost, before fees. */
  Decimal unrealisedPnl();

  /** Returns the dividends earned, tax included, less those owed on short positions. */
  Decimal dividends();

  /** Returns the interest received less interest paid. */
  Decimal interest();

  /** Returns the fees paid less rebates received. */
  Decimal fees();

  /** Returns what changes of exchange rates have brought; zero in books of one currency. */
  Decimal fx();

  /** Returns what there is in each currency, that of the sums first. */
  List<CurrencyBalance> balances();

  /** Returns what is held of a symbol; flat if it was never traded. */
  Position position(Symbol symbol);

  /** Returns the positions that are not flat. */
  List<Position> positions();

  /** Returns how many positions are not flat. */
  int openPositions();

  /** Returns {@link #equity()} as a double. */
  double equityAsDouble();

  /** Returns {@link #cash()} as a double. */
  double cashAsDouble();

  /** Returns the market value of the long positions, at least 0. */
  double longValueAsDouble();

  /** Returns the market value of the short positions, at most 0. */
  double shortValueAsDouble();
}
