package io.quantkit.core.engine;

import io.quantkit.core.series.BarSlice;

/** Is shown bars before any strategy is: a simulated market that fills orders from them. */
@FunctionalInterface
public interface BarListener {

  /** Sees the bars that have just become known together. */
  void onBars(BarSlice bars);
}
