package io.quantkit.features.timeframe;

import io.quantkit.core.aggregate.BarAggregator;
import io.quantkit.core.aggregate.BarFlag;
import io.quantkit.core.aggregate.BarSink;
import io.quantkit.core.market.Bar;
import io.quantkit.features.FeatureKernel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts bars together and gives each higher bar to a kernel once it is finished. */
final class HigherBarFeed implements BarSink {
  private final HigherBars recipe;
  private final FeatureKernel kernel;
  private final BarAggregator aggregator;
  private long lastKnownAt = Long.MIN_VALUE;

  /** Whether a higher bar has ended, whole or not: the running one is then seen from its start. */
  private boolean oneEnded;

  HigherBarFeed(HigherBars recipe, FeatureKernel kernel) {
    this.recipe = recipe;
    this.kernel = kernel;
    this.aggregator = recipe.rule().start(this);
  }

  private HigherBarFeed(HigherBarFeed other) {
    recipe = other.recipe;
    kernel = other.kernel.copy();
    aggregator = recipe.rule().restore(other.aggregator.snapshot(), this);
    lastKnownAt = other.lastKnownAt;
    oneEnded = other.oneEnded;
  }

  HigherBarFeed copy() {
    return new HigherBarFeed(this);
  }

  /** Returns what has seen the finished bars. */
  FeatureKernel kernel() {
    return kernel;
  }

  /** Takes a sound bar. */
  void update(long knownAt, double open, double high, double low, double close, double volume) {
    long start = recipe.startOf(knownAt, lastKnownAt);
    aggregator.add(start, knownAt, open, high, low, close, volume);
    aggregator.advanceTo(knownAt);
    lastKnownAt = knownAt;
  }

  @Override
  public void accept(Bar bar, Set<BarFlag> flags) {
    accept(
        bar.start(),
        bar.knownAt(),
        bar.open(),
        bar.high(),
        bar.low(),
        bar.close(),
        bar.volume(),
        bar.vwap(),
        bar.trades(),
        flags);
  }

  @Override
  public void accept(
      long start,
      long knownAt,
      double open,
      double high,
      double low,
      double close,
      double volume,
      double vwap,
      double trades,
      Set<BarFlag> flags) {
    oneEnded = true;
    if (!flags.contains(BarFlag.INCOMPLETE)) {
      kernel.update(knownAt, open, high, low, close, volume);
    }
  }

  /** Returns the running bar, null if there is none or its beginning was not seen. */
  @Nullable Bar running() {
    return oneEnded ? aggregator.partial().orElse(null) : null;
  }

  static void feed(FeatureKernel kernel, Bar bar) {
    kernel.update(bar.knownAt(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
  }
}
