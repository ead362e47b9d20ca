package io.quantkit.features.microstructure;

import java.util.Arrays;

/**
 * The sums of rows of numbers that are younger than a span: of those at times in {@code (now -
 * span, now]}.
 *
 * <p>Nothing is ever subtracted from a running sum, so the sums do not drift: what is about to
 * leave carries the sum from itself to the end of its block, as in a queue made of two stacks. When
 * rows leave does not depend on how often {@link #expire} is called, so neither do the bits.
 */
final class TimedSums {
  private final long span;
  private long[] times;

  /** By column and cell of the ring: the numbers. */
  private final double[][] numbers;

  /**
   * By column and cell of the ring: of the oldest rows, the sum from the row to the block's end.
   */
  private final double[][] suffixes;

  private final double[] younger;
  private int head;
  private int size;
  private int block;

  TimedSums(long span, int columns) {
    this.span = span;
    times = new long[16];
    numbers = new double[columns][16];
    suffixes = new double[columns][16];
    younger = new double[columns];
  }

  private TimedSums(TimedSums other) {
    span = other.span;
    times = other.times.clone();
    numbers = clone(other.numbers);
    suffixes = clone(other.suffixes);
    younger = other.younger.clone();
    head = other.head;
    size = other.size;
    block = other.block;
  }

  private static double[][] clone(double[][] of) {
    double[][] clone = of.clone();
    for (int i = 0; i < clone.length; i++) {
      clone[i] = clone[i].clone();
    }
    return clone;
  }

  TimedSums copy() {
    return new TimedSums(this);
  }

  /** Forgets what is too old at a time. */
  void expire(long now) {
    while (size > 0 && now - times[head] >= span) {
      if (block == 0) {
        turn();
      }
      head = head + 1 == times.length ? 0 : head + 1;
      size--;
      block--;
    }
  }

  /** Adds a row, then its numbers are {@link #put}. What is too old then is forgotten first. */
  void add(long time) {
    expire(time);
    if (size == times.length) {
      grow();
    }
    times[cell(size)] = time;
    size++;
  }

  /** Sets a finite number of the row added last, once per column. */
  void put(int column, double value) {
    numbers[column][cell(size - 1)] = value;
    younger[column] += value;
  }

  int size() {
    return size;
  }

  double sum(int column) {
    return block == 0 ? younger[column] : suffixes[column][head] + younger[column];
  }

  /** Returns the time of the oldest row; there must be one. */
  long oldestTime() {
    return times[head];
  }

  /** Returns a number of the oldest row; there must be one. */
  double oldest(int column) {
    return numbers[column][head];
  }

  private int cell(int position) {
    int at = head + position;
    return at >= times.length ? at - times.length : at;
  }

  private void turn() {
    for (int c = 0; c < numbers.length; c++) {
      double sum = 0;
      for (int i = size - 1; i >= 0; i--) {
        sum += numbers[c][cell(i)];
        suffixes[c][cell(i)] = sum;
      }
      younger[c] = 0;
    }
    block = size;
  }

  private void grow() {
    int capacity = times.length;
    long[] moved = new long[2 * capacity];
    System.arraycopy(times, head, moved, 0, capacity - head);
    System.arraycopy(times, 0, moved, capacity - head, head);
    times = moved;
    for (int c = 0; c < numbers.length; c++) {
      numbers[c] = unrolled(numbers[c]);
      suffixes[c] = unrolled(suffixes[c]);
    }
    head = 0;
  }

  private double[] unrolled(double[] ring) {
    double[] moved = Arrays.copyOfRange(ring, head, head + 2 * ring.length);
    System.arraycopy(ring, 0, moved, ring.length - head, head);
    return moved;
  }
}
