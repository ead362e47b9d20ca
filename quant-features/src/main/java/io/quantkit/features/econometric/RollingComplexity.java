package io.quantkit.features.econometric;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.MeasuredKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.RecomputedWindow;
import io.quantkit.features.kernel.WindowFunction;
import java.util.List;

/**
 * {@link Entropies#lempelZiv} complexity and {@link Entropies#kontoyiannis} entropy rate of the ups
 * and downs in a rolling window: whether each simple return is above zero.
 *
 * <p>Both about 1 for coin tosses and lower for ups and downs that follow a pattern, the second in
 * bits per bar. Warm-up {@code period}. A step costs {@code O(period^2)}. Source: A. Lempel and J.
 * Ziv, IEEE Transactions on Information Theory 22, 1976; I. Kontoyiannis, P. Algoet, Y. Suhov and
 * A. Wyner, same journal 44, 1998.
 *
 * @param period the window, in returns, at least 8
 * @param input what is measured
 */
public record RollingComplexity(int period, Input input) implements Indicator {

  private static final class Window implements WindowFunction {
    private final int[] symbols;

    Window(int[] symbols) {
      this.symbols = symbols;
    }

    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      int n = to - from;
      for (int i = 0; i < n; i++) {
        symbols[i] = cells[from + i] > 0 ? 1 : 0;
      }
      out[0] = Entropies.words(symbols, n) * StrictMath.log(n) / StrictMath.log(2) / n;
      out[1] = Entropies.kontoyiannis(symbols, n);
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RollingComplexity {
    Parameters.atLeast("period", period, 8);
  }

  /** Creates complexities of closes. */
  public RollingComplexity(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "complexity",
        Measured.RETURNS,
        input,
        Integer.toString(period),
        "lempel-ziv",
        "kontoyiannis");
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new MeasuredKernel(
        Measured.RETURNS, new RecomputedWindow(period, () -> new Window(new int[period])), 2);
  }
}
