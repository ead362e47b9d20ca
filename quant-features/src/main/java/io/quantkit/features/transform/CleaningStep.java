package io.quantkit.features.transform;

import io.quantkit.core.market.Bar;
import io.quantkit.core.series.BarSeries;
import java.util.List;
import java.util.Optional;

/** One treatment of a series of bars by a {@link BarCleaner}. */
public sealed interface CleaningStep permits ForwardFill, Interpolation, Outliers {

  /** Returns whether what is done about a bar depends on nothing later than the bar. */
  boolean causal();

  /**
   * Returns the bars after this treatment.
   *
   * @param changes receives what was done; modified
   */
  List<Bar> apply(BarSeries series, List<BarChange> changes);

  /** Returns a bar without trading at a price. */
  static Bar still(long start, long knownAt, double price) {
    return new Bar(start, knownAt, price, price, price, price, 0, Double.NaN, 0);
  }

  /** Records a bar that was not there. */
  static Bar made(Bar bar, BarChange.Kind kind, String reason, List<BarChange> changes) {
    changes.add(new BarChange(kind, bar.start(), Optional.empty(), Optional.of(bar), reason));
    return bar;
  }
}
