package io.quantkit.core.engine;

import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.event.EventListener;
import java.util.List;

/**
 * Numbers events and tells them to the listeners that want them. An event is numbered if anybody
 * wants it.
 */
final class EventLog {
  private final EventListener[] listeners;
  private final boolean bars;
  private final boolean orders;
  private final boolean fills;
  private final boolean settlements;
  private final boolean market;
  private long sequence;

  EventLog(List<EventListener> listeners) {
    this.listeners = listeners.toArray(new EventListener[0]);
    this.bars = wanted(EngineEvent.BarsClosed.class);
    this.orders = wanted(EngineEvent.OrderChanged.class);
    this.fills = wanted(EngineEvent.Filled.class);
    this.settlements = wanted(EngineEvent.Settled.class);
    this.market = wanted(EngineEvent.MarketChanged.class);
  }

  private boolean wanted(Class<? extends EngineEvent> type) {
    for (EventListener listener : listeners) {
      if (listener.wants(type)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether anybody wants to know of bars. */
  boolean bars() {
    return bars;
  }

  /** Returns whether anybody wants to know how orders change. */
  boolean orders() {
    return orders;
  }

  /** Returns whether anybody wants to know of fills. */
  boolean fills() {
    return fills;
  }

  /** Returns whether anybody wants to know of the ends of moments. */
  boolean settlements() {
    return settlements;
  }

  /** Returns whether anybody wants to know of quotes, trades and the like. */
  boolean market() {
    return market;
  }

  void append(EngineEvent event) {
    boolean told = false;
    for (EventListener listener : listeners) {
      if (listener.wants(event.getClass())) {
        listener.onEvent(sequence, event);
        told = true;
      }
    }
    if (told) {
      sequence++;
    }
  }
}
