package io.quantkit.backtest;

import io.quantkit.backtest.market.Execution;
import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.ledger.Ledger;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Order;
import java.util.List;

/**
 * What a backtest did and what became of its account: a row per moment at which bars became known.
 *
 * <p>Money is in the account's currency. Arrays are copies.
 */
public final class BacktestResult {
  private final String name;
  private final Decimal initialCash;
  private final Columns columns;
  private final List<Execution> executions;
  private final List<Order> orders;
  private final List<EngineEvent.OrderChecked> interventions;
  private final List<Trade> trades;
  private final Decimal realisedPnl;
  private final Decimal unrealisedPnl;
  private final Decimal fees;

  BacktestResult(
      String name,
      Decimal initialCash,
      Columns columns,
      List<Execution> executions,
      List<Order> orders,
      List<EngineEvent.OrderChecked> interventions,
      List<Trade> trades,
      Ledger ledger) {
    this.name = name;
    this.initialCash = initialCash;
    this.columns = columns;
    this.executions = executions;
    this.orders = orders;
    this.interventions = interventions;
    this.trades = trades;
    this.realisedPnl = ledger.realisedPnl();
    this.unrealisedPnl = ledger.unrealisedPnl();
    this.fees = ledger.fees();
  }

  /** Returns what the run is called. */
  public String name() {
    return name;
  }

  /** Returns the cash it began with. */
  public Decimal initialCash() {
    return initialCash;
  }

  /** Returns how many rows there are. */
  public int rows() {
    return columns.times.length;
  }

  /** Returns when each row was known, in epoch nanoseconds. */
  public long[] times() {
    return columns.times.clone();
  }

  /** Returns cash plus the value of all positions at the last prices. */
  public double[] equity() {
    return columns.equity.clone();
  }

  /** Returns cash; negative where the account borrowed, for which this backtest charges nothing. */
  public double[] cash() {
    return columns.cash.clone();
  }

  /** Returns the sum of the positions' sizes as a fraction of equity. */
  public double[] grossExposure() {
    return columns.gross.clone();
  }

  /** Returns the sum of the positions as a fraction of equity, shorts negative. */
  public double[] netExposure() {
    return columns.net.clone();
  }

  /** Returns how many positions were held. */
  public int[] positions() {
    return columns.positions.clone();
  }

  /**
   * Returns the notional executed since the row before as a fraction of equity: buys plus sells.
   */
  public double[] turnover() {
    return columns.turnover.clone();
  }

  /** Returns the commission paid since the row before. */
  public double[] commission() {
    return columns.commission.clone();
  }

  /** Returns the spread paid since the row before. */
  public double[] spread() {
    return columns.spread.clone();
  }

  /** Returns the slippage paid since the row before. */
  public double[] slippage() {
    return columns.slippage.clone();
  }

  /** Returns the simple return of each row over the row before, the first over the initial cash. */
  public double[] returns() {
    double[] returns = new double[rows()];
    double before = initialCash.doubleValue();
    for (int t = 0; t < returns.length; t++) {
      returns[t] = columns.equity[t] / before - 1;
      before = columns.equity[t];
    }
    return returns;
  }

  /** Returns the least cash the account held, negative if it ever borrowed. */
  public double minimumCash() {
    double least = initialCash.doubleValue();
    for (double cash : columns.cash) {
      least = Math.min(least, cash);
    }
    return least;
  }

  /** Returns every execution with its costs, oldest first. */
  public List<Execution> executions() {
    return executions;
  }

  /** Returns every order in its last state, oldest first. */
  public List<Order> orders() {
    return orders;
  }

  /** Returns what the order checks shrank or rejected, and why, oldest first. */
  public List<EngineEvent.OrderChecked> interventions() {
    return interventions;
  }

  /** Returns the closed round trips in the order they were closed. */
  public List<Trade> trades() {
    return trades;
  }

  /** Returns the profit of closed positions before fees, exactly. */
  public Decimal realisedPnl() {
    return realisedPnl;
  }

  /** Returns the profit of open positions at the last prices, exactly. */
  public Decimal unrealisedPnl() {
    return unrealisedPnl;
  }

  /** Returns all fees paid, exactly. */
  public Decimal fees() {
    return fees;
  }

  /** The columns while they are written. */
  static final class Columns {
    final long[] times;
    final double[] equity;
    final double[] cash;
    final double[] gross;
    final double[] net;
    final int[] positions;
    final double[] turnover;
    final double[] commission;
    final double[] spread;
    final double[] slippage;

    Columns(int rows) {
      times = new long[rows];
      equity = new double[rows];
      cash = new double[rows];
      gross = new double[rows];
      net = new double[rows];
      positions = new int[rows];
      turnover = new double[rows];
      commission = new double[rows];
      spread = new double[rows];
      slippage = new double[rows];
    }
  }
}
