/**
 * How returns move together.
 *
 * <p>A {@link io.quantkit.risk.covariance.CovarianceEstimator} turns past returns into a {@link
 * io.quantkit.risk.covariance.Covariance}. Estimators are immutable records; a covariance is an
 * immutable value. Both are per period of the returns, not per year. {@link
 * io.quantkit.risk.covariance.SampleCovariance} is the plain one; with many symbols and few returns
 * prefer {@link io.quantkit.risk.covariance.LedoitWolf} or {@link
 * io.quantkit.risk.covariance.ConstantCorrelation}.
 *
 * <pre>{@code
 * Covariance covariance = new LedoitWolf().estimate(returns);
 * }</pre>
 */
@NullMarked
package io.quantkit.risk.covariance;

import org.jspecify.annotations.NullMarked;
