package io.quantkit.features.crosssection;

import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Factor;
import java.util.Arrays;

/** Scores the symbols of a window of returns; the others have none. */
final class WindowKernel implements Factor.Kernel {

  /** Scores symbols. */
  @FunctionalInterface
  interface Analysis {

    /**
     * Scores the symbols of a window that has at least as many as asked for.
     *
     * @param scores by output and position in the window, {@code NaN} to begin with; modified
     */
    void analyse(ReturnWindow window, double[][] scores);
  }

  private final ReturnWindow window;
  private final int least;
  private final Analysis analysis;

  /**
   * Creates a kernel.
   *
   * @param least how many symbols there must be for there to be scores
   */
  WindowKernel(ReturnWindow window, int least, Analysis analysis) {
    this.window = window;
    this.least = least;
    this.analysis = analysis;
  }

  @Override
  public void update(BarSlice bars, double[][] out) {
    window.add(bars);
    for (double[] one : out) {
      Arrays.fill(one, Double.NaN);
    }
    if (window.size() < least) {
      return;
    }
    double[][] scores = new double[out.length][window.size()];
    for (double[] one : scores) {
      Arrays.fill(one, Double.NaN);
    }
    analysis.analyse(window, scores);
    for (int o = 0; o < out.length; o++) {
      for (int i = 0; i < window.size(); i++) {
        out[o][window.column(i)] = scores[o][i];
      }
    }
  }
}
