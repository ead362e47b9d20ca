/**
 * Portfolio constructors: weights from signals and past returns, within constraints.
 *
 * <p>Each is an immutable {@link io.quantkit.core.strategy.PortfolioConstructor}: {@link
 * io.quantkit.risk.portfolio.EqualWeight}, {@link io.quantkit.risk.portfolio.InverseVolatility},
 * {@link io.quantkit.risk.portfolio.HierarchicalRiskParity}. {@link
 * io.quantkit.risk.portfolio.TopRanked} leaves only the best candidates to another one. All of them
 * are long only and invest the whole budget, or say which constraints keep them from it.
 *
 * <pre>{@code
 * PortfolioConstructor constructor = new TopRanked(4, HierarchicalRiskParity.DEFAULT);
 * }</pre>
 */
@NullMarked
package io.quantkit.risk.portfolio;

import org.jspecify.annotations.NullMarked;
