package io.quantkit.core.error;

/** A data source could not be reached; nothing is known about the data itself. */
public final class DataConnectionException extends DataException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param source where the data came from: a file, a store, a feed
   * @param message what happened and what to do about it
   */
  public DataConnectionException(String source, String message) {
    super(source, message, null);
  }

  /**
   * Creates the exception with what led to it.
   *
   * @param source where the data came from: a file, a store, a feed
   * @param message what happened and what to do about it
   * @param cause what led to it
   */
  public DataConnectionException(String source, String message, Throwable cause) {
    super(source, message, cause);
  }

  @Override
  public boolean retryable() {
    return true;
  }
}
