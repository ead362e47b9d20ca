package io.quantkit.features.label;

import io.quantkit.core.market.Symbol;

/** What a return is measured against. */
public sealed interface Against {

  /** Nothing: the return itself. */
  record Nothing() implements Against {}

  /**
   * The benchmark's return over the same rows, which is subtracted. A label for which the benchmark
   * has no bar is left out.
   *
   * @param symbol a column of the panel
   */
  record Benchmark(Symbol symbol) implements Against {}

  /** The mean of all labels of the same time, each counting once, which is subtracted. */
  record CrossSection() implements Against {}
}
