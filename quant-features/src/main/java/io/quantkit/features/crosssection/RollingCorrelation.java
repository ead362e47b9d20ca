package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.SlidingCovariance;
import java.util.List;

/**
 * Pearson's correlation of a symbol's simple returns with those of a reference, such as a
 * volatility index or funds of bonds, currencies or gold, over the last {@code period} returns.
 *
 * <p>Within -1 to 1; 1 for the reference itself. Warm-up {@code period}. Returns are taken between
 * rows in which both have a bar, so a missed row lengthens a return and loses none. {@code NaN}
 * where either has no bar or did not vary.
 *
 * @param reference a column of the slices; need not be tradeable
 * @param period the window, in returns, at least 2
 */
public record RollingCorrelation(Symbol reference, int period) implements Factor {

  /**
   * Creates a correlation.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public RollingCorrelation {
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
  }

  @Override
  public List<String> names() {
    return List.of(
        FeatureName.of("cross", "correlation", period, PairedReturns.label(reference)).toString());
  }

  @Override
  public int warmup() {
    return period;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the reference is not among the symbols
   */
  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    return new PairedReturns(
        Counterpart.symbol(reference, symbols),
        symbols.size(),
        PairedReturns.window(period, RollingCorrelation::correlation));
  }

  static double correlation(SlidingCovariance window) {
    double scale = Math.sqrt(window.squaresX()) * Math.sqrt(window.squaresY());
    return scale > 0 ? Math.max(-1, Math.min(1, window.products() / scale)) : Double.NaN;
  }
}
