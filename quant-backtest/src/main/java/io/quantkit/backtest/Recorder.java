package io.quantkit.backtest;

import io.quantkit.backtest.market.Execution;
import io.quantkit.backtest.market.ExecutionListener;
import io.quantkit.core.engine.InstantListener;
import io.quantkit.core.engine.TradingEngine;
import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.event.EventListener;
import io.quantkit.core.event.ProgressListener;
import io.quantkit.core.ledger.Ledger;
import io.quantkit.core.ledger.LedgerView;
import io.quantkit.core.order.Fill;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what happens in a run. */
final class Recorder implements InstantListener, ExecutionListener, EventListener {
  private final ProgressListener progress;
  private final String task;
  private final long expected;
  private final int warmup;
  private final long interval;
  private final List<Sleeve> sleeves;
  private final Columns columns;
  private final ExecutionColumns executions = new ExecutionColumns();
  private final List<EngineEvent.OrderChecked> interventions = new ArrayList<>();
  private final List<EngineEvent.Noted> notes = new ArrayList<>();
  private final List<EngineEvent.ActivityBooked> activities = new ArrayList<>();
  private @Nullable TradingEngine engine;
  private Ledger[] sleeveLedgers = new Ledger[0];
  private double commission;
  private double spread;
  private double slippage;
  private double traded;
  private long nextSample = Long.MIN_VALUE;
  private int seen;

  /**
   * Creates a recorder.
   *
   * @param expected how many things the feed delivers, -1 if nobody knows
   * @param warmup how many recorded moments to leave out at the beginning
   * @param interval how often to record when no bars become known, 0 for never
   * @param sleeves the strategies with books of their own
   */
  Recorder(
      ProgressListener progress,
      String task,
      long expected,
      int warmup,
      long interval,
      List<Sleeve> sleeves) {
    this.progress = progress;
    this.task = task;
    this.expected = expected;
    this.warmup = warmup;
    this.interval = interval;
    this.sleeves = sleeves;
    int capacity = interval > 0 ? 64 : (int) Math.min(1 << 20, Math.max(64, expected - warmup));
    this.columns = new Columns(capacity, sleeves.size());
  }

  void watch(TradingEngine newEngine) {
    engine = newEngine;
    sleeveLedgers = new Ledger[sleeves.size()];
    for (int i = 0; i < sleeveLedgers.length; i++) {
      sleeveLedgers[i] = newEngine.ledger(sleeves.get(i).name());
    }
  }

  /** Returns how many moments have been recorded or left out. */
  int seen() {
    return seen;
  }

  @Override
  public void onExecution(Execution execution) {
    executions.append(execution);
    Fill fill = execution.fill();
    double rate = running().market().rate(fill.symbol());
    commission += execution.commission() * rate;
    spread += execution.spread() * rate;
    slippage += execution.slippage() * rate;
    traded += fill.quantity().doubleValue() * fill.price().doubleValue() * rate;
  }

  @Override
  public boolean wants(Class<? extends EngineEvent> type) {
    return type == EngineEvent.OrderChecked.class
        || type == EngineEvent.Noted.class
        || type == EngineEvent.ActivityBooked.class;
  }

  @Override
  public void onEvent(long sequence, EngineEvent event) {
    if (event instanceof EngineEvent.OrderChecked checked) {
      interventions.add(checked);
    } else if (event instanceof EngineEvent.Noted noted) {
      notes.add(noted);
    } else if (event instanceof EngineEvent.ActivityBooked booked) {
      activities.add(booked);
    }
  }

  @Override
  public void onInstant(long epochNanos, boolean barsSeen) {
    if (!barsSeen && (interval == 0 || epochNanos < nextSample)) {
      return;
    }
    if (interval > 0) {
      nextSample = Math.addExact(epochNanos - Math.floorMod(epochNanos, interval), interval);
    }
    if (++seen > warmup) {
      write(epochNanos);
    }
    progress.onProgress(task, seen, Math.max(seen, expected));
  }

  private void write(long epochNanos) {
    LedgerView ledger = running().books();
    int row = columns.add();
    double equity = ledger.equityAsDouble();
    double longValue = ledger.longValueAsDouble();
    double shortValue = ledger.shortValueAsDouble();
    columns.times[row] = epochNanos;
    columns.equity[row] = equity;
    columns.cash[row] = ledger.cashAsDouble();
    columns.gross[row] = (longValue - shortValue) / equity;
    columns.net[row] = (longValue + shortValue) / equity;
    columns.positions[row] = ledger.openPositions();
    columns.turnover[row] = traded / equity;
    columns.commission[row] = commission;
    columns.spread[row] = spread;
    columns.slippage[row] = slippage;
    for (int i = 0; i < sleeveLedgers.length; i++) {
      columns.strategyEquity[i][row] = sleeveLedgers[i].equityAsDouble();
    }
    commission = 0;
    spread = 0;
    slippage = 0;
    traded = 0;
  }

  private TradingEngine running() {
    TradingEngine running = engine;
    if (running == null) {
      throw new IllegalStateException("a recorder must watch an engine before it runs");
    }
    return running;
  }

  BacktestResult result(String name) {
    columns.trim();
    List<SleeveResult> results = new ArrayList<>();
    for (int i = 0; i < sleeveLedgers.length; i++) {
      Sleeve sleeve = sleeves.get(i);
      results.add(
          new SleeveResult(
              sleeve.name(), sleeve.cash(), columns.strategyEquity[i], sleeveLedgers[i]));
    }
    return new BacktestResult(
        name, columns, executions, interventions, notes, activities, results, running());
  }
}
