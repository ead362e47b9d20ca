package io.quantkit.core.aggregate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The exact sum of any finite numbers, in any order, rounded once when it is read.
 *
 * <p>Kept as an expansion: numbers that do not overlap, least first, whose sum is the sum. Reading
 * rounds to nearest, ties to even. Typical sizes keep one to three of them.
 *
 * <p>Source: J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust
 * Geometric Predicates", Discrete & Computational Geometry 18 (1997).
 */
final class ExactSum {
  /** The 2098 binary digits of the doubles in pieces of 53, and room to spare. */
  private static final int CAPACITY = 48;

  private final double[] parts = new double[CAPACITY];
  private int size;

  void clear() {
    size = 0;
  }

  void set(ExactSum other) {
    System.arraycopy(other.parts, 0, parts, 0, other.size);
    size = other.size;
  }

  void add(double value) {
    double x = value;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      double y = parts[i];
      double sum = x + y;
      double lost = Math.abs(x) < Math.abs(y) ? (y - sum) + x : (x - sum) + y;
      if (lost != 0) {
        parts[kept++] = lost;
      }
      x = sum;
    }
    if (x != 0) {
      parts[kept++] = x;
    }
    size = kept;
  }

  /** Adds {@code a * b} exactly, as long as the product's last digits do not underflow. */
  void addProduct(double a, double b) {
    double product = a * b;
    double lost = Math.fma(a, b, -product);
    if (lost != 0) {
      add(lost);
    }
    add(product);
  }

  /** Returns the double nearest to the sum. */
  double value() {
    if (size == 0) {
      return 0;
    }
    int i = size - 1;
    double sum = parts[i];
    double lost = 0;
    while (i > 0) {
      double x = sum;
      double y = parts[--i];
      sum = x + y;
      lost = y - (sum - x);
      if (lost != 0) {
        break;
      }
    }
    // Halfway between two doubles the parts that are left decide.
    if (i > 0 && lost != 0 && Math.signum(lost) == Math.signum(parts[i - 1])) {
      double twice = lost * 2;
      double rounded = sum + twice;
      if (rounded - sum == twice) {
        return rounded;
      }
    }
    return sum;
  }

  void save(DataOutputStream out) throws IOException {
    out.writeByte(size);
    for (int i = 0; i < size; i++) {
      out.writeDouble(parts[i]);
    }
  }

  void load(DataInputStream in) throws IOException {
    size = in.readByte();
    for (int i = 0; i < size; i++) {
      parts[i] = in.readDouble();
    }
  }
}
