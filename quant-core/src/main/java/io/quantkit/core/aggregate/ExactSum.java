package io.quantkit.core.aggregate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The exact sum of any finite numbers, in any order, rounded once when it is read.
 *
 * <p>Three numbers take every addition, each the rounding error of the one before it; together they
 * hold some 150 binary digits, enough for trades. What even the third loses goes to an expansion:
 * numbers that do not overlap, least first, whose sum is what was lost. Reading sums the expansion
 * of all and rounds to nearest, ties to even.
 *
 * <p>Sources: D. E. Knuth, "The Art of Computer Programming" vol. 2, 4.2.2 (the error of an
 * addition); J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust
 * Geometric Predicates", Discrete & Computational Geometry 18 (1997).
 */
final class ExactSum {
  /** The 2098 binary digits of the doubles in pieces of 53, and room to spare. */
  private static final int CAPACITY = 48;

  private double high;
  private double middle;
  private double low;
  private final double[] rest = new double[CAPACITY];
  private int restSize;
  private final double[] scratch = new double[CAPACITY];

  void clear() {
    high = 0;
    middle = 0;
    low = 0;
    restSize = 0;
  }

  void add(double value) {
    double sum = high + value;
    double lost = lost(high, value, sum);
    high = sum;
    sum = middle + lost;
    lost = lost(middle, lost, sum);
    middle = sum;
    sum = low + lost;
    lost = lost(low, lost, sum);
    low = sum;
    if (lost != 0) {
      restSize = grow(rest, restSize, lost);
    }
  }

  /** Adds {@code a * b} exactly, as long as the product's last digits do not underflow. */
  void addProduct(double a, double b) {
    double product = a * b;
    double lost = Math.fma(a, b, -product);
    add(product);
    if (lost != 0) {
      add(lost);
    }
  }

  /** Returns the sum to about 15 digits, quickly. */
  double rough() {
    return high + middle;
  }

  /** Returns whether the rounded sum is at least the given positive bound. */
  boolean reaches(double bound) {
    return rough() >= bound * (1 - 1e-12) && value() >= bound;
  }

  /** Returns the double nearest to the sum. */
  double value() {
    if (middle == 0 && low == 0 && restSize == 0) {
      return high;
    }
    System.arraycopy(rest, 0, scratch, 0, restSize);
    int size = grow(scratch, restSize, low);
    size = grow(scratch, size, middle);
    size = grow(scratch, size, high);
    return rounded(scratch, size);
  }

  /** Returns what {@code a + b = sum} lost by rounding, exactly. */
  private static double lost(double a, double b, double sum) {
    double added = sum - a;
    return (a - (sum - added)) + (b - added);
  }

  /** Adds a number to an expansion; returns its new size. */
  private static int grow(double[] parts, int size, double value) {
    double x = value;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      double y = parts[i];
      double sum = x + y;
      double lost = lost(x, y, sum);
      if (lost != 0) {
        parts[kept++] = lost;
      }
      x = sum;
    }
    if (x != 0) {
      parts[kept++] = x;
    }
    return kept;
  }

  private static double rounded(double[] parts, int size) {
    if (size == 0) {
      return 0;
    }
    int i = size - 1;
    double sum = parts[i];
    double lost = 0;
    while (i > 0 && lost == 0) {
      double x = sum;
      double y = parts[--i];
      sum = x + y;
      lost = y - (sum - x);
    }
    // Halfway between two doubles the parts that are left decide.
    if (i > 0 && Math.signum(lost) == Math.signum(parts[i - 1])) {
      double twice = lost * 2;
      double next = sum + twice;
      if (next - sum == twice) {
        return next;
      }
    }
    return sum;
  }

  void save(DataOutputStream out) throws IOException {
    out.writeDouble(high);
    out.writeDouble(middle);
    out.writeDouble(low);
    out.writeByte(restSize);
    for (int i = 0; i < restSize; i++) {
      out.writeDouble(rest[i]);
    }
  }

  void load(DataInputStream in) throws IOException {
    high = in.readDouble();
    middle = in.readDouble();
    low = in.readDouble();
    restSize = in.readByte();
    for (int i = 0; i < restSize; i++) {
      rest[i] = in.readDouble();
    }
  }
}
