package io.quantkit.core.series;

import io.quantkit.core.market.MarketRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What became known of one subject, in order of knowledge: the reported net incomes of a company,
 * the halts of a share, the open interest of an option.
 *
 * <p>A record that becomes known later of the same event time restates the earlier one. Questions
 * as of a time see only what was known then, with the numbers as they were then.
 *
 * <pre>{@code
 * Timeline<Fundamental> income = Timeline.of(records);
 * Optional<Fundamental> latest = income.asOf(decisionTime);
 * }</pre>
 *
 * @param <T> what the records are
 */
public final class Timeline<T extends MarketRecord> {
  private final List<T> records;
  private final long[] knownAts;

  /** For each record, the position of the one with the latest event known by then. */
  private final int[] latest;

  private Timeline(List<T> sorted) {
    records = List.copyOf(sorted);
    knownAts = records.stream().mapToLong(MarketRecord::knownAt).toArray();
    latest = new int[knownAts.length];
    for (int i = 1; i < latest.length; i++) {
      long best = records.get(latest[i - 1]).eventTime();
      latest[i] = records.get(i).eventTime() >= best ? i : latest[i - 1];
    }
  }

  /**
   * Returns the time line of the given records.
   *
   * @param records of one subject, in any order; of two known at the same time of the same event
   *     the later one in this order holds
   */
  public static <T extends MarketRecord> Timeline<T> of(Collection<? extends T> records) {
    List<T> sorted = new ArrayList<>(records);
    sorted.sort(Comparator.comparingLong(MarketRecord::knownAt));
    return new Timeline<>(sorted);
  }

  /**
   * Returns a time line per subject.
   *
   * @param records of any subjects, in any order
   * @param subject tells whose a record is, such as {@code Fundamental::item}
   * @return in the order in which subjects occur first
   */
  public static <K, T extends MarketRecord> Map<K, Timeline<T>> by(
      Collection<? extends T> records, Function<? super T, ? extends K> subject) {
    Map<K, List<T>> groups = new LinkedHashMap<>();
    for (T one : records) {
      groups.computeIfAbsent(subject.apply(one), key -> new ArrayList<>()).add(one);
    }
    Map<K, Timeline<T>> lines = new LinkedHashMap<>();
    groups.forEach((key, group) -> lines.put(key, of(group)));
    return lines;
  }

  /** Returns all records in order of knowledge, superseded ones included. */
  public List<T> records() {
    return records;
  }

  /** Returns the records known at a time in order of knowledge, superseded ones included. */
  public List<T> knownBy(long epochNanos) {
    return records.subList(0, count(epochNanos));
  }

  /**
   * Returns the record of the latest event known at a time, as it was known then. Takes logarithmic
   * time.
   */
  public Optional<T> asOf(long epochNanos) {
    int known = count(epochNanos);
    return known == 0 ? Optional.empty() : Optional.of(records.get(latest[known - 1]));
  }

  /** Returns what was known at a time of the event of a given time. */
  public Optional<T> asOf(long epochNanos, long eventTime) {
    for (int i = count(epochNanos) - 1; i >= 0; i--) {
      if (records.get(i).eventTime() == eventTime) {
        return Optional.of(records.get(i));
      }
    }
    return Optional.empty();
  }

  /** Returns every event known at a time in order of event time, each as it was known then. */
  public List<T> historyAsOf(long epochNanos) {
    TreeMap<Long, T> events = new TreeMap<>();
    for (T one : knownBy(epochNanos)) {
      events.put(one.eventTime(), one);
    }
    return List.copyOf(events.values());
  }

  @Override
  public String toString() {
    return "Timeline of " + records.size() + " records";
  }

  /** Returns how many records are known at a time. */
  private int count(long epochNanos) {
    int at = Arrays.binarySearch(knownAts, epochNanos);
    if (at < 0) {
      return -at - 1;
    }
    while (at < knownAts.length && knownAts[at] == epochNanos) {
      at++;
    }
    return at;
  }
}
