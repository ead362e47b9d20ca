package io.quantkit.core.engine;

/** Is told when everything that one moment led to has been done, on the engine's thread. */
@FunctionalInterface
public interface InstantListener {

  /**
   * Looks at the engine after a moment.
   *
   * @param epochNanos the moment
   * @param barsSeen whether bars became known at it
   */
  void onInstant(long epochNanos, boolean barsSeen);
}
