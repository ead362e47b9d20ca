/**
 * Market data in files and stores of columns: Parquet, HDF5, and a store that answers with what was
 * known at a time.
 *
 * <p>Start with {@link io.quantkit.core.store.ParquetFiles} to read and write files, {@link
 * io.quantkit.core.store.Hdf5Files} to read those of Python, and {@link
 * io.quantkit.core.store.MarketStore} to keep bars, trades, quotes, order books, corporate actions,
 * reported numbers and news. A file of something else is read by a declared {@link
 * io.quantkit.core.store.BarColumns}. Good rows are returned beside the named bad ones; nothing is
 * repaired silently.
 *
 * <p>Parquet and the store on disk need the artifact {@code org.duckdb:duckdb_jdbc}, HDF5 needs
 * {@code io.jhdf:jhdf}; what is missing is named when it is needed.
 *
 * <p>Declarations and reports are immutable. A store may be used by several threads: any number may
 * read while one changes.
 *
 * <pre>{@code
 * ParquetFiles.writeBars(file, series);
 * Panel panel = ParquetFiles.readBars(file, Timeframe.MINUTE_15).orThrow().panel();
 *
 * try (MarketStore store = MarketStore.open(directory.resolve("market.duckdb"))) {
 *   store.bars().append(series, Restatements.knownAt(deliveredAt));
 *   BarSeries then = store.bars().asOf(BarQuery.all(symbol, Timeframe.MINUTE_15), decisionTime);
 * }
 * }</pre>
 */
@NullMarked
package io.quantkit.core.store;

import org.jspecify.annotations.NullMarked;
