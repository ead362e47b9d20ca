package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.SlidingCovariance;
import java.util.List;

/**
 * The standard error of the regression of a symbol's simple returns on the benchmark's over the
 * last {@code period} returns: {@code sqrt(sum(residual^2) / (period - 2))}, the volatility that
 * the benchmark does not explain.
 *
 * <p>A fraction per bar, at least 0; about 0 for the benchmark itself. Warm-up {@code period}. Gaps
 * are treated as by {@link Beta}. {@code NaN} where either has no bar or the benchmark did not
 * vary.
 *
 * @param benchmark a column of the slices; need not be tradeable
 * @param period the window, in returns, at least 3
 */
public record IdiosyncraticVolatility(Symbol benchmark, int period) implements Factor {

  /**
   * Creates a volatility.
   *
   * @throws IllegalArgumentException if the period is below 3
   */
  public IdiosyncraticVolatility {
    if (period < 3) {
      throw new IllegalArgumentException("period must be at least 3, was " + period);
    }
  }

  @Override
  public List<String> names() {
    return List.of(
        FeatureName.of("cross", "idio-volatility", period, PairedReturns.label(benchmark))
            .toString());
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
        PairedReturns.window(period, this::residual));
  }

  private double residual(SlidingCovariance window) {
    double variance = window.squaresX();
    if (!(variance > 0)) {
      return Double.NaN;
    }
    double explained = window.products() * (window.products() / variance);
    return Math.sqrt(Math.max(0, window.squaresY() - explained) / (period - 2));
  }
}
