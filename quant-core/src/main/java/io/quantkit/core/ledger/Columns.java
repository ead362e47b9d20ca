package io.quantkit.core.ledger;

import io.quantkit.core.market.Symbols;
import java.util.Arrays;

/** Where the holdings of a ledger are among the symbols of one feed's slices; looked up once. */
final class Columns {
  private static final int UNKNOWN = -2;

  private final Symbols symbols;
  private int[] columns = new int[0];

  Columns(Symbols symbols) {
    this.symbols = symbols;
  }

  /** Returns whether this is about these very symbols, not merely equal ones: it is fast. */
  @SuppressWarnings("ReferenceEquality")
  boolean of(Symbols others) {
    return symbols == others;
  }

  /** Returns the column of a holding, or -1 if it has none. */
  int of(Holding holding) {
    if (holding.index < columns.length) {
      int column = columns[holding.index];
      if (column != UNKNOWN) {
        return column;
      }
    }
    return lookUp(holding);
  }

  private int lookUp(Holding holding) {
    int length = columns.length;
    if (holding.index >= length) {
      columns = Arrays.copyOf(columns, Math.max(16, 2 * holding.index));
      Arrays.fill(columns, length, columns.length, UNKNOWN);
    }
    int column = symbols.indexOf(holding.symbol);
    columns[holding.index] = column;
    return column;
  }
}
