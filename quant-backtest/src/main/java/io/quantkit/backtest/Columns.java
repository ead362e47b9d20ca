package io.quantkit.backtest;

import java.util.Arrays;

/** What a run is like at each recorded moment, column by column; grows as it is written. */
final class Columns {
  long[] times;
  double[] equity;
  double[] cash;
  double[] gross;
  double[] net;
  int[] positions;
  double[] turnover;
  double[] commission;
  double[] spread;
  double[] slippage;
  final double[][] strategyEquity;
  int rows;

  /**
   * Creates empty columns.
   *
   * @param capacity how many rows are expected
   * @param strategies how many strategies have books of their own
   */
  Columns(int capacity, int strategies) {
    times = new long[capacity];
    equity = new double[capacity];
    cash = new double[capacity];
    gross = new double[capacity];
    net = new double[capacity];
    positions = new int[capacity];
    turnover = new double[capacity];
    commission = new double[capacity];
    spread = new double[capacity];
    slippage = new double[capacity];
    strategyEquity = new double[strategies][capacity];
  }

  /** Begins another row and returns its number. */
  int add() {
    if (rows == times.length) {
      resize(Math.max(64, Math.addExact(rows, rows / 2)));
    }
    return rows++;
  }

  /** Gives back the room that was not needed. */
  void trim() {
    if (rows < times.length) {
      resize(rows);
    }
  }

  private void resize(int capacity) {
    times = Arrays.copyOf(times, capacity);
    equity = Arrays.copyOf(equity, capacity);
    cash = Arrays.copyOf(cash, capacity);
    gross = Arrays.copyOf(gross, capacity);
    net = Arrays.copyOf(net, capacity);
    positions = Arrays.copyOf(positions, capacity);
    turnover = Arrays.copyOf(turnover, capacity);
    commission = Arrays.copyOf(commission, capacity);
    spread = Arrays.copyOf(spread, capacity);
    slippage = Arrays.copyOf(slippage, capacity);
    for (int i = 0; i < strategyEquity.length; i++) {
      strategyEquity[i] = Arrays.copyOf(strategyEquity[i], capacity);
    }
  }
}
