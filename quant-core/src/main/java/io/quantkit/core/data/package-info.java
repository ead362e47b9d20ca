/**
 * Reading, making and writing market data.
 *
 * <p>{@link io.quantkit.core.data.CsvBarReader} reads bars from files by a declared {@link
 * io.quantkit.core.data.CsvSchema} and returns the good rows beside the named bad ones; {@link
 * io.quantkit.core.data.BarSource} is the question that every origin of bars answers. Nothing is
 * repaired silently; {@code io.quantkit.core.quality} judges the series that come out.
 *
 * <p>Schemas, readers and reports are immutable.
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
