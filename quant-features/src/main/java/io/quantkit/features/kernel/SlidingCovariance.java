package io.quantkit.features.kernel;

/**
 * The central sums of squares and products of the last {@code size} pairs of numbers, with the
 * accuracy of {@link SlidingMoments}.
 */
public final class SlidingCovariance {
  private final int size;

  /** {@code 1 / size}. */
  private final double inverse;

  /** Suffix sums of x, y, xx, xy and yy about the base; the first two hold x and y at first. */
  private final double[] cellsX;

  private final double[] cellsY;
  private final double[] cellsXx;
  private final double[] cellsXy;
  private final double[] cellsYy;
  private int filled;
  private boolean full;
  private double baseX;
  private double baseY;
  private double sumX;
  private double sumY;
  private double sumXx;
  private double sumXy;
  private double sumYy;
  private double totalX;
  private double totalY;
  private double totalXx;
  private double totalXy;
  private double totalYy;

  /** Creates an empty window of {@code size} pairs, at least 1. */
  public SlidingCovariance(int size) {
    this.size = size;
    inverse = 1.0 / size;
    cellsX = new double[size];
    cellsY = new double[size];
    cellsXx = new double[size];
    cellsXy = new double[size];
    cellsYy = new double[size];
    clear();
  }

  private SlidingCovariance(SlidingCovariance other) {
    size = other.size;
    inverse = other.inverse;
    cellsX = other.cellsX.clone();
    cellsY = other.cellsY.clone();
    cellsXx = other.cellsXx.clone();
    cellsXy = other.cellsXy.clone();
    cellsYy = other.cellsYy.clone();
    filled = other.filled;
    full = other.full;
    baseX = other.baseX;
    baseY = other.baseY;
    sumX = other.sumX;
    sumY = other.sumY;
    sumXx = other.sumXx;
    sumXy = other.sumXy;
    sumYy = other.sumYy;
    totalX = other.totalX;
    totalY = other.totalY;
    totalXx = other.totalXx;
    totalXy = other.totalXy;
    totalYy = other.totalYy;
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
    totalX = Double.NaN;
    totalY = Double.NaN;
    totalXx = Double.NaN;
    totalXy = Double.NaN;
    totalYy = Double.NaN;
  }

  /** Adds a pair of finite numbers and returns whether the window is full. */
  public boolean add(double x, double y) {
    int k = filled;
    cellsX[k] = x;
    cellsY[k] = y;
    if (++k == size) {
      turn(x, y);
      return true;
    }
    filled = k;
    double dx = x - baseX;
    double dy = y - baseY;
    sumX += dx;
    sumY += dy;
    sumXx += dx * dx;
    sumXy += dx * dy;
    sumYy += dy * dy;
    if (full) {
      totalX = cellsX[k] + sumX;
      totalY = cellsY[k] + sumY;
      totalXx = cellsXx[k] + sumXx;
      totalXy = cellsXy[k] + sumXy;
      totalYy = cellsYy[k] + sumYy;
    }
    return full;
  }

  /**
   * Adds pairs of finite numbers to a full window and tells the sums after each of them.
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
    notNegative(squaresX, count);
    notNegative(squaresY, count);
  }

  private static void notNegative(double[] x, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = Math.max(0, x[i]);
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
    double n = inverse;
    double bx = baseX;
    double by = baseY;
    double sx = sumX;
    double sy = sumY;
    double sxx = sumXx;
    double sxy = sumXy;
    double syy = sumYy;
    double tx = totalX;
    double ty = totalY;
    double txx = totalXx;
    double txy = totalXy;
    double tyy = totalYy;
    double[] oldX = cellsX;
    double[] oldY = cellsY;
    double[] oldXx = cellsXx;
    double[] oldXy = cellsXy;
    double[] oldYy = cellsYy;
    int k = filled + 1;
    for (int i = 0; i < steps; i++) {
      double dx = x[from + i] - bx;
      double dy = y[from + i] - by;
      sx += dx;
      sy += dy;
      sxx += dx * dx;
      sxy += dx * dy;
      syy += dy * dy;
      tx = oldX[k + i] + sx;
      ty = oldY[k + i] + sy;
      txx = oldXx[k + i] + sxx;
      txy = oldXy[k + i] + sxy;
      tyy = oldYy[k + i] + syy;
      double mx = -tx * n;
      squaresX[from + i] = Math.fma(mx, tx, txx);
      products[from + i] = Math.fma(mx, ty, txy);
      squaresY[from + i] = Math.fma(-ty * n, ty, tyy);
    }
    System.arraycopy(x, from, cellsX, filled, steps);
    System.arraycopy(y, from, cellsY, filled, steps);
    filled += steps;
    sumX = sx;
    sumY = sy;
    sumXx = sxx;
    sumXy = sxy;
    sumYy = syy;
    totalX = tx;
    totalY = ty;
    totalXx = txx;
    totalXy = txy;
    totalYy = tyy;
  }

  /** Returns whether the window is full. */
  public boolean full() {
    return full;
  }

  /** Returns the sum of squared deviations of x, at least 0; {@code NaN} until full. */
  public double squaresX() {
    return Math.max(0, Math.fma(-totalX * inverse, totalX, totalXx));
  }

  /** Returns the sum of products of deviations; {@code NaN} until full. */
  public double products() {
    return Math.fma(-totalX * inverse, totalY, totalXy);
  }

  /** Returns the sum of squared deviations of y, at least 0; {@code NaN} until full. */
  public double squaresY() {
    return Math.max(0, Math.fma(-totalY * inverse, totalY, totalYy));
  }

  private void turn(double lastX, double lastY) {
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    double[] endX = cellsX;
    double[] endY = cellsY;
    double[] endXx = cellsXx;
    double[] endXy = cellsXy;
    double[] endYy = cellsYy;
    for (int i = size - 1; i >= 0; i--) {
      double dx = endX[i] - lastX;
      double dy = endY[i] - lastY;
      x += dx;
      y += dy;
      xx += dx * dx;
      xy += dx * dy;
      yy += dy * dy;
      endX[i] = x;
      endY[i] = y;
      endXx[i] = xx;
      endXy[i] = xy;
      endYy[i] = yy;
    }
    totalX = x;
    totalY = y;
    totalXx = xx;
    totalXy = xy;
    totalYy = yy;
    baseX = lastX;
    baseY = lastY;
    resetSums();
    filled = 0;
    full = true;
  }

  private void resetSums() {
    sumX = 0;
    sumY = 0;
    sumXx = 0;
    sumXy = 0;
    sumYy = 0;
  }
}
