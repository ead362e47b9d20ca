package io.quantkit.core.store;

import io.quantkit.core.market.MarketRecord;
import io.quantkit.core.market.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Records in sorted lists. */
final class HeapRecordStore<T extends MarketRecord> implements RecordStore<T> {
  private static final Comparator<MarketRecord> ORDER =
      Comparator.comparingLong(MarketRecord::eventTime).thenComparingLong(MarketRecord::knownAt);

  private final BiConsumer<Symbol, T> owner;

  private final Map<Symbol, List<T>> records = new TreeMap<>();

  /**
   * Creates a store.
   *
   * @param owner throws if a record may not be filed under a symbol
   */
  HeapRecordStore(BiConsumer<Symbol, T> owner) {
    this.owner = owner;
  }

  @Override
  public synchronized long append(Symbol symbol, List<T> offered) {
    for (T one : offered) {
      owner.accept(symbol, one);
    }
    if (offered.isEmpty()) {
      return 0;
    }
    List<T> merged = new ArrayList<>(records.getOrDefault(symbol, List.of()));
    Map<T, Integer> held = new HashMap<>();
    for (T one : merged) {
      held.merge(one, 1, Integer::sum);
    }
    long added = 0;
    for (T one : offered) {
      int left = held.getOrDefault(one, 0);
      if (left > 0) {
        held.put(one, left - 1);
      } else {
        merged.add(one);
        added++;
      }
    }
    merged.sort(ORDER);
    records.put(symbol, List.copyOf(merged));
    return added;
  }

  @Override
  public synchronized List<T> knownBy(
      long knownAt, Symbol symbol, long fromInclusive, long toExclusive) {
    return records.getOrDefault(symbol, List.of()).stream()
        .filter(one -> one.knownAt() <= knownAt)
        .filter(one -> one.eventTime() >= fromInclusive && one.eventTime() < toExclusive)
        .toList();
  }

  @Override
  public synchronized long delete(Symbol symbol, long fromInclusive, long toExclusive) {
    List<T> held = records.getOrDefault(symbol, List.of());
    List<T> kept =
        held.stream()
            .filter(one -> one.eventTime() < fromInclusive || one.eventTime() >= toExclusive)
            .toList();
    if (kept.isEmpty()) {
      records.remove(symbol);
    } else {
      records.put(symbol, kept);
    }
    return (long) held.size() - kept.size();
  }

  @Override
  public synchronized List<RecordSpan> spans() {
    List<RecordSpan> spans = new ArrayList<>();
    records.forEach(
        (symbol, list) ->
            spans.add(
                new RecordSpan(
                    symbol,
                    list.get(0).eventTime(),
                    list.get(list.size() - 1).eventTime(),
                    list.size())));
    return List.copyOf(spans);
  }
}
