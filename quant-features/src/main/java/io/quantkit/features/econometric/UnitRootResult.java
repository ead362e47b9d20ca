package io.quantkit.features.econometric;

/**
 * What a test of the null hypothesis of a unit root, or of no cointegration, says.
 *
 * @param statistic the t-statistic of the level; the more negative, the more stationary
 * @param pValue MacKinnon's approximate asymptotic p-value, 1994
 * @param lags how many lagged differences the regression had
 * @param observations how many rows the regression had
 * @param criticalValues MacKinnon's critical values for this number of observations, 2010
 */
public record UnitRootResult(
    double statistic, double pValue, int lags, int observations, CriticalValues criticalValues) {}
