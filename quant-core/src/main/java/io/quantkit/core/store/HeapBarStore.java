package io.quantkit.core.store;

import io.quantkit.core.data.BarQuery;
import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Bars in sorted maps. */
final class HeapBarStore implements BarStore {
  private static final String SOURCE = "store in memory";

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  /** By symbol and timeframe, then by start: the versions of a bar, oldest first. */
  private TreeMap<Key, TreeMap<Long, List<Version>>> bars = new TreeMap<>();

  @Override
  public AppendReport append(List<BarSeries> series, Restatements restatements) {
    requireDistinct(series);
    lock.writeLock().lock();
    try {
      Batch batch = new Batch(restatements);
      for (BarSeries one : series) {
        batch.append(one);
      }
      if (restatements.action() == Restatements.Action.REFUSE && !batch.conflicts.isEmpty()) {
        throw BarConflict.refusal(SOURCE, batch.conflicts);
      }
      bars.putAll(batch.changed);
      return new AppendReport(batch.added, batch.unchanged, batch.restated, batch.conflicts);
    } finally {
      lock.writeLock().unlock();
    }
  }

  static void requireDistinct(List<BarSeries> series) {
    TreeMap<Key, BarSeries> seen = new TreeMap<>();
    for (BarSeries one : series) {
      if (seen.put(new Key(one.symbol(), one.timeframe()), one) != null) {
        throw new IllegalArgumentException(
            "series must be of distinct symbols and timeframes, %s %s occurs twice"
                .formatted(one.symbol(), one.timeframe()));
      }
    }
  }

  @Override
  public BarSeries load(BarQuery query) {
    return asOf(query, Long.MAX_VALUE);
  }

  @Override
  public BarSeries asOf(BarQuery query, long epochNanos) {
    lock.readLock().lock();
    try {
      TreeMap<Long, List<Version>> stored = bars.get(new Key(query.symbol(), query.timeframe()));
      if (stored == null) {
        throw absent(SOURCE, query);
      }
      BarSeries.Builder builder = BarSeries.builder(query.symbol(), query.timeframe());
      for (List<Version> versions : within(stored, query).values()) {
        for (int v = versions.size() - 1; v >= 0; v--) {
          if (versions.get(v).knownFrom <= epochNanos) {
            builder.add(versions.get(v).bar);
            break;
          }
        }
      }
      return builder.build();
    } finally {
      lock.readLock().unlock();
    }
  }

  static DataNotFoundException absent(String source, BarQuery query) {
    return new DataNotFoundException(
        source, "%s has no %s bars of %s".formatted(source, query.timeframe(), query.symbol()));
  }

  @Override
  public long delete(BarQuery query) {
    lock.writeLock().lock();
    try {
      Key key = new Key(query.symbol(), query.timeframe());
      TreeMap<Long, List<Version>> stored = bars.get(key);
      if (stored == null) {
        return 0;
      }
      NavigableMap<Long, List<Version>> range = within(stored, query);
      long deleted = range.size();
      range.clear();
      if (stored.isEmpty()) {
        bars.remove(key);
      }
      return deleted;
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public List<BarSpan> spans() {
    lock.readLock().lock();
    try {
      List<BarSpan> spans = new ArrayList<>();
      bars.forEach(
          (key, stored) ->
              spans.add(
                  new BarSpan(
                      key.symbol,
                      key.timeframe,
                      stored.firstKey(),
                      stored.lastKey(),
                      stored.size())));
      return List.copyOf(spans);
    } finally {
      lock.readLock().unlock();
    }
  }

  private static NavigableMap<Long, List<Version>> within(
      NavigableMap<Long, List<Version>> stored, BarQuery query) {
    return stored.subMap(query.fromInclusive(), true, query.toExclusive(), false);
  }

  /** The changes of one call, apart from the store until they are all sound. */
  private final class Batch {
    private final Restatements rule;
    private final Map<Key, TreeMap<Long, List<Version>>> changed = new TreeMap<>();
    private final List<BarConflict> conflicts = new ArrayList<>();
    private long added;
    private long unchanged;
    private long restated;

    Batch(Restatements rule) {
      this.rule = rule;
    }

    void append(BarSeries series) {
      if (series.isEmpty()) {
        return;
      }
      Key key = new Key(series.symbol(), series.timeframe());
      TreeMap<Long, List<Version>> stored = new TreeMap<>(bars.getOrDefault(key, new TreeMap<>()));
      for (int i = 0; i < series.size(); i++) {
        offer(key, stored, series.bar(i));
      }
      requireApart(key, stored, series);
      changed.put(key, stored);
    }

    private void offer(Key key, NavigableMap<Long, List<Version>> stored, Bar bar) {
      List<Version> versions = stored.get(bar.start());
      if (versions == null) {
        stored.put(bar.start(), List.of(new Version(bar.knownAt(), bar)));
        added++;
        return;
      }
      long at = Math.max(rule.knownAt(), bar.knownAt());
      Version held = versions.get(0);
      for (Version one : versions) {
        held = one.knownFrom <= at ? one : held;
      }
      if (same(held.bar, bar)) {
        unchanged++;
      } else if (rule.action() == Restatements.Action.RECORD
          && rule.knownAt() > held.knownFrom
          && held.bar.knownAt() == bar.knownAt()) {
        List<Version> more = new ArrayList<>(versions);
        more.add(new Version(rule.knownAt(), bar));
        more.sort(Comparator.comparingLong(Version::knownFrom));
        stored.put(bar.start(), List.copyOf(more));
        restated++;
      } else {
        conflicts.add(new BarConflict(key.symbol, key.timeframe, held.bar, bar));
      }
    }

    private void requireApart(Key key, NavigableMap<Long, List<Version>> stored, BarSeries series) {
      Long first = stored.lowerKey(series.start(0));
      Long last = stored.higherKey(series.start(series.size() - 1));
      NavigableMap<Long, List<Version>> reach =
          stored.subMap(
              first == null ? series.start(0) : first,
              true,
              last == null ? series.start(series.size() - 1) : last,
              true);
      long known = Long.MIN_VALUE;
      for (Map.Entry<Long, List<Version>> entry : reach.entrySet()) {
        if (entry.getKey() < known) {
          throw BarConflict.overlap(
              SOURCE, key.symbol.value(), key.timeframe.toString(), entry.getKey(), known);
        }
        known = entry.getValue().get(0).bar.knownAt();
      }
    }

    private static boolean same(Bar one, Bar other) {
      return one.knownAt() == other.knownAt()
          && same(one.open(), other.open())
          && same(one.high(), other.high())
          && same(one.low(), other.low())
          && same(one.close(), other.close())
          && same(one.volume(), other.volume())
          && same(one.vwap(), other.vwap())
          && same(one.trades(), other.trades());
    }

    private static boolean same(double one, double other) {
      return one == other || (Double.isNaN(one) && Double.isNaN(other));
    }
  }

  /** The numbers of a bar from a time on. */
  private record Version(long knownFrom, Bar bar) {}

  /** What a series is filed under. */
  private record Key(Symbol symbol, Timeframe timeframe) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = symbol.compareTo(other.symbol);
      return order != 0 ? order : timeframe.toString().compareTo(other.timeframe.toString());
    }
  }
}
