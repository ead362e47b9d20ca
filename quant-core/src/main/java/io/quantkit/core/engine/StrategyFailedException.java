package io.quantkit.core.engine;

/** Every strategy of an engine has thrown, so that there is nothing left to run. */
public final class StrategyFailedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final transient StrategyFailure failure;

  StrategyFailedException(StrategyFailure failure) {
    super(failure.toString(), failure.cause());
    this.failure = failure;
  }

  /** Returns the last failure. */
  public StrategyFailure failure() {
    return failure;
  }
}
