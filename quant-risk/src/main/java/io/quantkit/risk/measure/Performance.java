package io.quantkit.risk.measure;

import io.quantkit.core.math.CompensatedSum;
import io.quantkit.core.math.Moments;
import java.util.Arrays;

/**
 * Reward, and reward for risk. Every measure is {@code NaN} where it is not defined: of too few
 * returns, or where it would divide by zero.
 */
public final class Performance {

  private Performance() {}

  /** Returns the return over all periods, {@code prod(1 + r) - 1}; 0 of no returns. */
  public static double totalReturn(double[] returns) {
    double wealth = 1;
    for (double r : ReturnSample.require(returns)) {
      wealth *= 1 + r;
    }
    return wealth - 1;
  }

  /**
   * Returns the geometric return per year, {@code prod(1 + r)^(periodsPerYear / n) - 1}; -1 once
   * everything is lost.
   *
   * @param periodsPerYear how many returns make a year, such as {@code Timeframe.barsPerYear}
   */
  public static double annualReturn(double[] returns, double periodsPerYear) {
    ReturnSample.requirePeriods(periodsPerYear);
    double wealth = 1 + totalReturn(returns);
    return returns.length == 0
        ? Double.NaN
        : StrictMath.pow(wealth, periodsPerYear / returns.length) - 1;
  }

  /** Returns the sample standard deviation (ddof 1) times {@code sqrt(periodsPerYear)}. */
  public static double annualVolatility(double[] returns, double periodsPerYear) {
    ReturnSample.requirePeriods(periodsPerYear);
    return Moments.standardDeviation(ReturnSample.require(returns), 1) * Math.sqrt(periodsPerYear);
  }

  /**
   * Returns the Sharpe ratio, {@code mean(r - rf) / sd(r - rf) * sqrt(periodsPerYear)} with the
   * sample standard deviation (W. F. Sharpe, The Sharpe ratio, Journal of Portfolio Management 21,
   * 1994).
   *
   * @param riskFree the risk-free return per period, not per year
   */
  public static double sharpe(double[] returns, double riskFree, double periodsPerYear) {
    ReturnSample.requirePeriods(periodsPerYear);
    double[] excess = minus(ReturnSample.require(returns), riskFree);
    return divide(Moments.mean(excess), Moments.standardDeviation(excess, 1))
        * Math.sqrt(periodsPerYear);
  }

  /**
   * Returns the downside deviation per year, {@code sqrt(mean(min(r - required, 0)^2) *
   * periodsPerYear)}, the mean being over all returns.
   *
   * @param required the return per period below which a return counts as a loss
   */
  public static double downsideDeviation(double[] returns, double required, double periodsPerYear) {
    ReturnSample.requirePeriods(periodsPerYear);
    CompensatedSum squares = new CompensatedSum();
    for (double r : ReturnSample.require(returns)) {
      double shortfall = Math.min(r - required, 0);
      squares.add(shortfall * shortfall);
    }
    return Math.sqrt(squares.value() / returns.length) * Math.sqrt(periodsPerYear);
  }

  /**
   * Returns the Sortino ratio, {@code mean(r - required) * periodsPerYear / downsideDeviation} (F.
   * A. Sortino and L. N. Price, Performance measurement in a downside risk framework, Journal of
   * Investing 3, 1994).
   *
   * @param required the return per period below which a return counts as a loss
   */
  public static double sortino(double[] returns, double required, double periodsPerYear) {
    double mean = Moments.mean(minus(ReturnSample.require(returns), required));
    return divide(mean * periodsPerYear, downsideDeviation(returns, required, periodsPerYear));
  }

  /** Returns the Calmar ratio: the annual return over the size of the largest drawdown. */
  public static double calmar(double[] returns, double periodsPerYear) {
    return divide(annualReturn(returns, periodsPerYear), -Drawdowns.maximum(returns));
  }

  /**
   * Returns the omega ratio: the sum of what returns exceed a threshold by over the sum of what
   * they fall short of it by.
   *
   * @param threshold per period
   */
  public static double omega(double[] returns, double threshold) {
    CompensatedSum above = new CompensatedSum();
    CompensatedSum below = new CompensatedSum();
    for (double r : ReturnSample.require(returns)) {
      (r > threshold ? above : below).add(Math.abs(r - threshold));
    }
    return divide(above.value(), below.value());
  }

  /** Returns the share of returns above 0, those of exactly 0 counting as not. */
  public static double winRate(double[] returns) {
    int wins = 0;
    for (double r : ReturnSample.require(returns)) {
      wins += r > 0 ? 1 : 0;
    }
    return returns.length == 0 ? Double.NaN : (double) wins / returns.length;
  }

