package io.quantkit.core.error;

import org.jspecify.annotations.Nullable;

/** A model could not be found, loaded, trained or asked. */
public abstract sealed class ModelException extends TradingSystemException
    permits ModelLoadException, ModelNotFoundException, PredictionException, TrainingException {
  private static final long serialVersionUID = 1L;

  private final String model;

  ModelException(String model, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.model = model;
  }

  /** Returns the name of the model. */
  public String model() {
    return model;
  }
}
