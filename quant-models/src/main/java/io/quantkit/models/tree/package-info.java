/**
 * Models made of decision trees.
 *
 * <p>{@link io.quantkit.models.tree.XGBoost} is the recipe, {@link
 * io.quantkit.models.tree.XGBoostModel} what it gives. Fitting needs the artifact {@code
 * ml.dmlc:xgboost4j_2.12}, which the user adds; predicting, storing and loading need nothing but
 * this module.
 *
 * <p>Recipes and models are immutable and safe to share between threads. Native memory is held
 * while a model is being fitted and is released before {@code fit} returns, so there is nothing to
 * close.
 *
 * <pre>{@code
 * XGBoost recipe =
 *     XGBoost.builder().maxDepth(4).earlyStopping(EarlyStopping.on(Span.ofMonths(6))).build();
 * XGBoostModel model = recipe.fit(history, 42);
 * List<String> best = model.featureImportance().ranked();
 * }</pre>
 */
@NullMarked
package io.quantkit.models.tree;

import org.jspecify.annotations.NullMarked;
