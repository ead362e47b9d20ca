/**
 * When markets are open, when a bar is complete and when a trade settles.
 *
 * <p>Start with {@link io.quantkit.core.time.TradingCalendar} and {@link
 * io.quantkit.core.time.Timeframe}. Instants are epoch nanoseconds UTC in a {@code long}; a {@link
 * java.time.LocalDate} names a session. Only calendars know time zones. {@link
 * io.quantkit.core.time.SettlementRule} says when money and shares change hands, and {@link
 * io.quantkit.core.time.SimulatedClock} is the time of a world that is driven by data.
 *
 * <p>Everything but the clock is an immutable value and safe to share between threads; the clock is
 * moved by one thread and read by any.
 *
 * <pre>{@code
 * TradingCalendar xnys = TradingCalendar.xnys();
 * Session session = xnys.session(LocalDate.of(2024, 7, 3)).orElseThrow();
 * session.closeInstant(); // 2024-07-03T17:00:00Z, three hours early
 * Timeframe.DAY_1.endOf(session.open(), xnys) == session.close(); // true
 * }</pre>
 */
@NullMarked
package io.quantkit.core.time;

import org.jspecify.annotations.NullMarked;
