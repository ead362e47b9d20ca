/**
 * What scores are worth: how well they order what came after.
 *
 * <p>{@link io.quantkit.features.evaluation.InformationCoefficient} correlates scores with labels
 * period by period; {@link io.quantkit.features.evaluation.QuantileReturns} averages labels by
 * quantile of the scores. Both start from a {@link io.quantkit.core.series.Dataset}, whose rows of
 * one time are one period, and a score per row: a feature's column or a model's predictions.
 * Results are immutable and safe to share between threads.
 *
 * <pre>{@code
 * InformationCoefficient ic = InformationCoefficient.of(dataset, "tech_roc_12_raw");
 * double mean = ic.rank().mean();
 * double spread = QuantileReturns.of(dataset, predictions, 5).spread();
 * }</pre>
 */
@NullMarked
package io.quantkit.features.evaluation;

import org.jspecify.annotations.NullMarked;
