package io.quantkit.backtest;

import io.quantkit.core.ledger.Ledger;
import io.quantkit.core.ledger.Position;
import io.quantkit.core.math.Decimal;
import java.util.List;

/**
 * What became of one strategy's part of an account, in its own books. Immutable.
 *
 * <p>The equities of all strategies and the cash given to none add up to that of the account; only
 * what a broker charges to the account as a whole, such as interest, belongs to no strategy.
 */
public final class SleeveResult {
  private final String name;
  private final Decimal initialCash;
  private final double[] equity;
  private final Decimal finalEquity;
  private final Decimal realisedPnl;
  private final Decimal unrealisedPnl;
  private final Decimal fees;
  private final List<Position> positions;

  SleeveResult(String name, Decimal initialCash, double[] equity, Ledger ledger) {
    this.name = name;
    this.initialCash = initialCash;
    this.equity = equity;
    this.finalEquity = ledger.equity();
    this.realisedPnl = ledger.realisedPnl();
    this.unrealisedPnl = ledger.unrealisedPnl();
    this.fees = ledger.fees();
    this.positions = ledger.positions();
  }

  /** Returns the strategy's name. */
  public String name() {
    return name;
  }

  /** Returns the cash it began with. */
  public Decimal initialCash() {
    return initialCash;
  }

  /** Returns its equity at the times of the account's result; a copy. */
  public double[] equity() {
    return equity.clone();
  }

  /** Returns its equity at the end, exactly. */
  public Decimal finalEquity() {
    return finalEquity;
  }

  /** Returns the profit of its closed positions before fees, exactly. */
  public Decimal realisedPnl() {
    return realisedPnl;
  }

  /** Returns the profit of its open positions at the last prices, exactly. */
  public Decimal unrealisedPnl() {
    return unrealisedPnl;
  }

  /** Returns the fees it paid, exactly. */
  public Decimal fees() {
    return fees;
  }

  /** Returns what it holds at the end. */
  public List<Position> positions() {
    return positions;
  }
}
