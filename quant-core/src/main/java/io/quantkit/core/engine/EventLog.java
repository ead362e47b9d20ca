package io.quantkit.core.engine;

import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.event.EventListener;
import java.util.List;

/** Numbers events and tells them to every listener. */
final class EventLog {
  private final List<EventListener> listeners;
  private long sequence;

  EventLog(List<EventListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  void append(EngineEvent event) {
    for (EventListener listener : listeners) {
      listener.onEvent(sequence, event);
    }
    sequence++;
  }
}
