package io.quantkit.backtest.market;

/** Is told of every execution of a simulated market, before the engine is. */
@FunctionalInterface
public interface ExecutionListener {

  /** Does not listen. */
  ExecutionListener NONE = execution -> {};

  /** Receives the next execution. */
  void onExecution(Execution execution);
}
