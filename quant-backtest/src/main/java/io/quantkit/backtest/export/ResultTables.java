package io.quantkit.backtest.export;

import io.quantkit.backtest.BacktestResult;
import io.quantkit.backtest.SleeveResult;
import io.quantkit.backtest.Trade;
import io.quantkit.backtest.market.Execution;
import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.engine.StrategyFailure;
import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.ledger.Position;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A backtest's result by column, in these tables:
 *
 * <ul>
 *   <li>{@code run}: one row, the totals
 *   <li>{@code account}: a row per instant, with equity, cash, exposure, turnover and costs
 *   <li>{@code orders}: every order in its last state, with why it was placed and how it ended
 *   <li>{@code fills}: every execution with its costs
 *   <li>{@code position_changes}: what each execution made of the position: the sum of executions,
 *       so what corporate actions do to a position is not in it
 *   <li>{@code open_positions}: what is held at the end
 *   <li>{@code decisions}: by time, why each order was placed ({@code ORDER}), what checks shrank
 *       or rejected ({@code CHECK}) and what strategies noted ({@code NOTE}); the quantity is what
 *       was asked for, or what a check allowed
 *   <li>{@code trades}: the closed round trips
 *   <li>{@code activities}: interest, borrow fees and other charges
 *   <li>{@code failures}: the strategies that threw
 *   <li>{@code strategies}: the equity of each strategy with cash of its own, a row per instant
 * </ul>
 *
 * <p>Immutable.
 */
public final class ResultTables {
  private final List<ResultTable> tables;

  ResultTables(List<ResultTable> tables) {
    this.tables = List.copyOf(tables);
  }

  /** Returns the tables of a result. */
  public static ResultTables of(BacktestResult result) {
    return new ResultTables(
        List.of(
            run(result),
            account(result),
            orders(result),
            fills(result),
            positionChanges(result),
            openPositions(result),
            decisions(result),
            trades(result),
            activities(result),
            failures(result),
            strategies(result)));
  }

  /** Returns the tables. */
  public List<ResultTable> tables() {
    return tables;
  }

