package io.quantkit.core.aggregate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The times of bars that follow one another by activity: none before the last is known. */
final class Stamps {
  private long start = Long.MIN_VALUE;
  private long knownAt = Long.MIN_VALUE;

  /** Returns when a bar starts whose first trade was at the given time. */
  long startOf(long firstTime) {
    long next = Math.max(firstTime, knownAt);
    return next == start ? next + 1 : next;
  }

  /** Returns when the bar is known, which becomes the last one. */
  long complete(long newStart, long known) {
    start = newStart;
    knownAt = Math.max(newStart, known);
    return knownAt;
  }

  long knownAt() {
    return knownAt;
  }

  void save(DataOutputStream out) throws IOException {
    out.writeLong(start);
    out.writeLong(knownAt);
  }

  void load(DataInputStream in) throws IOException {
    start = in.readLong();
    knownAt = in.readLong();
  }
}
