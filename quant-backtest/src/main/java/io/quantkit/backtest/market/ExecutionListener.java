package io.quantkit.backtest.market;

/** Is told of every execution of a simulated market, before the engine is. */
@FunctionalInterface
public interface ExecutionListener {

  /** Receives the next execution. */
  void onExecution(Execution execution);
}
