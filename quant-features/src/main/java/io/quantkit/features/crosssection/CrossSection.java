package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Factor;
import java.util.List;

/** Runs a factor and rewrites each output by what its members' scores are among each other. */
final class CrossSection implements Factor.Kernel {

  /** Rewrites scores. */
  @FunctionalInterface
  interface Rewrite {

    /** Rewrites in place; {@code NaN} is no score and stays one. */
    void rewrite(double[] scores);
  }

  private final Universe universe;
  private final Symbols symbols;
  private final Factor.Kernel of;
  private final Rewrite rewrite;

  CrossSection(Factor of, Universe universe, Symbols symbols, Rewrite rewrite) {
    this.universe = universe;
    this.symbols = symbols;
    this.of = of.start(universe, symbols);
    this.rewrite = rewrite;
  }

  static List<String> names(String prefix, Factor of) {
    return of.names().stream().map(name -> prefix + name).toList();
  }

  @Override
  public void update(BarSlice bars, double[][] out) {
    of.update(bars, out);
    for (int s = 0; s < symbols.size(); s++) {
      boolean member = bars.has(s) && universe.tradeable(symbols.get(s), bars.knownAt());
      for (double[] scores : out) {
        scores[s] = member && Double.isFinite(scores[s]) ? scores[s] : Double.NaN;
      }
    }
    for (double[] scores : out) {
      rewrite.rewrite(scores);
    }
  }
}
