package io.quantkit.features.kernel;

/**
 * The central sums of squares and products of the last {@code size} pairs of numbers, with the
 * accuracy of {@link SlidingMoments}.
 */
public final class SlidingCovariance {
  /** How many numbers a cell holds: suffix sums of x, y, xx, xy and yy about the base. */
  private static final int WIDTH = 5;

  private final int size;

  /** {@code 1 / size}. */
  private final double inverse;

  /** By pair of the old block: the sums of it and of what follows it. */
  private final double[] cells;

  /** The new block. */
  private final double[] newX;

  private final double[] newY;

  private int filled;
  private boolean full;
  private double baseX;
  private double baseY;
  private double sumX;
  private double sumY;
  private double sumXx;
  private double sumXy;
  private double sumYy;

  /** Creates an empty window of {@code size} pairs, at least 1. */
  public SlidingCovariance(int size) {
    this.size = size;
    inverse = 1.0 / size;
    cells = new double[WIDTH * size];
    newX = new double[size];
    newY = new double[size];
    clear();
  }

  private SlidingCovariance(SlidingCovariance other) {
    size = other.size;
    inverse = other.inverse;
    cells = other.cells.clone();
    newX = other.newX.clone();
    newY = other.newY.clone();
    filled = other.filled;
    full = other.full;
    baseX = other.baseX;
    baseY = other.baseY;
    sumX = other.sumX;
    sumY = other.sumY;
    sumXx = other.sumXx;
    sumXy = other.sumXy;
    sumYy = other.sumYy;
  }

  /** Returns an independent window with the same content. */
  public SlidingCovariance copy() {
    return new SlidingCovariance(this);
  }

  /** Forgets everything. */
  public void clear() {
    filled = 0;
    full = false;
    baseX = 0;
    baseY = 0;
    resetSums();
  }

  private void resetSums() {
    sumX = 0;
    sumY = 0;
    sumXx = 0;
    sumXy = 0;
    sumYy = 0;
  }

  /** Adds a pair of finite numbers and returns whether the window is full. */
  public boolean add(double x, double y) {
    newX[filled] = x;
    newY[filled] = y;
    if (++filled == size) {
      turn(x, y);
      return true;
    }
    double dx = x - baseX;
    double dy = y - baseY;
    sumX += dx;
    sumY += dy;
    sumXx = Math.fma(dx, dx, sumXx);
    sumXy = Math.fma(dx, dy, sumXy);
    sumYy = Math.fma(dy, dy, sumYy);
    return full;
  }

  /**
   * Adds pairs of finite numbers to a full window and tells the sums after each of them, those of
   * squares before they are made 0 where they are negative by rounding.
   *
   * @param x the one numbers; not modified
   * @param y the others; not modified
   * @param count how many pairs there are, from position 0 on
   * @param squaresX receives {@link #squaresX()}; modified
   * @param products receives {@link #products()}; modified
   * @param squaresY receives {@link #squaresY()}; modified
   */
  public void add(
      double[] x, double[] y, int count, double[] squaresX, double[] products, double[] squaresY) {
    int t = 0;
    while (t < count) {
      int steps = Math.min(count - t, size - 1 - filled);
      if (steps > 0) {
        run(x, y, t, steps, squaresX, products, squaresY);
        t += steps;
      }
      if (t < count) {
        add(x[t], y[t]);
        squaresX[t] = squaresX();
        products[t] = products();
        squaresY[t] = squaresY();
        t++;
      }
    }
  }

  /** Adds pairs that do not complete a block of the window's size. */
  private void run(
      double[] x,
      double[] y,
      int from,
      int steps,
      double[] squaresX,
      double[] products,
      double[] squaresY) {
    double[] old = cells;
    double n = -inverse;
    double bx = baseX;
    double by = baseY;
    double sx = sumX;
    double sy = sumY;
    double sxx = sumXx;
    double sxy = sumXy;
    double syy = sumYy;
    int to = from + steps;
    int shift = filled + 1 - from;
    for (int t = from; t < to; t++) {
      double dx = x[t] - bx;
      double dy = y[t] - by;
      sx += dx;
      sy += dy;
      sxx = Math.fma(dx, dx, sxx);
      sxy = Math.fma(dx, dy, sxy);
      syy = Math.fma(dy, dy, syy);
      int at = WIDTH * (t + shift);
      double tx = old[at] + sx;
      double ty = old[at + 1] + sy;
      double mx = n * tx;
      squaresX[t] = Math.fma(mx, tx, old[at + 2] + sxx);
      products[t] = Math.fma(mx, ty, old[at + 3] + sxy);
      squaresY[t] = Math.fma(n * ty, ty, old[at + 4] + syy);
    }
    System.arraycopy(x, from, newX, filled, steps);
    System.arraycopy(y, from, newY, filled, steps);
    filled += steps;
    sumX = sx;
    sumY = sy;
    sumXx = sxx;
    sumXy = sxy;
    sumYy = syy;
  }

  /** Returns whether the window is full. */
  public boolean full() {
    return full;
  }

  /** Returns the sum of squared deviations of x, at least 0; {@code NaN} until full. */
  public double squaresX() {
    double total = total(0, sumX);
    return Math.max(0, Math.fma(-inverse * total, total, total(2, sumXx)));
  }

  /** Returns the sum of products of deviations; {@code NaN} until full. */
  public double products() {
    return Math.fma(-inverse * total(0, sumX), total(1, sumY), total(3, sumXy));
  }

  /** Returns the sum of squared deviations of y, at least 0; {@code NaN} until full. */
  public double squaresY() {
    double total = total(1, sumY);
    return Math.max(0, Math.fma(-inverse * total, total, total(4, sumYy)));
  }

  private double total(int which, double sum) {
    return full ? cells[WIDTH * filled + which] + sum : Double.NaN;
  }

  /** Makes the block that is complete the old one. */
  private void turn(double lastX, double lastY) {
    double[] old = cells;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = size - 1; i >= 0; i--) {
      int at = WIDTH * i;
      double dx = newX[i] - lastX;
      double dy = newY[i] - lastY;
      x += dx;
      y += dy;
      xx = Math.fma(dx, dx, xx);
      xy = Math.fma(dx, dy, xy);
      yy = Math.fma(dy, dy, yy);
      old[at] = x;
      old[at + 1] = y;
      old[at + 2] = xx;
      old[at + 3] = xy;
      old[at + 4] = yy;
    }
    baseX = lastX;
    baseY = lastY;
    resetSums();
    filled = 0;
    full = true;
  }
}
