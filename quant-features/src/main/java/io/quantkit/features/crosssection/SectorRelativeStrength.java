package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * {@link RelativeStrength} against the fund of the symbol's sector.
 *
 * <p>The sector is that of the universe at the moment; a symbol that changes its sector starts
 * again. {@code NaN} for a symbol whose sector has no fund.
 *
 * @param funds columns of the slices; need not be tradeable
 * @param period how many bars back, at least 1
 */
public record SectorRelativeStrength(SectorFunds funds, int period) implements Factor {

  /**
   * Creates a relative strength.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public SectorRelativeStrength {
    RelativeStrength.check(period);
  }

  @Override
  public List<String> names() {
    return List.of(
        FeatureName.of("cross", "sector-relative-strength", period, funds.label()).toString());
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
    return new RelativeStrength.Ratios(
        Counterpart.funds(funds, universe, symbols), period, symbols.size());
  }
}
