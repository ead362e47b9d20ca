/**
 * The exceptions of QuantKit: one unchecked root, five subjects, one class per situation a caller
 * may want to handle differently.
 *
 * <p>Start with {@link io.quantkit.core.error.TradingSystemException}; catch a subject ({@link
 * io.quantkit.core.error.DataException}, {@link io.quantkit.core.error.ModelException}, {@link
 * io.quantkit.core.error.ExecutionException}, {@link io.quantkit.core.error.RiskException}, {@link
 * io.quantkit.core.error.ConfigurationException}) or one of its cases. Ordinary outcomes, such as a
 * rejected order, are values and not exceptions; a caller's mistake is an {@link
 * IllegalArgumentException}.
 */
@NullMarked
package io.quantkit.core.error;

import org.jspecify.annotations.NullMarked;
