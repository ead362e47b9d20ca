package io.quantkit.features.transform;

import io.quantkit.core.series.BarSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * Treats a series of bars step by step and keeps a record of every change.
 *
 * <p>What is no bar at all, such as a negative price, has been turned away by the reader before; it
 * is in the reader's list of rejected rows.
 *
 * @param steps the treatments, in order
 */
public record BarCleaner(List<CleaningStep> steps) {

  public BarCleaner {
    steps = List.copyOf(steps);
  }

  /** Returns a cleaner of the given treatments. */
  public static BarCleaner of(CleaningStep... steps) {
    return new BarCleaner(List.of(steps));
  }

  /** Treats a series; the series itself stays as it is. */
  public CleanedBars clean(BarSeries series) {
    List<BarChange> changes = new ArrayList<>();
    BarSeries cleaned = series;
    boolean causal = true;
    for (CleaningStep step : steps) {
      cleaned = BarSeries.copyOf(series.symbol(), series.timeframe(), step.apply(cleaned, changes));
      causal &= step.causal();
    }
    return new CleanedBars(cleaned, changes, causal);
  }
}
