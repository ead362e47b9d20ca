package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import io.quantkit.features.econometric.VectorAutoregression;
import io.quantkit.features.kernel.Parameters;
import java.util.Arrays;
import java.util.List;

/**
 * How much of the uncertainty about a symbol's next returns comes from the others, and how much it
 * gives to them: Diebold and Yilmaz's spillovers, from the generalized decomposition of forecast
 * errors of a vector autoregression of returns over the window.
 *
 * <p>Outputs, in order: what the symbol gives to others, the sum of its shares in their forecast
 * errors, at least 0; what it takes from others, their shares in its own, within 0 to 1; what it
 * gives beyond what it takes; and the total, the mean of what symbols take, the same for all.
 *
 * <p>Warm-up {@code period}; {@code NaN} for symbols that do not take part by the rules of {@link
 * RollingCorrelationMatrix}, and for all if there is one only, or so many that the window does not
 * determine the autoregression: it needs more than {@code lags + 1 + lags n} returns of {@code n}
 * symbols, and several times as many to mean something. A row costs O(n (lags n)^2 period + n^3
 * horizon). {@link VectorAutoregression#spillovers}; F. Diebold and K. Yilmaz, "Better to give than
 * to receive", International Journal of Forecasting 28, 2012, who take volatilities.
 *
 * @param lags of the autoregression, at least 1
 * @param horizon how many steps ahead forecasts are, at least 1; 10 is usual
 * @param period the window, in returns, at least {@code 3 lags + 3}
 */
public record Spillovers(int lags, int horizon, int period) implements Factor {

  /**
   * Creates spillovers.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Spillovers {
    Parameters.atLeast("lags", lags, 1);
    Parameters.atLeast("horizon", horizon, 1);
    Parameters.atLeast("period", period, 3 * lags + 3);
  }

  @Override
  public List<String> names() {
    String window = lags + "x" + horizon + "x" + period;
    return List.of(
        FeatureName.of("cross", "spillover", window, "to").toString(),
        FeatureName.of("cross", "spillover", window, "from").toString(),
        FeatureName.of("cross", "spillover", window, "net").toString(),
        FeatureName.of("cross", "spillover", window, "total").toString());
  }

  @Override
  public int warmup() {
    return period;
  }

  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    return new WindowKernel(new ReturnWindow(period, universe, symbols, -1), 2, this::spill);
  }

  private void spill(ReturnWindow window, double[][] scores) {
    int n = window.size();
    if (period <= lags + 1 + (long) lags * n) {
      return;
    }
    double[][] table = VectorAutoregression.fit(window.standardized(), lags).spillovers(horizon);
    double total = 0;
    for (int i = 0; i < n; i++) {
      double to = 0;
      double from = 0;
      for (int j = 0; j < n; j++) {
        to += j == i ? 0 : table[j][i];
        from += j == i ? 0 : table[i][j];
      }
      scores[0][i] = to;
      scores[1][i] = Math.min(1, from);
      scores[2][i] = to - from;
      total += from / n;
    }
    Arrays.fill(scores[3], total);
  }
}
