package io.quantkit.backtest.market;

import io.quantkit.backtest.cost.Costs;
import io.quantkit.core.market.Symbols;
import java.util.Arrays;

/** Where the books of a market are in the columns of bars, and what executions cost there. */
final class Columns {
  final Symbols symbols;
  final Costs costs;
  private final int[] columns;

  /**
   * Creates the columns.
   *
   * @param universe the symbols of the books, in their order
   */
  Columns(Symbols symbols, Symbols universe, Costs costs) {
    this.symbols = symbols;
    this.costs = costs;
    this.columns = new int[universe.size()];
    Arrays.fill(columns, -1);
    for (int c = 0; c < symbols.size(); c++) {
      int book = universe.indexOf(symbols.get(c));
      if (book >= 0) {
        columns[book] = c;
      }
    }
  }

  /** Returns the column of a book, -1 if it has none. */
  int of(SymbolBook book) {
    return of(book.index);
  }

  /** Returns the column of the book with an index, -1 if it has none. */
  int of(int book) {
    return columns[book];
  }
}
