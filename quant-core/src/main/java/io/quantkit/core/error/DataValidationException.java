package io.quantkit.core.error;

/** Data was read but breaks a rule that its consumer insists on. */
public final class DataValidationException extends DataException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param source where the data came from: a file, a store, a feed
   * @param message what happened and what to do about it
   */
  public DataValidationException(String source, String message) {
    super(source, message, null);
  }

  /**
   * Creates the exception with what led to it.
   *
   * @param source where the data came from: a file, a store, a feed
   * @param message what happened and what to do about it
   * @param cause what led to it
   */
  public DataValidationException(String source, String message, Throwable cause) {
    super(source, message, cause);
  }
}
