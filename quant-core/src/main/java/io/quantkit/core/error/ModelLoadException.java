package io.quantkit.core.error;

/** A stored model cannot be loaded: a file is missing, altered or of another version. */
public final class ModelLoadException extends ModelException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param model the name of the model
   * @param message what happened and what to do about it
   */
  public ModelLoadException(String model, String message) {
    super(model, message, null);
  }

  /**
   * Creates the exception with what led to it.
   *
   * @param model the name of the model
   * @param message what happened and what to do about it
   * @param cause what led to it
   */
  public ModelLoadException(String model, String message, Throwable cause) {
    super(model, message, cause);
  }
}
