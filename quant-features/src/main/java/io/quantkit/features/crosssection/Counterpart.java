package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;
import java.util.Map;

/** What a symbol is measured against at a moment. */
@FunctionalInterface
interface Counterpart {

  /** Returns the column, -1 if there is none. */
  int column(BarSlice bars, int symbol);

  /** Returns one column for all. */
  static Counterpart symbol(Symbol benchmark, Symbols symbols) {
    int column = symbols.require(benchmark);
    return (bars, symbol) -> column;
  }

  /** Returns the column of the fund of the symbol's sector. */
  static Counterpart funds(SectorFunds funds, Universe universe, Symbols symbols) {
    Map<String, Integer> positions = funds.positions(symbols);
    return (bars, s) ->
        universe.contains(symbols.get(s))
            ? positions.getOrDefault(universe.sector(symbols.get(s), bars.knownAt()), -1)
            : -1;
  }
}
