/**
 * Markets that do not exist, with parameters that are known: for tests, demonstrations and
 * measurements.
 *
 * <p>A {@link io.quantkit.core.synthetic.PathModel} is the recipe of one random process, such as
 * {@link io.quantkit.core.synthetic.GeometricBrownianMotion} or {@link
 * io.quantkit.core.synthetic.Heston}; {@link io.quantkit.core.synthetic.CorrelatedPaths} joins
 * several; {@link io.quantkit.core.synthetic.SyntheticBars} samples them into bars over the
 * sessions of a calendar. {@link io.quantkit.core.synthetic.BlockBootstrap} makes new histories out
 * of a real one. Order flow and trades are made in {@link io.quantkit.core.synthetic.flow}.
 *
 * <p>Everything grows from a seed, and one seed gives the same bytes on every machine and JDK. What
 * belongs to one symbol depends on the seed and its position alone, not on how many others there
 * are or on threads. Recipes are immutable; paths and random streams belong to one thread.
 *
 * <pre>{@code
 * PathModel calm = new GeometricBrownianMotion(100, 0.05, 0.15);
 * PathModel wild = new Heston(50, 0.05, 0.09, 0.09, 2, 0.6, -0.7, true);
 * Panel panel =
 *     SyntheticBars.of(
 *             LocalDate.of(2020, 1, 1),
 *             LocalDate.of(2021, 1, 1),
 *             Timeframe.MINUTE_15,
 *             TradingCalendar.xnys())
 *         .withVolume(SyntheticBars.Volume.U_SHAPED)
 *         .panel(
 *             Symbols.of("CALM", "WILD"),
 *             CorrelatedPaths.of(List.of(calm, wild), CorrelationMatrix.uniform(2, 0.4)),
 *             42);
 * }</pre>
 */
@NullMarked
package io.quantkit.core.synthetic;

import org.jspecify.annotations.NullMarked;
