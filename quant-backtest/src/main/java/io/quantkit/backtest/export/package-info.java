/**
 * A backtest's result in files, and a hash of everything that happened in it.
 *
 * <p>{@link io.quantkit.backtest.export.ResultTables} is a result by column: the account by
 * instant, every order, execution, change of position and decision with its reason. {@link
 * io.quantkit.backtest.export.ResultFiles} writes it as CSV, JSON or Parquet and reads it back,
 * equal to the last digit. {@link io.quantkit.backtest.export.JournalHash} listens to a run and
 * says in one line whether another one was the same.
 *
 * <p>Tables are immutable; a hash belongs to the thread of its engine.
 *
 * <pre>{@code
 * JournalHash journal = new JournalHash();
 * BacktestResult result = backtest.listener(journal).run("trend", strategy);
 * ResultFiles.writeCsv(ResultTables.of(result), folder);
 * String sameAsBefore = journal.hash();
 * }</pre>
 */
@NullMarked
package io.quantkit.backtest.export;

import org.jspecify.annotations.NullMarked;
