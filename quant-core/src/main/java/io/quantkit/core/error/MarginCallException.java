package io.quantkit.core.error;

/** The account holds less equity than its margin requirement. */
public final class MarginCallException extends RiskException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param limit the name of the limit
   * @param message what happened and what to do about it
   */
  public MarginCallException(String limit, String message) {
    super(limit, message, null);
  }

  /**
   * Creates the exception with what led to it.
   *
   * @param limit the name of the limit
   * @param message what happened and what to do about it
   * @param cause what led to it
   */
  public MarginCallException(String limit, String message, Throwable cause) {
    super(limit, message, cause);
  }
}
