package io.quantkit.backtest.vector;

import java.util.Arrays;

/** What an account is like after each of some rows, in units of the image's money scale. */
final class AccountRows {
  final long[] equity;
  final long[] cash;
  final long[] fees;
  final long[] traded;
  final double[] spread;
  final double[] slippage;

  /** The row that is written first. */
  private int first;

  AccountRows(int rows) {
    equity = new long[rows];
    cash = new long[rows];
    fees = new long[rows];
    traded = new long[rows];
    spread = new double[rows];
    slippage = new double[rows];
  }

  /** Returns where a row of the panel is written. */
  int at(int row) {
    return row - first;
  }

  /** Begins again with another first row. */
  void restart(int newFirst) {
    first = newFirst;
    Arrays.fill(fees, 0);
    Arrays.fill(traded, 0);
    Arrays.fill(spread, 0);
    Arrays.fill(slippage, 0);
  }
}
