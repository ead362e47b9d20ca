package io.quantkit.backtest;

import io.quantkit.backtest.market.Execution;
import io.quantkit.backtest.market.ExecutionListener;
import io.quantkit.core.engine.InstantListener;
import io.quantkit.core.engine.TradingEngine;
import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.event.EventListener;
import io.quantkit.core.event.ProgressListener;
import io.quantkit.core.ledger.Position;
import io.quantkit.core.math.Decimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what happens in a run. */
final class Recorder implements InstantListener, ExecutionListener {
  private final ProgressListener progress;
  private final String task;
  private final int rows;
  private final int warmup;
  private final BacktestResult.Columns columns;
  private final List<Execution> executions = new ArrayList<>();
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

  /** Returns a listener that writes down what checks do to orders. */
  EventListener interventions() {
    return (sequence, event) -> {
      if (event instanceof EngineEvent.OrderChecked checked) {
        interventions.add(checked);
      }
    };
  }

  @Override
  public void onInstant(long epochNanos, boolean barsSeen) {
    if (!barsSeen) {
      return;
    }
    TradingEngine running = engine;
    if (running == null) {
      throw new IllegalStateException("a recorder must watch an engine before it runs");
    }
    int row = seen++ - warmup;
    progress.onProgress(task, seen, rows);
    if (row < 0) {
      return;
    }
    double equity = running.ledger().equity().doubleValue();
    double gross = 0;
    double net = 0;
    List<Position> positions = running.ledger().positions();
    for (Position position : positions) {
      double value = position.marketValue().doubleValue();
      gross += Math.abs(value);
      net += value;
    }
    columns.times[row] = epochNanos;
    columns.equity[row] = equity;
    columns.cash[row] = running.ledger().cash().doubleValue();
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

  BacktestResult result(String name, Decimal initialCash, TradingEngine ran) {
    return new BacktestResult(
        name,
        initialCash,
        columns,
        List.copyOf(executions),
        ran.orders(),
        List.copyOf(interventions),
        trades.trades(),
        ran.ledger());
  }
}
