package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * A symbol's correlation with a reference once all other symbols are accounted for: {@code -p_ij /
 * sqrt(p_ii p_jj)} with {@code p} the inverse of the correlation matrix plus {@code ridge} on its
 * diagonal.
 *
 * <p>Within -1 to 1; 1 for the reference itself. Warm-up {@code period}. Who takes part and how
 * gaps are bridged is as in {@link RollingCorrelationMatrix}; the reference takes part even if it
 * may not be traded. {@code NaN} for all where it does not, or where the matrix is singular:
 * without a ridge there must be more returns than symbols.
 *
 * @param reference a column of the slices
 * @param period the window, in returns, at least 2
 * @param ridge what is added to the diagonal, at least 0
 */
public record PartialCorrelation(Symbol reference, int period, double ridge) implements Factor {

  /**
   * Creates a partial correlation.
   *
   * @throws IllegalArgumentException if the period is below 2 or the ridge is negative or not
   *     finite
   */
  public PartialCorrelation {
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
    CorrelationMatrix.checkRidge(ridge);
  }

  @Override
  public List<String> names() {
    String window = ridge > 0 ? period + "x" + FeatureName.text(ridge) : Integer.toString(period);
    return List.of(
        FeatureName.of("cross", "partial-correlation", window, PairedReturns.label(reference))
            .toString());
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
    int column = symbols.require(reference);
    return new WindowKernel(
        new ReturnWindow(period, universe, symbols, column),
        2,
        (window, scores) -> {
          double[][] partial = CorrelationMatrix.partial(window.correlations(), ridge);
          for (int j = 0; j < partial.length; j++) {
            if (window.column(j) == column) {
              System.arraycopy(partial[j], 0, scores[0], 0, partial.length);
            }
          }
        });
  }
}
