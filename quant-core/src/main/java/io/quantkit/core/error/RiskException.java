package io.quantkit.core.error;

import org.jspecify.annotations.Nullable;

/** A limit was broken in a way that stops the caller. */
public abstract sealed class RiskException extends TradingSystemException
    permits DrawdownLimitException,
        ExposureLimitException,
        MarginCallException,
        PositionLimitException {
  private static final long serialVersionUID = 1L;

  private final String limit;

  RiskException(String limit, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.limit = limit;
  }

  /** Returns the name of the limit. */
  public String limit() {
    return limit;
  }
}
