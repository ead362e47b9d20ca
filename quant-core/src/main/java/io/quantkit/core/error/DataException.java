package io.quantkit.core.error;

import org.jspecify.annotations.Nullable;

/** Market or reference data could not be had or cannot be trusted. */
public abstract sealed class DataException extends TradingSystemException
    permits DataConnectionException,
        DataCorruptionException,
        DataNotFoundException,
        DataValidationException {
  private static final long serialVersionUID = 1L;

  private final String source;

  DataException(String source, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.source = source;
  }

  /** Returns where the data came from: a file, a store, a feed. */
  public String source() {
    return source;
  }
}
