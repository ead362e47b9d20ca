package io.quantkit.features.check;

import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Factor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs factors over panels; a row of the result is an output of a symbol. */
final class FactorRuns {
  private FactorRuns() {}

  /** Returns the scores by output * symbols + symbol, and row. */
  static double[][] over(Factor factor, Universe universe, Panel panel, boolean live) {
    Symbols symbols = panel.symbols();
    int outputs = factor.names().size();
    double[][] all = new double[outputs * symbols.size()][panel.rows()];
    double[][] out = new double[outputs][symbols.size()];
    Factor.Kernel kernel = factor.start(universe, symbols);
    for (int t = 0; t < panel.rows(); t++) {
      for (double[] one : out) {
        Arrays.fill(one, -123.456);
      }
      kernel.update(live ? delivered(panel, t) : panel.row(t), out);
      for (int o = 0; o < outputs; o++) {
        for (int s = 0; s < symbols.size(); s++) {
          all[o * symbols.size() + s][t] = out[o][s];
        }
      }
    }
    return all;
  }

  /** Returns a row as a live feed would deliver it, bar by bar. */
  private static BarSlice delivered(Panel panel, int row) {
    Map<Symbol, Bar> bars = new LinkedHashMap<>();
    BarSlice slice = panel.row(row);
    for (Symbol symbol : panel.symbols()) {
      slice.bar(symbol).ifPresent(bar -> bars.put(symbol, bar));
    }
    return BarSlice.of(panel.symbols(), bars);
  }
}
