package io.quantkit.features.transform;

import io.quantkit.core.series.BarSeries;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What came out of cleaning, and what was done. */
public final class CleanedBars {
  private final BarSeries bars;
  private final List<BarChange> changes;
  private final boolean causal;
  private final Set<Long> filled = new HashSet<>();

  CleanedBars(BarSeries bars, List<BarChange> changes, boolean causal) {
    this.bars = bars;
    this.changes = List.copyOf(changes);
    this.causal = causal;
    for (BarChange change : changes) {
      if (change.before().isEmpty()) {
        filled.add(change.start());
      }
    }
  }

  /**
   * Returns the bars for whatever trains or trades.
   *
   * @throws IllegalStateException if a step was not causal, so that bars may depend on later ones
   */
  public BarSeries series() {
    if (!causal) {
      throw new IllegalStateException(
          ("bars of %s were interpolated and depend on later bars: only charts may use them,"
                  + " by forCharts(); fill gaps with ForwardFill instead")
              .formatted(bars.symbol()));
    }
    return bars;
  }

  /** Returns the bars, whether or not they depend on later ones. */
  public BarSeries forCharts() {
    return bars;
  }

  /** Returns whether no bar depends on a later one. */
  public boolean causal() {
    return causal;
  }

  /** Returns what was done, step by step, oldest bar first. */
  public List<BarChange> changes() {
    return changes;
  }

  /** Returns how many bars a kind of change concerns. */
  public long count(BarChange.Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }

  /** Returns whether the bar at a position was not there before but filled or interpolated. */
  public boolean filled(int index) {
    return filled.contains(bars.start(index));
  }

  /** Returns 1 for every bar that was filled and 0 for the others: a column for models. */
  public double[] filledColumn() {
    double[] flags = new double[bars.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = filled(i) ? 1 : 0;
    }
    return flags;
  }

  @Override
  public String toString() {
    return bars + ", " + changes.size() + " changes";
  }
}
