package io.quantkit.backtest.report;

import io.quantkit.risk.measure.Drawdowns;
import io.quantkit.risk.measure.Performance;
import io.quantkit.risk.measure.TailRisk;
import java.util.Arrays;

/**
 * Measures laid along the times of a chart. They are those of {@code io.quantkit.risk.measure},
 * which knows no missing numbers; what has no value because equity is missing, or was lost
 * entirely, is {@code NaN} here.
 */
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

  /** Returns the drawdown at each time: 0 at the first equity, across gaps from its last. */
  static double[] drawdown(double[] equity) {
    double[] out = new double[equity.length];
    Arrays.fill(out, Double.NaN);
    double[] returns = returns(Derived.finite(equity));
    if (!measurable(returns)) {
      return out;
    }
    double[] depths = Drawdowns.underwater(returns);
    int seen = 0;
    for (int t = 0; t < equity.length; t++) {
      if (Double.isFinite(equity[t])) {
        out[t] = seen == 0 ? 0 : depths[seen - 1];
        seen++;
      }
    }
    return out;
  }

  /** Returns the rolling Sharpe ratio, which starts anew after a missing return. */
  static double[] rollingSharpe(double[] returns, int window, double periodsPerYear) {
    double[] out = new double[returns.length];
    Arrays.fill(out, Double.NaN);
    int start = 0;
    for (int t = 0; t <= returns.length; t++) {
      if (t == returns.length || !measurable(returns[t])) {
        double[] run = Arrays.copyOfRange(returns, start, t);
        double[] ratios = Performance.rollingSharpe(run, window, periodsPerYear);
        System.arraycopy(ratios, 0, out, start, ratios.length);
        start = t + 1;
      }
    }
    return out;
  }

  /** Returns the value at risk, a return, of finite returns. */
  static double valueAtRisk(double[] returns, double tail) {
    return measurable(returns) && returns.length > 0
        ? TailRisk.valueAtRisk(returns, tail, TailRisk.Convention.INTERPOLATED)
        : Double.NaN;
  }

  /** Returns the expected shortfall, a return, of finite returns. */
  static double expectedShortfall(double[] returns, double tail) {
    return measurable(returns) && returns.length > 0
        ? TailRisk.expectedShortfall(returns, tail, TailRisk.Convention.INTERPOLATED)
        : Double.NaN;
  }

  /** Returns whether every return is finite and loses no more than everything. */
  static boolean measurable(double[] returns) {
    return Arrays.stream(returns).allMatch(ChartSeries::measurable);
  }

  private static boolean measurable(double value) {
    return Double.isFinite(value) && value >= -1;
  }
}
