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

  /**
   * Returns whether this listener wants events of a type, always the same answer. An event that
   * nobody wants is not even made.
   */
  default boolean wants(Class<? extends EngineEvent> type) {
    return true;
  }
}
