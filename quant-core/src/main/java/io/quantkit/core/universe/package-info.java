/**
 * Which instruments qualify at which time, and whether a list of them knows the future.
 *
 * <p>A {@link io.quantkit.core.universe.Screen} keeps the instruments of a panel's row that pass a
 * test on what is known by then; {@link io.quantkit.core.universe.Membership} is its answer row by
 * row. {@link io.quantkit.core.universe.Survivorship} compares a universe with what was listed and
 * names who is missing. Everything is immutable and may be shared between threads; screens of one's
 * own should be too.
 *
 * <pre>{@code
 * Screen screen = Screen.priceAbove(5).and(Metric.averageDollarVolume(20).top(500));
 * Membership membership = Membership.of(panel, screen);
 * Symbols tradeable = membership.membersAt(decisionTime);
 * }</pre>
 */
@NullMarked
package io.quantkit.core.universe;

import org.jspecify.annotations.NullMarked;
