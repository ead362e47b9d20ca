package io.quantkit.backtest.report;

import io.quantkit.core.math.Moments;
import io.quantkit.core.math.Quantiles;
import java.util.Arrays;

/** The series and tails that charts draw from equity and returns. {@code NaN} stays {@code NaN}. */
final class ChartSeries {
  private ChartSeries() {}

  /** Returns {@code equity[t + 1] / equity[t] - 1}. */
  static double[] returns(double[] equity) {
    double[] returns = new double[Math.max(0, equity.length - 1)];
    for (int t = 0; t < returns.length; t++) {
      returns[t] = equity[t + 1] / equity[t] - 1;
    }
    return returns;
  }

  /** Returns {@code equity[t] / max(equity[0..t]) - 1}; {@code NaN} where equity is. */
  static double[] drawdown(double[] equity) {
    double[] drawdown = new double[equity.length];
    double highest = Double.NaN;
    for (int t = 0; t < equity.length; t++) {
      if (!Double.isNaN(equity[t])) {
        highest = Double.isNaN(highest) ? equity[t] : Math.max(highest, equity[t]);
      }
      drawdown[t] = equity[t] / highest - 1;
    }
    return drawdown;
  }

  /**
   * Returns mean over standard deviation (ddof 1) of the last {@code window} returns, times the
   * root of the periods per year, against a rate of zero.
   *
   * <p>{@code NaN} for the first {@code window - 1}, where a return in the window is not finite,
   * and where all of them are equal. Sums of deviations from a recent mean slide along; they start
   * afresh every {@code window} returns so that rounding does not build up.
   */
  static double[] rollingSharpe(double[] returns, int window, double periodsPerYear) {
    double[] out = new double[returns.length];
    Arrays.fill(out, Double.NaN);
    double scale = Math.sqrt(periodsPerYear);
    int equal = 0;
    int finite = 0;
    double base = 0;
    double sum = 0;
    double squares = 0;
    int fresh = window;
    for (int t = 0; t < returns.length; t++) {
      equal = t > 0 && returns[t] == returns[t - 1] ? equal + 1 : 1;
      finite = Double.isFinite(returns[t]) ? finite + 1 : 0;
      if (finite < window) {
        fresh = window;
        continue;
      }
      if (fresh == window) {
        double[] last = Arrays.copyOfRange(returns, t - window + 1, t + 1);
        base = Moments.mean(last);
        sum = 0;
        squares = 0;
        for (double each : last) {
          sum += each - base;
          squares += (each - base) * (each - base);
        }
        fresh = 0;
      } else {
        double in = returns[t] - base;
        double gone = returns[t - window] - base;
        sum += in - gone;
        squares += in * in - gone * gone;
      }
      fresh++;
      double variance = (squares - sum * sum / window) / (window - 1);
      if (equal < window && variance > 0) {
        out[t] = (base + sum / window) / Math.sqrt(variance) * scale;
      }
    }
    return out;
  }

  /** Returns the loss, positive, at the {@code tail} quantile (type 7) of finite returns. */
  static double valueAtRisk(double[] returns, double tail) {
    return returns.length == 0 ? Double.NaN : -Quantiles.linear(returns, tail);
  }

  /** Returns the mean loss, positive, of the returns at or below the {@code tail} quantile. */
  static double expectedShortfall(double[] returns, double tail) {
    double limit = -valueAtRisk(returns, tail);
    double[] beyond = Arrays.stream(returns).filter(r -> r <= limit).toArray();
    return -Moments.mean(beyond);
  }
}
