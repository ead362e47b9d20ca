package io.quantkit.core.error;

/** A model could not be fitted to the given data. */
public final class TrainingException extends ModelException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param model the name of the model
   * @param message what happened and what to do about it
   */
  public TrainingException(String model, String message) {
    super(model, message, null);
  }

  /**
   * Creates the exception with what led to it.
   *
   * @param model the name of the model
   * @param message what happened and what to do about it
   * @param cause what led to it
   */
  public TrainingException(String model, String message, Throwable cause) {
    super(model, message, cause);
  }
}
