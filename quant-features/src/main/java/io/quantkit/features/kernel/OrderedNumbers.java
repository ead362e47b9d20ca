package io.quantkit.features.kernel;

/**
 * Numbers in order of size, as integers that compare as they do ({@link SlidingOrder#key}), each at
 * a place of its own.
 */
sealed interface OrderedNumbers permits OrderArray, OrderTree {

  /** Puts a number at an empty place. */
  void insert(int place, long key);

  /** Exchanges the number at a place. */
  void replace(int place, long old, long key);

  /** Removes all numbers. */
  void clear();

  /** Returns how many numbers are below one. */
  int below(long key);

  /** Returns the number at a position of the order, 0 for the smallest. */
  long at(int position);

  /** Returns the sum of the smallest {@code count} numbers. */
  double lowest(int count);

  /** Returns the sum of the differences of all pairs, none of them negative. */
  double spread();

  /** Returns an independent copy. */
  OrderedNumbers copy();
}
