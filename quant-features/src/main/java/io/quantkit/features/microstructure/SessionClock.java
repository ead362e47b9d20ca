package io.quantkit.features.microstructure;

import io.quantkit.core.time.Session;
import org.jspecify.annotations.Nullable;

/** Follows bars from session to session. */
final class SessionClock {
  private final SessionBars bars;
  private @Nullable Session session;
  private long open;
  private long close;
  private boolean first;
  private boolean whole;
  private int sessions;

  SessionClock(SessionBars bars) {
    this.bars = bars;
  }

  SessionClock copy() {
    SessionClock copy = new SessionClock(bars);
    copy.session = session;
    copy.open = open;
    copy.close = close;
    copy.first = first;
    copy.whole = whole;
    copy.sessions = sessions;
    return copy;
  }

  void clear() {
    session = null;
    first = false;
    whole = false;
    sessions = 0;
  }

  /** Takes the next bar and returns whether it belongs to a session. */
  boolean enter(long knownAt) {
    Session current = session;
    if (current == null || knownAt > close) {
      Session next = bars.calendar().sessionAtOrAfter(knownAt - 1);
      if (knownAt <= next.open()) {
        first = false;
        return false;
      }
      whole = current != null || bars.startOf(knownAt, next.open()) <= next.open();
      session = next;
      open = next.open();
      close = next.close();
      first = true;
      sessions++;
      return true;
    }
    first = false;
    return true;
  }

  /** Returns whether the last bar was the first one of its session. */
  boolean first() {
    return first;
  }

  /** Returns whether the session has been seen from its open. */
  boolean whole() {
    return whole;
  }

  /** Returns how many sessions have been entered. */
  int sessions() {
    return sessions;
  }

  long open() {
    return open;
  }

  long close() {
    return close;
  }

  /** Returns the nanoseconds of trading from the open to a time of the session. */
  long elapsed(long time) {
    Session current = session;
    if (current == null) {
      return 0;
    }
    long pause = Math.max(0, Math.min(time, current.breakEnd()) - current.breakStart());
    return time - open - pause;
  }

  /** Returns the nanoseconds of trading in the whole session. */
  long length() {
    Session current = session;
    return current == null ? 0 : current.nanos();
  }
}
