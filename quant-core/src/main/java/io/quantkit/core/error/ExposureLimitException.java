package io.quantkit.core.error;

/** Gross, net, sector or correlated exposure is larger than its limit. */
public final class ExposureLimitException extends RiskException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param limit the name of the limit
   * @param message what happened and what to do about it
   */
  public ExposureLimitException(String limit, String message) {
    super(limit, message, null);
  }

  /**
   * Creates the exception with what led to it.
   *
   * @param limit the name of the limit
   * @param message what happened and what to do about it
   * @param cause what led to it
   */
  public ExposureLimitException(String limit, String message, Throwable cause) {
    super(limit, message, cause);
  }
}
