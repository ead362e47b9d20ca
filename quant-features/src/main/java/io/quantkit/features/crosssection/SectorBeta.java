package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * {@link Beta} against the fund of the symbol's sector.
 *
 * <p>The sector is that of the universe at the moment; a symbol that changes its sector starts
 * again. {@code NaN} for a symbol whose sector has no fund.
 *
 * @param funds columns of the slices; need not be tradeable
 * @param period the window, in returns, at least 2
 */
public record SectorBeta(SectorFunds funds, int period) implements Factor {

  /**
   * Creates a beta.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public SectorBeta {
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
  }

  @Override
  public List<String> names() {
    return List.of(FeatureName.of("cross", "sector-beta", period, funds.label()).toString());
  }

  @Override
  public int warmup() {
    return period;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a fund is not among the symbols
   */
  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    return new PairedReturns(
        Counterpart.funds(funds, universe, symbols),
        symbols.size(),
        PairedReturns.window(period, Beta::slope));
  }
}
