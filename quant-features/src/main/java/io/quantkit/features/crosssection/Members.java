package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which symbols of a slice are compared with each other, and their sectors. */
final class Members {
  private final Universe universe;
  private final Symbols symbols;
  private final Map<String, Integer> sectors = new LinkedHashMap<>();

  Members(Universe universe, Symbols symbols) {
    this.universe = universe;
    this.symbols = symbols;
  }

  /** Returns whether a symbol has a bar and may be traded. */
  boolean has(BarSlice bars, int symbol) {
    return bars.has(symbol) && universe.tradeable(symbols.get(symbol), bars.knownAt());
  }

  /** Replaces what is not finite and the scores of those that are not compared by {@code NaN}. */
  void mask(BarSlice bars, double[][] scores) {
    for (int s = 0; s < symbols.size(); s++) {
      boolean member = has(bars, s);
      for (double[] one : scores) {
        one[s] = member && Double.isFinite(one[s]) ? one[s] : Double.NaN;
      }
    }
  }

  /** Writes the numbers of the symbols' sectors, -1 for a symbol that is not of the universe. */
  void sectors(BarSlice bars, int[] groups) {
    for (int s = 0; s < symbols.size(); s++) {
      groups[s] =
          universe.contains(symbols.get(s))
              ? sectors.computeIfAbsent(
                  universe.sector(symbols.get(s), bars.knownAt()), sector -> sectors.size())
              : -1;
    }
  }
}
