package io.quantkit.features.kernel;

/** The mutable state of numbers that depend on a window of pairs. */
public interface PairStatistic {

  /** Forgets everything. */
  void clear();

  /** Adds a pair of finite numbers and returns whether the window is full. */
  boolean add(double x, double y);

  /** Writes the outputs as of the last pair. */
  void write(double[] out);

  /** Returns an independent state with the same content. */
  PairStatistic copy();
}
