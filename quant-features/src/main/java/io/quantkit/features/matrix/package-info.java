/**
 * Operators on matrices of numbers, a row per time and a column per symbol, stored row after row.
 *
 * <p>{@link io.quantkit.features.matrix.Rows} has the operators that compare the symbols of a row:
 * ranks, scores, limits, weights, residuals. {@link io.quantkit.features.matrix.Columns} has those
 * that go down the columns. Results go into the caller's array. A {@link
 * io.quantkit.features.matrix.RowMatrix} shares the arrays it is made of; operators are immutable;
 * all may be used by several threads while nobody changes the arrays. Given an executor, rows or
 * columns are computed in parallel, with the same bits.
 *
 * <pre>{@code
 * RowMatrix returns = RowMatrix.of(values, 3000).withGroups(sectors);
 * double[] ranks = new double[values.length];
 * Rows.rank(RankScale.PERCENT).over(returns, ranks);            // within each sector
 * Rows.zscore(1).over(returns, scores, executor);
 * double[] row = Rows.winsorize(0.05, 0.95).of(3, 1, 4, 100);
 * }</pre>
 */
@NullMarked
package io.quantkit.features.matrix;

import org.jspecify.annotations.NullMarked;
