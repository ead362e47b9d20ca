/**
 * Preparing data for research and models: cleaning, alignment, normalising.
 *
 * <p>Everything here says what it changed and what it was fitted to, and nothing feeds the future
 * into the past unseen. Rolling normalisers ({@link io.quantkit.features.transform.RollingMinMax},
 * {@link io.quantkit.features.transform.RollingRobust}, {@link
 * io.quantkit.features.transform.RollingRank}, beside {@link io.quantkit.features.statistic.ZScore}
 * and log returns by {@link io.quantkit.features.indicator.momentum.Roc}) are features like any
 * other. {@link io.quantkit.features.transform.Scaling} fits a normaliser to a training span and
 * applies it to later rows only. {@link io.quantkit.features.transform.BarCleaner} treats outliers
 * and gaps and keeps a record; bars that it interpolated look ahead, and it hands them out for
 * charts only.
 *
 * <p>Recipes and results are immutable and safe to share between threads.
 *
 * <pre>{@code
 * CleanedBars cleaned =
 *     BarCleaner.of(Outliers.robust(60, 8, Outliers.Action.DROP), new ForwardFill(xnys, 5, asOf))
 *         .clean(series);
 * FittedScaling scaling = Scaling.ROBUST.fit(training);
 * FeatureMatrix inputs = scaling.apply(later);
 * }</pre>
 */
@NullMarked
package io.quantkit.features.transform;

import org.jspecify.annotations.NullMarked;
