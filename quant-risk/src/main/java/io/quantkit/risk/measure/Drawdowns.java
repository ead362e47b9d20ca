package io.quantkit.risk.measure;

import java.util.ArrayList;
import java.util.List;

/** How far and how long wealth was below its peak. Wealth starts at 1, which is its first peak. */
public final class Drawdowns {

  private Drawdowns() {}

  /**
   * Returns how far wealth was below its peak at the end of each period: {@code wealth / max(wealth
   * so far) - 1}, at most 0.
   */
  public static double[] underwater(double[] returns) {
    ReturnSample.require(returns);
    double[] out = new double[returns.length];
    double wealth = 1;
    double peak = 1;
    for (int i = 0; i < out.length; i++) {
      wealth *= 1 + returns[i];
      peak = Math.max(peak, wealth);
      out[i] = wealth / peak - 1;
    }
    return out;
  }

  /** Returns the largest drawdown, at most 0; 0 of no returns. */
  public static double maximum(double[] returns) {
    double deepest = 0;
    for (double depth : underwater(returns)) {
      deepest = Math.min(deepest, depth);
    }
    return deepest;
  }

  /**
   * Returns the longest {@link Drawdown#length}, 0 if there is no drawdown; counts one that lasts.
   */
  public static int longest(double[] returns) {
    int longest = 0;
    for (Drawdown drawdown : list(returns)) {
      longest = Math.max(longest, drawdown.length());
    }
    return longest;
  }

  /** Returns every drawdown, oldest first. */
  public static List<Drawdown> list(double[] returns) {
    double[] depths = underwater(returns);
    List<Drawdown> list = new ArrayList<>();
    int peak = -1;
    int trough = -1;
    for (int i = 0; i < depths.length; i++) {
      if (depths[i] < 0) {
        trough = trough < 0 || depths[i] < depths[trough] ? i : trough;
      } else {
        if (trough >= 0) {
          list.add(new Drawdown(peak, trough, i, depths[trough], i - peak));
        }
        peak = i;
        trough = -1;
      }
    }
    if (trough >= 0) {
      list.add(new Drawdown(peak, trough, -1, depths[trough], depths.length - 1 - peak));
    }
    return list;
  }
}
