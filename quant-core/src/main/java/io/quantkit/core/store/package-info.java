/** Parquet. */
@NullMarked
package io.quantkit.core.store;

import org.jspecify.annotations.NullMarked;
