package io.quantkit.core.error;

/** A fitted model cannot score the given features. */
public final class PredictionException extends ModelException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param model the name of the model
   * @param message what happened and what to do about it
   */
  public PredictionException(String model, String message) {
    super(model, message, null);
  }

  /**
   * Creates the exception with what led to it.
   *
   * @param model the name of the model
   * @param message what happened and what to do about it
   * @param cause what led to it
   */
  public PredictionException(String model, String message, Throwable cause) {
    super(model, message, cause);
  }
}
