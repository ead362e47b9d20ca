package io.quantkit.core.event;

/** Receives everything that happens inside an engine, on the engine's thread. */
@FunctionalInterface
public interface EventListener {

  /**
   * Receives the next event.
   *
   * @param sequence 0 for the first event, then one more each
   * @param event what happened
   */
  void onEvent(long sequence, EngineEvent event);
}
