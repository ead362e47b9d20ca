package io.quantkit.features.indicator.momentum;

import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.SlidingSum;

/**
 * The sum of a window whose end is that of a narrower one: of the sums of two of those if it is
 * twice as wide.
 */
interface WiderSum {

  /**
   * Returns the sum of an empty window.
   *
   * @param narrower how many numbers the narrower window holds, at least 1
   * @param size how many numbers this one holds, at least as many
   */
  static WiderSum of(int narrower, int size) {
    return size == 2 * narrower ? new Twice(new Delay(narrower)) : new Own(new SlidingSum(size));
  }

  /** Adds a number and returns the sum, {@code NaN} until the window is full. */
  double add(double x, double narrowerSum);

  /** Adds numbers to a full window and tells the sums, all from position 0 on in other arrays. */
  void add(double[] in, double[] narrowerSums, int count, double[] sums);

  /** Forgets everything. */
  void clear();

  /** Returns an independent window with the same content. */
  WiderSum copy();

  /** The sum of two narrower windows. */
  record Twice(Delay older) implements WiderSum {
    @Override
    public double add(double x, double narrowerSum) {
      return narrowerSum + older.exchange(narrowerSum);
    }

    @Override
    public void add(double[] in, double[] narrowerSums, int count, double[] sums) {
      older.exchange(narrowerSums, count, sums);
      for (int i = 0; i < count; i++) {
        sums[i] = narrowerSums[i] + sums[i];
      }
    }

    @Override
    public void clear() {
      older.clear();
    }

    @Override
    public WiderSum copy() {
      return new Twice(older.copy());
    }
  }

  /** The sum of a window of its own. */
  record Own(SlidingSum window) implements WiderSum {
    @Override
    public double add(double x, double narrowerSum) {
      return window.add(x);
    }

    @Override
    public void add(double[] in, double[] narrowerSums, int count, double[] sums) {
      window.add(in, count, sums);
    }

    @Override
    public void clear() {
      window.clear();
    }

    @Override
    public WiderSum copy() {
      return new Own(window.copy());
    }
  }
}
