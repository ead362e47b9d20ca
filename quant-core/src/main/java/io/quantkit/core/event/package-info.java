/**
 * What happens inside an engine, as values, in the one order in which it happened.
 *
 * <p>An {@link io.quantkit.core.event.EventListener} receives every {@link
 * io.quantkit.core.event.EngineEvent} with its sequence number, on the engine's thread. Reports,
 * journals and tests are listeners.
 */
@NullMarked
package io.quantkit.core.event;

import org.jspecify.annotations.NullMarked;
