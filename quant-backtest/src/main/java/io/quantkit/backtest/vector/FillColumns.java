package io.quantkit.backtest.vector;

import java.util.Arrays;

/** Executions by column, growing. */
final class FillColumns {
  int[] rows = new int[64];
  int[] symbols = new int[64];
  long[] lots = new long[64];
  long[] prices = new long[64];
  long[] fees = new long[64];
  int size;

  void add(int row, int symbol, long signedLots, long price, long fee) {
    if (size == rows.length) {
      int larger = Math.addExact(size, size >> 1);
      rows = Arrays.copyOf(rows, larger);
      symbols = Arrays.copyOf(symbols, larger);
      lots = Arrays.copyOf(lots, larger);
      prices = Arrays.copyOf(prices, larger);
      fees = Arrays.copyOf(fees, larger);
    }
    rows[size] = row;
    symbols[size] = symbol;
    lots[size] = signedLots;
    prices[size] = price;
    fees[size++] = fee;
  }
}
