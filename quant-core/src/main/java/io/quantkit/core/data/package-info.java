/**
 * Reading, making and writing market data.
 *
 * <p>{@link io.quantkit.core.data.CsvBarReader} reads bars from files by a declared {@link
 * io.quantkit.core.data.CsvSchema} and returns the good rows beside the named bad ones; {@link
 * io.quantkit.core.data.TradeAggregator} makes bars of trades. Nothing is repaired silently; the
 * series that come out are judged by {@code io.quantkit.core.quality}.
 *
 * <p>Schemas, readers and reports are immutable; an aggregator belongs to one thread.
 *
 * <pre>{@code
 * CsvSchema schema =
 *     CsvSchema.bars(Timeframe.DAY_1, TradingCalendar.xnys())
 *         .time("date", TimeFormat.ISO_DATE)
 *         .symbol(Symbol.of("SPX"))
 *         .build();
 * Panel panel = new CsvBarReader(schema).read(file).orThrow().panel();
 * }</pre>
 */
@NullMarked
package io.quantkit.core.data;

import org.jspecify.annotations.NullMarked;
