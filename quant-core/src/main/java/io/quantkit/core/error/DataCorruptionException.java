package io.quantkit.core.error;

/** Stored data does not have the form or the checksum it was written with. */
public final class DataCorruptionException extends DataException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param source where the data came from: a file, a store, a feed
   * @param message what happened and what to do about it
   */
  public DataCorruptionException(String source, String message) {
    super(source, message, null);
  }

  /**
   * Creates the exception with what led to it.
   *
   * @param source where the data came from: a file, a store, a feed
   * @param message what happened and what to do about it
   * @param cause what led to it
   */
  public DataCorruptionException(String source, String message, Throwable cause) {
    super(source, message, cause);
  }
}