  /** Returns the sum of the positive returns over the size of the sum of the negative ones. */
  public static double profitFactor(double[] returns) {
    return omega(returns, 0);
  }

  /** Returns the regression slope of the returns on the benchmark's, {@code cov(r, b) / var(b)}. */
  public static double beta(double[] returns, double[] benchmark) {
    ReturnSample.requireSameLength(returns, benchmark);
    double[] r = deviations(ReturnSample.require(returns));
    double[] b = deviations(ReturnSample.require(benchmark));
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < r.length; i++) {
      covariance += r[i] * b[i];
      variance += b[i] * b[i];
    }
    return returns.length < 2 ? Double.NaN : divide(covariance, variance);
  }

  /**
   * Returns Jensen's alpha per year, {@code (1 + a)^periodsPerYear - 1} with {@code a = mean(r -
   * rf) - beta mean(b - rf)} per period.
   *
   * @param riskFree the risk-free return per period
   */
  public static double alpha(
      double[] returns, double[] benchmark, double riskFree, double periodsPerYear) {
    ReturnSample.requirePeriods(periodsPerYear);
    double perPeriod =
        Moments.mean(minus(returns, riskFree))
            - beta(returns, benchmark) * Moments.mean(minus(benchmark, riskFree));
    return StrictMath.pow(1 + perPeriod, periodsPerYear) - 1;
  }

  /** Returns the annual volatility of the difference to the benchmark. */
  public static double trackingError(double[] returns, double[] benchmark, double periodsPerYear) {
    return Moments.standardDeviation(active(returns, benchmark), 1)
        * Math.sqrt(ReturnSample.requirePeriods(periodsPerYear));
  }

  /** Returns the mean difference to the benchmark per year over the tracking error. */
  public static double informationRatio(
      double[] returns, double[] benchmark, double periodsPerYear) {
    return divide(
        Moments.mean(active(returns, benchmark)) * periodsPerYear,
        trackingError(returns, benchmark, periodsPerYear));
  }

  /**
   * Returns the Sharpe ratio of each window of returns, with a risk-free return of 0.
   *
   * <p>One pass: sums of deviations from a recent mean slide along, and start afresh once per
   * window so that rounding does not build up.
   *
   * @param window at least 2
   * @return one number per return, {@code NaN} for the first {@code window - 1} and where all
   *     returns of a window are equal
   */
  public static double[] rollingSharpe(double[] returns, int window, double periodsPerYear) {
    if (window < 2) {
      throw new IllegalArgumentException("window must be at least 2, was " + window);
    }
    double scale = Math.sqrt(ReturnSample.requirePeriods(periodsPerYear));
    ReturnSample.require(returns);
    double[] out = new double[returns.length];
    Arrays.fill(out, 0, Math.min(window - 1, out.length), Double.NaN);
    int equal = 0;
    double base = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < out.length; i++) {
      equal = i > 0 && returns[i] == returns[i - 1] ? equal + 1 : 1;
      if (i < window - 1) {
        continue;
      }
      if ((i + 1) % window == 0) {
        double[] last = Arrays.copyOfRange(returns, i - window + 1, i + 1);
        base = Moments.mean(last);
        sum = 0;
        squares = 0;
        for (double each : last) {
          sum += each - base;
          squares += (each - base) * (each - base);
        }
      } else {
        double in = returns[i] - base;
        double gone = returns[i - window] - base;
        sum += in - gone;
        squares += in * in - gone * gone;
      }
      double variance = (squares - sum * sum / window) / (window - 1);
      out[i] =
          equal < window && variance > 0
              ? (base + sum / window) / Math.sqrt(variance) * scale
              : Double.NaN;
    }
    return out;
  }

  private static double[] active(double[] returns, double[] benchmark) {
    ReturnSample.requireSameLength(returns, benchmark);
    ReturnSample.require(returns);
    ReturnSample.require(benchmark);
    double[] active = new double[returns.length];
    for (int i = 0; i < active.length; i++) {
      active[i] = returns[i] - benchmark[i];
    }
    return active;
  }

  /** Returns the values less their mean; exact zeros if all of them are equal. */
  private static double[] deviations(double[] values) {
    double[] shifted = minus(values, values.length == 0 ? 0 : values[0]);
    return minus(shifted, Moments.mean(shifted));
  }

  private static double[] minus(double[] values, double constant) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i] - constant;
    }
    return out;
  }

  static double divide(double numerator, double denominator) {
    return denominator == 0 ? Double.NaN : numerator / denominator;
  }
}
