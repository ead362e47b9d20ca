package io.quantkit.features.kernel;

/** The mutable state of numbers that depend on a window, or on all the past, of a stream. */
public interface WindowStatistic {

  /** Forgets everything. */
  void clear();

  /** Adds a finite number and returns whether there is anything to write. */
  boolean add(double x);

  /** Writes the outputs as of the last number. */
  void write(double[] out);

  /** Returns an independent state with the same content. */
  WindowStatistic copy();
}