  /**
   * Returns a table.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public ResultTable table(String name) {
    for (ResultTable table : tables) {
      if (table.name().equals(name)) {
        return table;
      }
    }
    throw new IllegalArgumentException("there is no table " + name + " among " + tables);
  }

  private static ResultTable run(BacktestResult result) {
    return ResultTable.builder(TableSchema.RUN)
        .text(result.name())
        .decimal(result.initialCash())
        .decimal(result.finalEquity())
        .decimal(result.realisedPnl())
        .decimal(result.unrealisedPnl())
        .decimal(result.fees())
        .decimal(result.dividends())
        .decimal(result.interest())
        .build();
  }

  private static ResultTable account(BacktestResult result) {
    ResultTable.Builder rows = ResultTable.builder(TableSchema.ACCOUNT);
    long[] times = result.times();
    double[] equity = result.equity();
    double[] cash = result.cash();
    double[] gross = result.grossExposure();
    double[] net = result.netExposure();
    int[] positions = result.positions();
    double[] turnover = result.turnover();
    double[] commission = result.commission();
    double[] spread = result.spread();
    double[] slippage = result.slippage();
    for (int t = 0; t < times.length; t++) {
      rows.time(times[t])
          .number(equity[t])
          .number(cash[t])
          .number(gross[t])
          .number(net[t])
          .whole(positions[t])
          .number(turnover[t])
          .number(commission[t])
          .number(spread[t])
          .number(slippage[t]);
    }
    return rows.build();
  }

  private static ResultTable orders(BacktestResult result) {
    ResultTable.Builder rows = ResultTable.builder(TableSchema.ORDERS);
    for (Order order : result.orders()) {
      OrderRequest request = order.request();
      CanonicalText terms = new CanonicalText();
      terms.append(request.terms());
      rows.text(request.id().value())
          .text(order.brokerOrderId().orElse(""))
          .text(request.symbol().value())
          .text(request.side().name())
          .decimal(request.quantity())
          .text(request.terms().type().name())
          .text(terms.toString())
          .text(request.timeInForce().name())
          .text(request.instructions().orderClass().name())
          .text(request.instructions().reason())
          .text(order.status().name())
          .text(order.reason().orElse(""))
          .time(order.createdAt())
          .time(order.updatedAt())
          .decimal(order.filledQuantity())
          .decimal(order.filledNotional())
          .decimal(order.fees());
    }
    return rows.build();
  }

  private static ResultTable fills(BacktestResult result) {
    ResultTable.Builder rows = ResultTable.builder(TableSchema.FILLS);
    for (Execution execution : result.executions()) {
      Fill fill = execution.fill();
      rows.time(fill.time())
          .text(fill.orderId().value())
          .text(fill.executionId())
          .text(fill.symbol().value())
          .text(fill.side().name())
          .decimal(fill.quantity())
          .decimal(fill.price())
          .decimal(fill.fee())
          .number(execution.referencePrice())
          .number(execution.commission())
          .number(execution.spread())
          .number(execution.slippage());
    }
    return rows.build();
  }

  private static ResultTable positionChanges(BacktestResult result) {
    ResultTable.Builder rows = ResultTable.builder(TableSchema.POSITION_CHANGES);
    Map<Symbol, Decimal> held = new LinkedHashMap<>();
    for (Execution execution : result.executions()) {
      Fill fill = execution.fill();
      Decimal after = held.merge(fill.symbol(), fill.signedQuantity(), Decimal::plus);
      rows.time(fill.time())
          .text(fill.symbol().value())
          .decimal(fill.signedQuantity())
          .decimal(after)
          .decimal(fill.price())
          .text(fill.orderId().value());
    }
    return rows.build();
  }

  private static ResultTable openPositions(BacktestResult result) {
    ResultTable.Builder rows = ResultTable.builder(TableSchema.OPEN_POSITIONS);
    for (Position position : result.openPositions()) {
      rows.text(position.symbol().value())
          .decimal(position.quantity())
          .decimal(position.costBasis())
          .decimal(position.marketPrice())
          .decimal(position.marketValue());
    }
    return rows.build();
  }

  private record Reason(
      long time,
      String kind,
      String source,
      String orderId,
      String symbol,
      String code,
      String text,
      Decimal quantity) {}

  private static ResultTable decisions(BacktestResult result) {
    List<Reason> reasons = new ArrayList<>();
    for (Order order : result.orders()) {
      OrderRequest request = order.request();
      reasons.add(
          new Reason(
              order.createdAt(),
              "ORDER",
              "",
              request.id().value(),
              request.symbol().value(),
              request.side().name(),
              request.instructions().reason(),
              request.quantity()));
    }
    for (EngineEvent.OrderChecked checked : result.interventions()) {
      reasons.add(
          new Reason(
              checked.time(),
              "CHECK",
              checked.check(),
              checked.orderId().value(),
              checked.symbol().value(),
              checked.code(),
              checked.reason(),
              checked.allowed()));
    }
    for (EngineEvent.Noted note : result.notes()) {
      reasons.add(
          new Reason(
              note.time(),
              "NOTE",
              note.strategy(),
              "",
              "",
              note.kind(),
              note.text(),
              Decimal.ZERO));
    }
    reasons.sort(Comparator.comparingLong(Reason::time));
    ResultTable.Builder rows = ResultTable.builder(TableSchema.DECISIONS);
    for (Reason reason : reasons) {
      rows.time(reason.time)
          .text(reason.kind)
          .text(reason.source)
          .text(reason.orderId)
          .text(reason.symbol)
          .text(reason.code)
          .text(reason.text)
          .decimal(reason.quantity);
    }
    return rows.build();
  }

  private static ResultTable trades(BacktestResult result) {
    ResultTable.Builder rows = ResultTable.builder(TableSchema.TRADES);
    for (Trade trade : result.trades()) {
      rows.text(trade.symbol().value())
          .text(trade.side().name())
          .number(trade.quantity())
          .time(trade.entryTime())
          .time(trade.exitTime())
          .number(trade.entryPrice())
          .number(trade.exitPrice())
          .number(trade.fees())
          .number(trade.profit());
    }
    return rows.build();
  }

  private static ResultTable activities(BacktestResult result) {
    ResultTable.Builder rows = ResultTable.builder(TableSchema.ACTIVITIES);
    for (AccountActivity activity : result.activities()) {
      rows.time(activity.time())
          .text(activity.id())
          .text(activity.kind().name())
          .text(activity.symbol().map(Symbol::value).orElse(""))
          .decimal(activity.amount())
          .text(activity.description());
    }
    return rows.build();
  }

  private static ResultTable failures(BacktestResult result) {
    ResultTable.Builder rows = ResultTable.builder(TableSchema.FAILURES);
    for (StrategyFailure failure : result.failures()) {
      String message = failure.cause().getMessage();
      rows.time(failure.time())
          .text(failure.strategy())
          .text(failure.cause().getClass().getName())
          .text(message == null ? "" : message);
    }
    return rows.build();
  }

  private static ResultTable strategies(BacktestResult result) {
    ResultTable.Builder rows = ResultTable.builder(TableSchema.STRATEGIES);
    long[] times = result.times();
    List<double[]> equities = result.sleeves().stream().map(SleeveResult::equity).toList();
    for (int t = 0; t < times.length; t++) {
      for (int i = 0; i < equities.size(); i++) {
        rows.time(times[t]).text(result.sleeves().get(i).name()).number(equities.get(i)[t]);
      }
    }
    return rows.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResultTables that && tables.equals(that.tables);
  }

  @Override
  public int hashCode() {
    return tables.hashCode();
  }

  @Override
  public String toString() {
    return "ResultTables" + tables;
  }
}
