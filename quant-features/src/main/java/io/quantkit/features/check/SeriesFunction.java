package io.quantkit.features.check;

import io.quantkit.core.series.BarSeries;

/** Anything that turns a series into numbers per output and bar. */
@FunctionalInterface
public interface SeriesFunction {

  /** Returns arrays as long as the series, always the same number of them. */
  double[][] over(BarSeries series);
}
