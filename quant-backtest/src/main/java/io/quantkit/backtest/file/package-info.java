/**
 * Files that are whole or not there. Internal: not exported by the module.
 *
 * <p>{@link io.quantkit.backtest.file.AtomicFile} is safe to use from any thread.
 */
@NullMarked
package io.quantkit.backtest.file;

import org.jspecify.annotations.NullMarked;
