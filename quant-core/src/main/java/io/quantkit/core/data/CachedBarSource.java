package io.quantkit.core.data;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.FutureTask;

/**
 * Keeps the series asked for most recently, so that asking again costs nothing.
 *
 * <p>It holds up to a number of bytes and drops the series used least recently first. Several
 * threads may use it: a question that is being asked already is waited for and not asked twice. An
 * error is not kept. What a source would now answer differently stays as it was until {@link
 * #forget} or {@link #clear}.
 */
public final class CachedBarSource implements BarSource {
  private final BarSource source;
  private final long maxBytes;
  private final Map<BarQuery, BarSeries> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<BarQuery, FutureTask<BarSeries>> underway = new LinkedHashMap<>();
  private long bytes;
  private long hits;
  private long misses;
  private long generation;

  /**
   * Creates an empty cache.
   *
   * @param source whom to ask; by several threads at once if the cache is used by them
   * @param maxBytes how much the kept series may take, at least 0; a larger one is not kept
   */
  public CachedBarSource(BarSource source, long maxBytes) {
    if (maxBytes < 0) {
      throw new IllegalArgumentException("maxBytes must be at least 0, was " + maxBytes);
    }
    this.source = source;
    this.maxBytes = maxBytes;
  }

  @Override
  public BarSeries load(BarQuery query) {
    FutureTask<BarSeries> task;
    boolean mine = false;
    long begun;
    synchronized (this) {
      BarSeries known = kept.get(query);
      if (known != null) {
        hits++;
        return known;
      }
      begun = generation;
      FutureTask<BarSeries> other = underway.get(query);
      if (other == null) {
        misses++;
        mine = true;
        task = new FutureTask<>(() -> source.load(query));
        underway.put(query, task);
      } else {
        hits++;
        task = other;
      }
    }
    if (!mine) {
      return BarSources.result(task);
    }
    try {
      task.run();
      BarSeries series = BarSources.result(task);
      keep(query, series, begun);
      return series;
    } finally {
      synchronized (this) {
        underway.remove(query, task);
      }
    }
  }

  private synchronized void keep(BarQuery query, BarSeries series, long begun) {
    long size = bytes(series);
    if (size > maxBytes || begun != generation) {
      return;
    }
    BarSeries before = kept.put(query, series);
    bytes += size - (before == null ? 0 : bytes(before));
    Iterator<BarSeries> oldest = kept.values().iterator();
    while (bytes > maxBytes) {
      bytes -= bytes(oldest.next());
      oldest.remove();
    }
  }

  private static long bytes(BarSeries series) {
    long columns = 2;
    for (BarField field : BarField.values()) {
      columns += series.tells(field) ? 1 : 0;
    }
    return 128 + columns * Long.BYTES * series.size();
  }

  /** Forgets the answer to one question, such as after its file was written anew. */
  public synchronized void forget(BarQuery query) {
    generation++;
    underway.remove(query);
    BarSeries before = kept.remove(query);
    bytes -= before == null ? 0 : bytes(before);
  }

  /** Forgets everything. */
  public synchronized void clear() {
    generation++;
    underway.clear();
    kept.clear();
    bytes = 0;
  }

  /** Returns how many bytes the kept series take. */
  public synchronized long bytes() {
    return bytes;
  }

  /** Returns how many questions were answered without asking the source. */
  public synchronized long hits() {
    return hits;
  }

  /** Returns how many questions the source was asked. */
  public synchronized long misses() {
    return misses;
  }

  @Override
  public synchronized String toString() {
    return "CachedBarSource of %d series in %d bytes".formatted(kept.size(), bytes);
  }
}
