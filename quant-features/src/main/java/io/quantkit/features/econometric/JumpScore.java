package io.quantkit.features.econometric;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.MeasuredKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.RecomputedWindow;
import java.util.List;

/**
 * {@link Jumps#leeMykland}: the last logarithmic return over the local volatility by bipower
 * variation of those before it, and the p-value that it is no jump, within [0, 1], when {@code
 * period} returns are tested in all.
 *
 * <p>The score is normal without jumps and drift. Warm-up {@code period}; {@code NaN} if prices did
 * not move before. A step costs {@code O(period)}. Source: S. Lee and P. Mykland, Review of
 * Financial Studies 21, 2008.
 *
 * @param period the window, in returns, at least 4
 * @param input what is measured
 */
public record JumpScore(int period, Input input) implements Indicator {

  private static void apply(double[] cells, int from, int to, double[] out) {
    out[0] = Jumps.leeMykland(cells, from, to);
    out[1] = Jumps.leeMyklandTail(out[0], to - from);
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public JumpScore {
    Parameters.atLeast("period", period, 4);
  }

  /** Creates a score of closes. */
  public JumpScore(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "jump-score", Measured.LOG_RETURNS, input, Integer.toString(period), "score", "p");
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
        Measured.LOG_RETURNS, new RecomputedWindow(period, () -> JumpScore::apply), 2);
  }
}
