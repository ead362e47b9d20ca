package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.SlidingCovariance;
import java.util.List;

/**
 * The slope of a symbol's simple returns on the benchmark's over the last {@code period} returns:
 * {@code cov(r, m) / var(m)}.
 *
 * <p>Dimensionless; 1 for the benchmark itself. Warm-up {@code period}. Returns are taken between
 * rows in which both have a bar, so a missed row lengthens a return and loses none. {@code NaN}
 * where the symbol or the benchmark has no bar, or the benchmark did not vary.
 *
 * @param benchmark a column of the slices; need not be tradeable
 * @param period the window, in returns, at least 2
 */
public record Beta(Symbol benchmark, int period) implements Factor {

  /**
   * Creates a beta.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public Beta {
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
  }

  @Override
  public List<String> names() {
    return List.of(
        FeatureName.of("cross", "beta", period, PairedReturns.label(benchmark)).toString());
  }

  @Override
  public int warmup() {
    return period;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the benchmark is not among the symbols
   */
  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    return new PairedReturns(
        Counterpart.symbol(benchmark, symbols),
        symbols.size(),
        PairedReturns.window(period, Beta::slope));
  }

  static double slope(SlidingCovariance window) {
    double variance = window.squaresX();
    return variance > 0 ? window.products() / variance : Double.NaN;
  }
}
