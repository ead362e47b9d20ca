package io.quantkit.core.error;

import org.jspecify.annotations.Nullable;

/** An order could not be carried out, or its venue could not be asked. */
public abstract sealed class ExecutionException extends TradingSystemException
    permits BrokerConnectionException,
        InsufficientFundsException,
        OrderCancellationException,
        OrderSubmissionException {
  private static final long serialVersionUID = 1L;

  private final String orderId;

  ExecutionException(String orderId, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.orderId = orderId;
  }

  /** Returns the client order identifier, empty if no single order is concerned. */
  public String orderId() {
    return orderId;
  }
}
