package io.quantkit.backtest.vector;

/** A plan in one run. */
interface Decisions {

  /** Starts a plan for an account. */
  static Decisions of(Plan plan, Simulation account) {
    if (plan instanceof SignalPlan signals) {
      return signals.start(account);
    } else if (plan instanceof OrderPlan orders) {
      return orders.start(account);
    } else if (plan instanceof WeightPlan weights) {
      return weights.start(account);
    }
    throw new AssertionError("unknown plan " + plan);
  }

  /** Places the orders that are decided when a row is known. */
  void decide(int row);
}
