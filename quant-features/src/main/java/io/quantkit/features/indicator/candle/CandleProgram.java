package io.quantkit.features.indicator.candle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be computed for some patterns, each thing once: columns of numbers, comparisons
 * between them as bits, and from those the patterns. Immutable.
 */
final class CandleProgram {

  /** A number and the test that reports it. */
  record Report(int value, BitTest test) {}

  private final List<Column> columns = new ArrayList<>();
  private final Map<Column, Integer> places = new LinkedHashMap<>();
  private final Map<Comparison, Integer> comparisons = new LinkedHashMap<>();
  private final Report[][] reports;
  private final int[] warmups;
  private int depth;

  private CandleProgram(List<CandlePattern> patterns) {
    for (Price price : List.of(Price.OPEN, Price.HIGH, Price.LOW, Price.CLOSE)) {
      add(price);
    }
    reports = new Report[patterns.size()][];
    warmups = new int[patterns.size()];
    for (int o = 0; o < reports.length; o++) {
      CandlePattern pattern = patterns.get(o);
      warmups[o] = pattern.warmup(0);
      List<Report> all = new ArrayList<>();
      for (Signal.Outcome outcome : pattern.signal().outcomes()) {
        all.add(new Report(outcome.value(), test(outcome.condition(), 1)));
      }
      reports[o] = all.toArray(new Report[0]);
    }
  }

  /** Returns what has to be computed for some patterns. */
  static CandleProgram of(List<CandlePattern> patterns) {
    return new CandleProgram(patterns);
  }

  /** Returns the columns: open, high, low, close, then every other one after its sources. */
  List<Column> columns() {
    return columns;
  }

  /**
   * Returns where a column is.
   *
   * @throws IllegalArgumentException if the program does not compute it
   */
  int place(Column column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("column must be one of the program, was " + column);
    }
    return place;
  }

  private void add(Column column) {
    if (!places.containsKey(column)) {
      column.sources().forEach(this::add);
      places.put(column, columns.size());
      columns.add(column);
    }
  }

  /** Returns the comparisons, in the order of their bits. */
  List<Comparison> comparisons() {
    return List.copyOf(comparisons.keySet());
  }

  /** Returns how many bars before its own any column or comparison reads. */
  int reach() {
    int reach = 0;
    for (Column column : columns) {
      reach = Math.max(reach, column.reach());
    }
    for (Comparison comparison : comparisons.keySet()) {
      reach = Math.max(reach, Math.max(comparison.lessBack(), comparison.moreBack()));
    }
    return reach;
  }

  int outputs() {
    return reports.length;
  }

  int warmup(int output) {
    return warmups[output];
  }

  /** Returns the reports of an output; the last one that applies counts. */
  Report[] reports(int output) {
    return reports[output];
  }

  /** Returns how many words of scratch the deepest test needs at a time. */
  int depth() {
    return depth;
  }

  private BitTest test(Condition condition, int level) {
    depth = Math.max(depth, level);
    if (condition instanceof Condition.Fact fact) {
      add(fact.comparison().less());
      add(fact.comparison().more());
      Integer known = comparisons.get(fact.comparison());
      int index = known == null ? comparisons.size() : known;
      comparisons.putIfAbsent(fact.comparison(), index);
      return new BitTest.Bits(index, fact.back(), fact.negated() ? -1L : 0L);
    }
    BitTest[] parts =
        condition.parts().stream().map(part -> test(part, level + 1)).toArray(BitTest[]::new);
    return condition instanceof Condition.All
        ? new BitTest.Every(parts, level)
        : new BitTest.Some(parts, level);
  }
}
