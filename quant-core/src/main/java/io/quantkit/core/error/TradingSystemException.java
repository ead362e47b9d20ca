package io.quantkit.core.error;

import org.jspecify.annotations.Nullable;

/** The root of everything that QuantKit throws for reasons other than a caller's mistake. */
public abstract sealed class TradingSystemException extends RuntimeException
    permits ConfigurationException,
        DataException,
        ExecutionException,
        ModelException,
        RiskException {
  private static final long serialVersionUID = 1L;

  TradingSystemException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * Returns whether the same call may succeed if it is made again unchanged, because the cause was
   * outside the call: a lost connection, a rate limit.
   */
  public boolean retryable() {
    return false;
  }
}
