/**
 * What is traded and what is seen of it: symbols, instruments, universes and bars.
 *
 * <p>Start with {@link io.quantkit.core.market.Symbol}, {@link io.quantkit.core.market.Instrument}
 * and {@link io.quantkit.core.market.Bar}. Everything here is an immutable value and safe to share
 * between threads.
 *
 * <pre>{@code
 * Instrument ibm = Instrument.equity("IBM").withSector("Technology");
 * Universe universe = Universe.of(ibm, Instrument.index("^GSPC"));
 * universe.tradeable(ibm.symbol()); // true
 * }</pre>
 */
@NullMarked
package io.quantkit.core.market;

import org.jspecify.annotations.NullMarked;
