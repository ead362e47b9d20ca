/**
 * Market microstructure: order flow, liquidity, realised measures, and what the hour and the day
 * do.
 *
 * <p>Two shapes. A {@link io.quantkit.features.Feature} reads bars: {@link
 * io.quantkit.features.microstructure.RollSpread}, {@link
 * io.quantkit.features.microstructure.CorwinSchultz}, {@link
 * io.quantkit.features.microstructure.RealizedVolatility}, {@link
 * io.quantkit.features.microstructure.OpeningRange}. An {@link
 * io.quantkit.features.microstructure.OrderFlowFeature} reads trades, quotes and books: {@link
 * io.quantkit.features.microstructure.OrderFlowImbalance}, {@link
 * io.quantkit.features.microstructure.Vpin}, {@link
 * io.quantkit.features.microstructure.SpreadDecomposition}. It runs over a {@link
 * io.quantkit.features.microstructure.FlowTape} and is sampled when bars become known, which makes
 * columns that stand beside those of bars. Models that need a sample are fitted once: {@link
 * io.quantkit.features.microstructure.MicroPriceModel}, {@link
 * io.quantkit.features.microstructure.HawkesFit}, {@link
 * io.quantkit.features.microstructure.PinFit}.
 *
 * <p>Recipes and fitted models are immutable, safe to share between threads; the kernels that
 * recipes start belong to one thread each.
 *
 * <pre>{@code
 * FlowTape tape = FlowTape.of(trades, books, quotes);
 * double[][] imbalance = new OrderFlowImbalance(Duration.ofSeconds(10)).at(tape, bars);
 * double[][] spread = new CorwinSchultz(20).over(bars);
 * }</pre>
 */
@NullMarked
package io.quantkit.features.microstructure;

import org.jspecify.annotations.NullMarked;
