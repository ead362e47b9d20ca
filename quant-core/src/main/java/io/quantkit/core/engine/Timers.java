package io.quantkit.core.engine;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** The timers that strategies have set, by time and then in the order they were set. */
final class Timers {
  private final TreeSet<Timer> queue =
      new TreeSet<>(Comparator.comparingLong(Timer::time).thenComparingLong(Timer::sequence));
  private final Map<Key, Timer> byKey = new LinkedHashMap<>();
  private long sequence;

  void set(StrategySlot slot, String name, long time) {
    Timer timer = new Timer(time, sequence++, slot, name);
    Timer before = byKey.put(new Key(slot.name(), name), timer);
    if (before != null) {
      queue.remove(before);
    }
    queue.add(timer);
  }

  /** Returns when the next timer is due, {@link Long#MAX_VALUE} if there is none. */
  long nextTime() {
    return queue.isEmpty() ? Long.MAX_VALUE : queue.first().time();
  }

  /** Removes and returns the next timer; there must be one. */
  Timer take() {
    Timer timer = queue.first();
    queue.remove(timer);
    byKey.remove(new Key(timer.slot().name(), timer.name()));
    return timer;
  }

  record Timer(long time, long sequence, StrategySlot slot, String name) {}

  private record Key(String strategy, String name) {}
}
