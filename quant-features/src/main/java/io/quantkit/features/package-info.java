/**
 * Numbers that describe instruments: the contracts of features and indicators.
 *
 * <p>A {@link io.quantkit.features.Feature} is an immutable recipe over the bars of one instrument;
 * an {@link io.quantkit.features.Indicator} has a single input and also works on any stream of
 * numbers. The recipes live in the packages {@code indicator} (by family), {@code statistic},
 * {@code econometric}, {@code microstructure}, {@code timeframe} and {@code regime}; {@code
 * crosssection} turns them into factors over many instruments, and a {@link
 * io.quantkit.features.FeaturePanel} holds them for a whole panel, where a {@link
 * io.quantkit.features.RowFeature} runs for many symbols at once; {@code label} alone looks ahead;
 * {@code evaluation} measures what a factor is worth; {@code check} holds all of them, and yours,
 * to the laws. {@code io.quantkit.features.catalogue.Features.catalogue()} lists them all.
 *
 * <p>Recipes are immutable and may be shared between threads; a kernel belongs to one thread.
 *
 * <pre>{@code
 * double[] average = new Sma(20).over(closes);           // batch
 * IndicatorKernel kernel = new Ema(20).kernel();         // stream
 * double now = kernel.update(lastPrice);
 * double[][] adx = new Adx(14).over(series);             // from bars
 * }</pre>
 */
@NullMarked
package io.quantkit.features;

import org.jspecify.annotations.NullMarked;
