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
   * Blocks as in WindowMean. Let d be the numbers less the base, S their sum and W = d[1] + 2 d[2] +
   * ... + size d[size], the oldest first. Every sum with linear weights is p S + q W. When k numbers
   * of the new block were added, the window reaches back to cell i = k of the block before, and
   *
   *   p S + q W = old[i] + (p + q (size + 1)) a - q b
   *   old[i] = p (d[i] + d[i+1] + ...) + q (d[i] + 2 d[i+1] + ...)   by suffix sums and their sums
   *   a      = sum of the k new numbers
   *   b      = the sum of all their prefix sums: k a + a - b = d[1] + 2 d[2] + ...
   */
  /** How many numbers are taken at a time: few enough to stay in the nearest cache. */
  private static final int BLOCK = 512;

  private final int size;
  private final double level;
  private final double p;
  private final double q;
  private final double u;
  private final double[] cells;

  /** Room for what windows that end at each of many numbers have of the new and the old block. */
  private double[] ahead = {};

  private double[] behind = {};

  private int filled;
  private boolean full;
  private double base;
  private double ground;
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
    ground = other.ground;
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
    double old = cells[k];
    cells[k] = x;
    if (k == size - 1) {
      old = turn(x);
    } else {
      prefix += x - base;
      prefixes += prefix;
      filled = k + 1;
    }
    return full ? old + ahead(prefix, prefixes) : Double.NaN;
  }

  private double ahead(double a, double b) {
    return Math.fma(u, a, Math.fma(-q, b, ground));
  }

  @Override
  public void add(double[] in, int from, int to, double[] out, int outFrom) {
    int shift = outFrom - from;
    int t = from;
    while (t < to) {
      int whole = Math.min(to - t, BLOCK) / size * size;
      if (full && filled == 0 && whole > 0) {
        blocks(in, t, whole, out, t + shift);
        t += whole;
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
    double a = prefix;
    double b = prefixes;
    int k = filled;
    for (int i = 0; i < count; i++) {
      double x = in[from + i];
      a += x - first;
      b += a;
      out[outFrom + i] = old[k + i] + ahead(a, b);
      old[k + i] = x;
    }
    prefix = a;
    prefixes = b;
    filled = k + count;
  }

  /** Adds whole blocks. */
  private void blocks(double[] in, int from, int count, double[] out, int outFrom) {
    int n = size;
    if (ahead.length == 0) {
      ahead = new double[BLOCK];
      behind = new double[BLOCK + n];
    }
    System.arraycopy(cells, 0, behind, 0, n - 1);
    sum(in, from, count, ahead, behind);
    System.arraycopy(behind, count, cells, 0, n - 1);
    join(ahead, behind, count);
    System.arraycopy(ahead, 0, out, outFrom, count);
  }

  /**
   * Sums each block from the front, and another from behind at the same time: the sum of what
   * begins with a number of a block goes where the window that begins with it ends.
   */
  private void sum(double[] in, int from, int count, double[] front, double[] back) {
    int n = size;
    double p1 = p;
    double q1 = q;
    double u1 = u;
    double level1 = level;
    double first = base;
    double under = ground;
    double a = 0;
    double b = 0;
    double last = in[from + count - 1];
    double suffix = 0;
    double suffixes = 0;
    int left = n;
    for (int i = 0, j = count - 1; i < count; i++, j--) {
      double x = in[from + i];
      a += x - first;
      b += a;
      suffix += in[from + j] - last;
      suffixes += suffix;
      back[j + n - 1] = Math.fma(p1, suffix, q1 * suffixes);
      left--;
      if (left == 0) {
        left = n;
        first = x;
        under = level1 * x;
        a = 0;
        b = 0;
        last = in[from + Math.max(0, j - 1)];
        suffix = 0;
        suffixes = 0;
      }
      front[i] = Math.fma(u1, a, Math.fma(-q1, b, under));
    }
    base = first;
    ground = under;
  }

  private static void join(double[] front, double[] back, int count) {
    for (int i = 0; i < count; i++) {
      front[i] += back[i];
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
    ground = level * last;
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
    ground = 0;
    prefix = 0;
    prefixes = 0;
  }

  @Override
  public Filter copy() {
    return new LinearWindow(this);
  }
}
