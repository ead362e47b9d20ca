package io.quantkit.backtest;

import io.quantkit.backtest.market.Execution;
import io.quantkit.backtest.market.ExecutionListener;
import io.quantkit.core.engine.TradingEngine;
import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.event.EventListener;
import io.quantkit.core.event.ProgressListener;
import io.quantkit.core.ledger.Ledger;
import io.quantkit.core.ledger.Position;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what happens in a run. */
final class Recorder implements EventListener, ExecutionListener {
  private final ProgressListener progress;
  private final String task;
  private final int rows;
  private final int warmup;
  private final BacktestResult.Columns columns;
  private final List<Execution> executions = new ArrayList<>();
  private final Map<ClientOrderId, Order> orders = new LinkedHashMap<>();
  private final List<EngineEvent.OrderChecked> interventions = new ArrayList<>();
  private final TradeMatcher trades = new TradeMatcher();
  private @Nullable TradingEngine engine;
  private double commission;
  private double spread;
  private double slippage;
  private double traded;
  private int seen;

  Recorder(int rows, int warmup, ProgressListener progress, String task) {
    this.rows = rows;
    this.warmup = warmup;
    this.progress = progress;
    this.task = task;
    this.columns = new BacktestResult.Columns(rows - warmup);
  }

  void watch(TradingEngine newEngine) {
    engine = newEngine;
  }

  @Override
  public void onExecution(Execution execution) {
    executions.add(execution);
    trades.add(execution.fill());
    commission += execution.commission();
    spread += execution.spread();
    slippage += execution.slippage();
    traded += execution.fill().notional().doubleValue();
  }

  @Override
  public void onEvent(long sequence, EngineEvent event) {
    if (event instanceof EngineEvent.OrderChanged changed) {
      orders.put(changed.order().request().id(), changed.order());
    } else if (event instanceof EngineEvent.OrderChecked checked) {
      interventions.add(checked);
    } else if (event instanceof EngineEvent.Settled settled) {
      settle(settled);
    }
  }

  private void settle(EngineEvent.Settled settled) {
    TradingEngine running = engine;
    if (running == null) {
      throw new IllegalStateException("a recorder must watch an engine before it runs");
    }
    int row = seen++ - warmup;
    progress.onProgress(task, seen, rows);
    if (row < 0) {
      return;
    }
    double equity = settled.equity().doubleValue();
    double gross = 0;
    double net = 0;
    List<Position> positions = running.ledger().positions();
    for (Position position : positions) {
      double value = position.marketValue().doubleValue();
      gross += Math.abs(value);
      net += value;
    }
    columns.times[row] = settled.time();
    columns.equity[row] = equity;
    columns.cash[row] = settled.cash().doubleValue();
    columns.gross[row] = gross / equity;
    columns.net[row] = net / equity;
    columns.positions[row] = positions.size();
    columns.turnover[row] = traded / equity;
    columns.commission[row] = commission;
    columns.spread[row] = spread;
    columns.slippage[row] = slippage;
    commission = 0;
    spread = 0;
    slippage = 0;
    traded = 0;
  }

  BacktestResult result(String name, Decimal initialCash, Ledger ledger) {
    return new BacktestResult(
        name,
        initialCash,
        columns,
        List.copyOf(executions),
        List.copyOf(orders.values()),
        List.copyOf(interventions),
        trades.trades(),
        ledger);
  }
}
