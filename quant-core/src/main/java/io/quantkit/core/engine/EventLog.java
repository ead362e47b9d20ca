package io.quantkit.core.engine;

import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.event.EventListener;
import java.util.List;

/** Numbers events and tells them to every listener. */
final class EventLog {
  private final EventListener[] listeners;
  private long sequence;

  EventLog(List<EventListener> listeners) {
    this.listeners = listeners.toArray(new EventListener[0]);
  }

  /** Returns whether anybody listens; if not, an event need not even be made. */
  boolean active() {
    return listeners.length > 0;
  }

  void append(EngineEvent event) {
    for (EventListener listener : listeners) {
      listener.onEvent(sequence, event);
    }
    sequence++;
  }
}
