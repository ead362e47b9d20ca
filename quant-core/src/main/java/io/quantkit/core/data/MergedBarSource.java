package io.quantkit.core.data;

import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.series.BarSeries;
import java.util.List;
import java.util.function.Consumer;

/** Asks sources in order of trust, see {@link BarSources#merged}. */
final class MergedBarSource implements BarSource {
  private final List<BarSource> sources;
  private final double tolerance;
  private final Consumer<Disagreement> disagreements;

  MergedBarSource(List<BarSource> sources, double tolerance, Consumer<Disagreement> disagreements) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("sources must have at least one");
    }
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException("tolerance must be at least 0, was " + tolerance);
    }
    this.sources = List.copyOf(sources);
    this.tolerance = tolerance;
    this.disagreements = disagreements;
  }

  @Override
  public BarSeries load(BarQuery query) {
    BarSeries merged = null;
    DataNotFoundException unknown = null;
    for (int i = 0; i < sources.size(); i++) {
      try {
        BarSeries next = sources.get(i).load(query);
        merged = merged == null ? next : merge(merged, next, i);
      } catch (DataNotFoundException e) {
        if (unknown == null) {
          unknown = e;
        } else {
          unknown.addSuppressed(e);
        }
      }
    }
    if (merged == null && unknown != null) {
      throw unknown;
    }
    return merged == null ? BarSeries.copyOf(query.symbol(), query.timeframe(), List.of()) : merged;
  }

  private BarSeries merge(BarSeries trusted, BarSeries other, int source) {
    BarSeries.Builder builder = BarSeries.builder(trusted.symbol(), trusted.timeframe());
    long known = Long.MIN_VALUE;
    int j = 0;
    for (int i = 0; i <= trusted.size(); i++) {
      long next = i == trusted.size() ? Long.MAX_VALUE : trusted.start(i);
      for (; j < other.size() && other.start(j) < next; j++) {
        if (other.start(j) >= known && other.knownAt(j) <= next) {
          builder.add(other.bar(j));
          known = other.knownAt(j);
        }
      }
      if (i < trusted.size()) {
        if (j < other.size() && other.start(j) == next) {
          compare(trusted, i, other, j, source);
          j++;
        }
        builder.add(trusted.bar(i));
        known = trusted.knownAt(i);
      }
    }
    return builder.build();
  }

  private void compare(BarSeries trusted, int i, BarSeries other, int j, int source) {
    double difference = Math.abs(other.close(j) - trusted.close(i));
    if (difference > tolerance * trusted.close(i)) {
      disagreements.accept(
          new Disagreement(trusted.symbol(), trusted.bar(i), other.bar(j), source));
    }
  }
}
