package io.quantkit.backtest.vector;

/** How often what happened in a run. */
final class Counts {
  long orders;
  long refused;
  long filled;
  long closed;
}
