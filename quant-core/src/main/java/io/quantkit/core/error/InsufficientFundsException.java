package io.quantkit.core.error;

/** An account does not hold what an operation needs. */
public final class InsufficientFundsException extends ExecutionException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param orderId the client order identifier, empty if no single order is concerned
   * @param message what happened and what to do about it
   */
  public InsufficientFundsException(String orderId, String message) {
    super(orderId, message, null);
  }

  /**
   * Creates the exception with what led to it.
   *
   * @param orderId the client order identifier, empty if no single order is concerned
   * @param message what happened and what to do about it
   * @param cause what led to it
   */
  public InsufficientFundsException(String orderId, String message, Throwable cause) {
    super(orderId, message, cause);
  }
}
