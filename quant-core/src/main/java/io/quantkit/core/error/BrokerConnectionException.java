package io.quantkit.core.error;

/**
 * A broker could not be reached or turned the caller away; the fate of a request in flight is
 * unknown.
 */
public final class BrokerConnectionException extends ExecutionException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param orderId the client order identifier, empty if no single order is concerned
   * @param message what happened and what to do about it
   */
  public BrokerConnectionException(String orderId, String message) {
    super(orderId, message, null);
  }

  /**
   * Creates the exception with what led to it.
   *
   * @param orderId the client order identifier, empty if no single order is concerned
   * @param message what happened and what to do about it
   * @param cause what led to it
   */
  public BrokerConnectionException(String orderId, String message, Throwable cause) {
    super(orderId, message, cause);
  }

  @Override
  public boolean retryable() {
    return true;
  }
}
