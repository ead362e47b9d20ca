package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import java.util.Arrays;
import java.util.List;

/**
 * How closely the market moves together, from the eigenvalues of its correlation matrix: the share
 * of variance that the largest {@code components} explain (the absorption ratio), the share of the
 * first alone, and the first divided by the second.
 *
 * <p>The shares are within 0 to 1, the quotient at least 1 and {@code NaN} if the second eigenvalue
 * is nothing. Numbers of the market, the same for each symbol that takes part by the rules of
 * {@link RollingCorrelationMatrix}. Warm-up {@code period}. M. Kritzman, Y. Li, S. Page, R.
 * Rigobon, "Principal Components as a Measure of Systemic Risk", Journal of Portfolio Management
 * 37, 2011, who take a fifth of the number of symbols, and covariances weighted by age, where this
 * takes correlations.
 *
 * @param components how many are added up, at least 1
 * @param period the window, in returns, at least 2
 */
public record EigenvalueRatios(int components, int period) implements Factor {

  /**
   * Creates ratios.
   *
   * @throws IllegalArgumentException if components are below 1 or the period is below 2
   */
  public EigenvalueRatios {
    Components.check(components, period);
  }

  @Override
  public List<String> names() {
    String window = components + "x" + period;
    return List.of(
        FeatureName.of("cross", "eigenvalues", window, "absorption").toString(),
        FeatureName.of("cross", "eigenvalues", window, "first").toString(),
        FeatureName.of("cross", "eigenvalues", window, "ratio").toString());
  }

  @Override
  public int warmup() {
    return period;
  }

  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    return new WindowKernel(
        new ReturnWindow(period, universe, symbols, -1),
        2,
        (window, scores) -> {
          Components found = Components.of(window, Math.max(2, components));
          double sum = 0;
          for (int k = 0; k < Math.min(components, found.count()); k++) {
            sum += found.value(k);
          }
          Arrays.fill(scores[0], Math.min(1, sum / window.size()));
          Arrays.fill(scores[1], Math.min(1, found.value(0) / window.size()));
          Arrays.fill(scores[2], found.count() > 1 ? found.value(0) / found.value(1) : Double.NaN);
        });
  }
}
