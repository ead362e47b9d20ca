package io.quantkit.features.econometric;

/**
 * What a statistical test says.
 *
 * @param statistic the test's number, {@code NaN} if the sample does not determine it
 * @param pValue the probability, if the null hypothesis holds, of a statistic at least as extreme
 */
public record TestResult(double statistic, double pValue) {
  static final TestResult NONE = new TestResult(Double.NaN, Double.NaN);

  /** Returns whether the null hypothesis is rejected at a significance level such as 0.05. */
  public boolean rejects(double level) {
    return pValue < level;
  }
}
