package io.quantkit.features.kernel;

/**
 * A sum of the last {@code size} numbers whose weights rise or fall by the same amount from one
 * number to the next: the slope and every point of the straight line that fits them best.
 *
 * <p>A step costs a constant number of operations on average and nothing is ever subtracted from a
 * running sum, so the error is that of adding one window about one of its numbers, however long the
 * stream.
 */
public final class LinearWindow implements Filter {
  /*
   * Blocks as in SlidingMoments. Let d be the numbers less the base, S their sum and W = d[1] + 2 d[2] +
   * ... + size d[size], the oldest first. Every sum with linear weights is p S + q W. When k numbers
   * of the new block were added, the window reaches back to cell i = k of the block before, and
   *
   *   p S + q W = old[i] + (p + q (size + 1)) a - q b
   *   old[i] = p (d[i] + d[i+1] + ...) + q (d[i] + 2 d[i+1] + ...)   by suffix sums and their sums
   *   a      = sum of the k new numbers
   *   b      = the sum of all their prefix sums: k a + a - b = d[1] + 2 d[2] + ...
   */
  private final int size;
  private final double level;
  private final double p;
  private final double q;
  private final double u;
  private double[] cells;

  /** What will become {@code cells} when the next whole blocks are added. */
  private double[] next = {};

  private double[] work = {};

  private int filled;
  private boolean full;
  private double base;
  private double prefix;
  private double prefixes;

  /**
   * Creates an empty window.
   *
   * @param level the sum of all weights
   */
  private LinearWindow(int size, double level, double p, double q) {
    this.size = size;
    this.level = level;
    this.p = p;
    this.q = q;
    u = p + q * (size + 1.0);
    cells = new double[size];
  }

  private LinearWindow(LinearWindow other) {
    size = other.size;
    level = other.level;
    p = other.p;
    q = other.q;
    u = other.u;
    cells = other.cells.clone();
    filled = other.filled;
    full = other.full;
    base = other.base;
    prefix = other.prefix;
    prefixes = other.prefixes;
  }

  /**
   * Returns the slope per number of the line of least squares.
   *
   * @param size at least 2
   */
  public static LinearWindow slope(int size) {
    double q = 12 / (size * ((double) size * size - 1));
    return new LinearWindow(size, 0, -q * (size + 1) / 2, q);
  }

  /**
   * Returns the line of least squares at a place.
   *
   * @param size at least 2
   * @param ahead how many numbers after the last one
   */
  public static LinearWindow line(int size, int ahead) {
    double q = 12 / (size * ((double) size * size - 1)) * ((size - 1) / 2.0 + ahead);
    return new LinearWindow(size, 1, 1.0 / size - q * (size + 1) / 2, q);
  }

  @Override
  public double add(double x) {
    int k = filled;
    if (k == size - 1) {
      cells[k] = x;
      double total = turn(x);
      return level * x + total;
    }
    prefix += x - base;
    prefixes += prefix;
    double old = cells[k];
    cells[k] = x;
    filled = k + 1;
    return full ? level * base + Math.fma(u, prefix, Math.fma(-q, prefixes, old)) : Double.NaN;
  }

  @Override
  public void add(double[] in, int from, int to, double[] out, int outFrom) {
    int shift = outFrom - from;
    int t = from;
    while (t < to) {
      if (full && filled == 0 && to - t >= 2 * size) {
        blocks(in, t, out, t + shift);
        t += 2 * size;
      } else if (full && filled < size - 1) {
        int count = Math.min(to - t, size - 1 - filled);
        part(in, t, count, out, t + shift);
        t += count;
      } else {
        out[t + shift] = add(in[t]);
        t++;
      }
    }
  }

  /** Adds what comes before the block is complete. */
  private void part(double[] in, int from, int count, double[] out, int outFrom) {
    double[] old = cells;
    double first = base;
    double ground = level * first;
    double a = prefix;
    double b = prefixes;
    int k = filled;
    for (int i = 0; i < count; i++) {
      double x = in[from + i];
      a += x - first;
      b += a;
      out[outFrom + i] = ground + Math.fma(u, a, Math.fma(-q, b, old[k + i]));
      old[k + i] = x;
    }
    prefix = a;
    prefixes = b;
    filled = k + count;
  }

  /**
   * Adds two whole blocks. Their suffix sums, and their prefix sums, do not wait for each other.
   */
  private void blocks(double[] in, int from, double[] out, int outFrom) {
    int n = size;
    if (next.length == 0) {
      next = new double[n];
      work = new double[n];
    }
    double[] fresh = next;
    double[] between = work;
    double base1 = in[from + n - 1];
    double base2 = in[from + 2 * n - 1];
    double suffix1 = 0;
    double suffix2 = 0;
    double suffixes1 = 0;
    double suffixes2 = 0;
    double total1 = 0;
    double total2 = 0;
    for (int j = n - 1; j >= 0; j--) {
      between[j] = total1;
      fresh[j] = total2;
      suffix1 += in[from + j] - base1;
      suffix2 += in[from + n + j] - base2;
      suffixes1 += suffix1;
      suffixes2 += suffix2;
      total1 = Math.fma(p, suffix1, q * suffixes1);
      total2 = Math.fma(p, suffix2, q * suffixes2);
    }
    prefixes(in, from, base, cells, out, outFrom, base1, between);
    out[outFrom + n - 1] = level * base1 + total1;
    out[outFrom + 2 * n - 1] = level * base2 + total2;
    next = cells;
    cells = fresh;
    base = base2;
    prefix = 0;
    prefixes = 0;
  }

  private void prefixes(
      double[] in,
      int from,
      double base1,
      double[] old1,
      double[] out,
      int outFrom,
      double base2,
      double[] old2) {
    int n = size;
    double ground1 = level * base1;
    double ground2 = level * base2;
    double a1 = 0;
    double a2 = 0;
    double b1 = 0;
    double b2 = 0;
    for (int i = 0; i < n; i++) {
      a1 += in[from + i] - base1;
      a2 += in[from + n + i] - base2;
      b1 += a1;
      b2 += a2;
      out[outFrom + i] = ground1 + Math.fma(u, a1, Math.fma(-q, b1, old1[i]));
      out[outFrom + n + i] = ground2 + Math.fma(u, a2, Math.fma(-q, b2, old2[i]));
    }
  }

  /**
   * Makes the block that is complete the old one: cell i then holds what the numbers after it sum
   * up to. Returns the sum of all of it.
   */
  private double turn(double last) {
    double suffix = 0;
    double suffixes = 0;
    double total = 0;
    for (int i = size - 1; i >= 0; i--) {
      double x = cells[i];
      cells[i] = total;
      suffix += x - last;
      suffixes += suffix;
      total = Math.fma(p, suffix, q * suffixes);
    }
    base = last;
    prefix = 0;
    prefixes = 0;
    filled = 0;
    full = true;
    return total;
  }

  @Override
  public void clear() {
    filled = 0;
    full = false;
    base = 0;
    prefix = 0;
    prefixes = 0;
  }

  @Override
  public Filter copy() {
    return new LinearWindow(this);
  }
}
