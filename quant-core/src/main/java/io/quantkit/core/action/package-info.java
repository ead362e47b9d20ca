/**
 * What companies do to their shares, and what that does to prices and orders.
 *
 * <p>Stores keep raw prices and a {@link io.quantkit.core.action.CorporateActions} table beside
 * them; a {@link io.quantkit.core.action.PriceAdjuster} makes adjusted prices of the two as of the
 * time of a question, from nothing but what was known and had happened by then. An {@link
 * io.quantkit.core.action.OpenOrderRule} says what becomes of standing orders; positions are
 * changed by {@code Ledger.apply} of {@code io.quantkit.core.ledger}. All types are immutable and
 * may be shared between threads, but for {@link io.quantkit.core.action.ForwardAdjuster}, which
 * follows one series on one thread.
 *
 * <pre>{@code
 * CorporateActions actions = CorporateActions.read(file);
 * PriceAdjuster adjuster = PriceAdjuster.of(actions, Adjustment.SPLITS);
 * BarSeries bars = adjuster.asOf(raw, decisionTime).bars();
 * }</pre>
 */
@NullMarked
package io.quantkit.core.action;

import org.jspecify.annotations.NullMarked;
