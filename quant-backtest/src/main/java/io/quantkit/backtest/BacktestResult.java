package io.quantkit.backtest;

import io.quantkit.backtest.market.Execution;
import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.engine.StrategyFailure;
import io.quantkit.core.engine.TradingEngine;
import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.ledger.CurrencyBalance;
import io.quantkit.core.ledger.LedgerView;
import io.quantkit.core.ledger.Position;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Order;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest did and what became of its account: a row per moment at which bars became known.
 *
 * <p>Money is in the account's currency; executions, orders, trades and positions are in that of
 * their instrument. Arrays are copies.
 */
public final class BacktestResult {
  private final String name;
  private final Decimal initialCash;
  private final Columns columns;
  private final List<Execution> executions;
  private final List<Order> orders;
  private final List<EngineEvent.OrderChecked> interventions;
  private final List<EngineEvent.Noted> notes;
  private final List<AccountActivity> activities;
  private final List<SleeveResult> sleeves;
  private final List<StrategyFailure> failures;
  private final List<Position> openPositions;
  private final Decimal finalEquity;
  private final Decimal realisedPnl;
  private final Decimal unrealisedPnl;
  private final Decimal fees;
  private final Decimal dividends;
  private final Decimal interest;
  private final Decimal fx;
  private final List<CurrencyBalance> balances;
  private @Nullable List<Trade> trades; // matched when they are first asked for

  BacktestResult(
      String name,
      Columns columns,
      List<Execution> executions,
      List<EngineEvent.OrderChecked> interventions,
      List<EngineEvent.Noted> notes,
      List<EngineEvent.ActivityBooked> activities,
      List<SleeveResult> sleeves,
      TradingEngine engine) {
    this.name = name;
    this.columns = columns;
    this.executions = Collections.unmodifiableList(executions);
    this.orders = Collections.unmodifiableList(engine.orders());
    this.interventions = List.copyOf(interventions);
    this.notes = List.copyOf(notes);
    this.activities = activities.stream().map(EngineEvent.ActivityBooked::activity).toList();
    this.sleeves = List.copyOf(sleeves);
    this.failures = List.copyOf(engine.failures());
    LedgerView ledger = engine.books();
    this.initialCash = ledger.deposits();
    this.openPositions = ledger.positions();
    this.finalEquity = ledger.equity();
    this.realisedPnl = ledger.realisedPnl();
    this.unrealisedPnl = ledger.unrealisedPnl();
    this.fees = ledger.fees();
    this.dividends = ledger.dividends();
    this.interest = ledger.interest();
    this.fx = ledger.fx();
    this.balances = ledger.balances();
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
    return columns.rows;
  }

  /** Returns when each row was known, in epoch nanoseconds. */
  public long[] times() {
    return columns.times.clone();
  }

  /** Returns cash plus the value of all positions at the last prices. */
  public double[] equity() {
    return columns.equity.clone();
  }

  /** Returns cash; negative where the account borrowed. */
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
  public synchronized List<Trade> trades() {
    List<Trade> matched = trades;
    if (matched == null) {
      TradeMatcher matcher = new TradeMatcher();
      for (Execution execution : executions) {
        matcher.add(execution.fill());
      }
      matched = matcher.trades();
      trades = matched;
    }
    return matched;
  }

  /** Returns what the strategies noted, oldest first. */
  public List<EngineEvent.Noted> notes() {
    return notes;
  }

  /** Returns what the broker credited or charged outside of executions, oldest first. */
  public List<AccountActivity> activities() {
    return activities;
  }

  /** Returns what became of each strategy with cash of its own; none if there was only one. */
  public List<SleeveResult> sleeves() {
    return sleeves;
  }

  /** Returns the strategies that threw, and what they left behind, in the order they did. */
  public List<StrategyFailure> failures() {
    return failures;
  }

  /** Returns what is held at the end. */
  public List<Position> openPositions() {
    return openPositions;
  }

  /** Returns cash plus the value of all positions at the end, exactly. */
  public Decimal finalEquity() {
    return finalEquity;
  }

  /** Returns the dividends received less those paid on short positions, exactly. */
  public Decimal dividends() {
    return dividends;
  }

  /** Returns the interest received less interest paid, exactly. */
  public Decimal interest() {
    return interest;
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

  /**
   * Returns what changes of exchange rates have brought, less what exchanges of money have cost;
   * zero in an account of one currency.
   */
  public Decimal fx() {
    return fx;
  }

  /** Returns what there is in each currency at the end, the account's own first. */
  public List<CurrencyBalance> balances() {
    return balances;
  }
}
