package io.quantkit.features.check;

import io.quantkit.core.series.Panel;

/** Anything that turns a panel into numbers per output and row, such as a score per symbol. */
@FunctionalInterface
public interface PanelFunction {

  /** Returns arrays as long as the panel has rows, always the same number of them. */
  double[][] over(Panel panel);
}
