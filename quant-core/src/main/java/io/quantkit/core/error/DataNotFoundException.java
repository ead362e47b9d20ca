package io.quantkit.core.error;

/** The requested data does not exist at its source. */
public final class DataNotFoundException extends DataException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param source where the data came from: a file, a store, a feed
   * @param message what happened and what to do about it
   */
  public DataNotFoundException(String source, String message) {
    super(source, message, null);
  }

  /**
   * Creates the exception with what led to it.
   *
   * @param source where the data came from: a file, a store, a feed
   * @param message what happened and what to do about it
   * @param cause what led to it
   */
  public DataNotFoundException(String source, String message, Throwable cause) {
    super(source, message, cause);
  }
}
