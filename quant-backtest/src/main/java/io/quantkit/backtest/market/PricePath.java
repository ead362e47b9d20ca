package io.quantkit.backtest.market;

import java.util.Arrays;

/**
 * Prices in the order in which they are taken to have traded in a bar, with straight lines between
 * them. A position on the path is the number of a point and how far it is to the next one.
 */
final class PricePath {
  private double[] points = new double[8];
  private int size;

  PricePath clear() {
    size = 0;
    return this;
  }

  PricePath add(double price) {
    if (size == points.length) {
      points = Arrays.copyOf(points, 2 * size);
    }
    points[size++] = price;
    return this;
  }

  int size() {
    return size;
  }

  double point(int i) {
    return points[i];
  }

  /** Returns the last position. */
  double end() {
    return size - 1.0;
  }

  double at(double position) {
    int i = (int) position;
    if (i >= size - 1) {
      return points[size - 1];
    }
    return points[i] + (position - i) * (points[i + 1] - points[i]);
  }

  /** Returns the first position from {@code from} on at which the price is at or beyond a level. */
  double reach(double level, boolean rising, double from) {
    return cross(level, rising, from, false);
  }

  /** Returns where the price reaches a level that it then goes beyond, infinity if it does not. */
  double passThrough(double level, boolean rising, double from) {
    return cross(level, rising, from, true);
  }

  private double cross(double level, boolean rising, double from, boolean beyond) {
    double before = at(from);
    for (int i = (int) from + 1; i < size; i++) {
      double after = points[i];
      boolean reached =
          rising
              ? (beyond ? after > level : after >= level)
              : (beyond ? after < level : after <= level);
      if (reached) {
        double segment = Math.max(from, i - 1.0);
        double part = after == before ? 1 : (level - before) / (after - before);
        return segment + Math.max(0, Math.min(1, part)) * (i - segment);
      }
      before = after;
    }
    return Double.POSITIVE_INFINITY;
  }
}
