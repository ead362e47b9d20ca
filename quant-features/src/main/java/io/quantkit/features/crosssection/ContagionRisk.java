package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import java.util.Arrays;
import java.util.List;

/**
 * How much of the market falls with a symbol when it falls hard: the mean share of the other
 * symbols whose returns are in their own lower tails, over the rows in which the symbol's is.
 *
 * <p>Within 0 to 1; about {@code tail} if symbols are independent, 1 if all fall together. The tail
 * of a symbol are the returns not above its {@code m}-th smallest of the window, with {@code m =
 * max(1, floor(tail period))}. Warm-up {@code period}; {@code NaN} for symbols that do not take
 * part by the rules of {@link RollingCorrelationMatrix}, and for all if there is one only. After
 * the co-exceedances of K.-H. Bae, G. A. Karolyi, R. M. Stulz, "A New Approach to Measuring
 * Financial Contagion", Review of Financial Studies 16, 2003.
 *
 * @param tail the share of returns that are in the tail, within 0 to 1 exclusive
 * @param period the window, in returns, at least 2
 */
public record ContagionRisk(double tail, int period) implements Factor {

  /**
   * Creates a risk score.
   *
   * @throws IllegalArgumentException if the tail is not within 0 to 1 or the period is below 2
   */
  public ContagionRisk {
    if (!(tail > 0 && tail < 1)) {
      throw new IllegalArgumentException("tail must be within 0 to 1 exclusive, was " + tail);
    }
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
  }

  @Override
  public List<String> names() {
    String window = FeatureName.text(tail) + "x" + period;
    return List.of(FeatureName.of("cross", "contagion", window, "coexceedance").toString());
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
        (window, scores) -> score(window, scores[0]));
  }

  private void score(ReturnWindow window, double[] out) {
    int n = window.size();
    int last = Math.max(1, (int) Math.floor(tail * period + 1e-9)) - 1;
    boolean[][] down = new boolean[n][period];
    int[] breadth = new int[period];
    for (int i = 0; i < n; i++) {
      double[] returns = window.deviations(i);
      double[] sorted = returns.clone();
      Arrays.sort(sorted);
      for (int t = 0; t < period; t++) {
        down[i][t] = returns[t] <= sorted[last];
        breadth[t] += down[i][t] ? 1 : 0;
      }
    }
    for (int i = 0; i < n; i++) {
      int rows = 0;
      int others = 0;
      for (int t = 0; t < period; t++) {
        rows += down[i][t] ? 1 : 0;
        others += down[i][t] ? breadth[t] - 1 : 0;
      }
      out[i] = (double) others / ((long) rows * (n - 1));
    }
  }
}
