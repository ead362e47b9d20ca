package io.quantkit.core.error;

/** The account has lost more from its peak than its limit. */
public final class DrawdownLimitException extends RiskException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param limit the name of the limit
   * @param message what happened and what to do about it
   */
  public DrawdownLimitException(String limit, String message) {
    super(limit, message, null);
  }

  /**
   * Creates the exception with what led to it.
   *
   * @param limit the name of the limit
   * @param message what happened and what to do about it
   * @param cause what led to it
   */
  public DrawdownLimitException(String limit, String message, Throwable cause) {
    super(limit, message, cause);
  }
}
