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
    sumXx = Math.fma(dx, dx, sumXx);
    sumXy = Math.fma(dx, dy, sumXy);
    sumYy = Math.fma(dy, dy, sumYy);
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
   * @param meansX scratch space; modified
   * @param meansY scratch space; modified
   */
  public void add(
      double[] x,
      double[] y,
      int count,
      double[] squaresX,
      double[] products,
      double[] squaresY,
      double[] meansX,
      double[] meansY) {
    int t = 0;
    while (t < count) {
      int steps = Math.min(count - t, size - 1 - filled);
      run(x, y, t, steps, squaresX, products, squaresY, meansX, meansY);
      t += steps;
      if (t < count) {
        add(x[t], y[t]);
        meansX[t] = totalX;
        meansY[t] = totalY;
        squaresX[t] = totalXx;
        products[t] = totalXy;
        squaresY[t] = totalYy;
        t++;
      }
    }
    double n = inverse;
    for (int i = 0; i < count; i++) {
      products[i] = Math.fma(-meansX[i] * n, meansY[i], products[i]);
    }
    for (int i = 0; i < count; i++) {
      squaresX[i] = Math.max(0, Math.fma(-meansX[i] * n, meansX[i], squaresX[i]));
    }
    for (int i = 0; i < count; i++) {
      squaresY[i] = Math.max(0, Math.fma(-meansY[i] * n, meansY[i], squaresY[i]));
    }
  }

  /** Adds pairs that do not complete a block of the window's size and tells the totals. */
  private void run(
      double[] x,
      double[] y,
      int from,
      int steps,
      double[] outXx,
      double[] outXy,
      double[] outYy,
      double[] outX,
      double[] outY) {
    double bx = baseX;
    double by = baseY;
    double sx = sumX;
    double sy = sumY;
    double sxx = sumXx;
    double sxy = sumXy;
    double syy = sumYy;
    int k = filled;
    for (int t = from; t < from + steps; t++) {
      double newX = x[t];
      double newY = y[t];
      cellsX[k] = newX;
      cellsY[k] = newY;
      k++;
      double dx = newX - bx;
      double dy = newY - by;
      sx += dx;
      sy += dy;
      sxx = Math.fma(dx, dx, sxx);
      sxy = Math.fma(dx, dy, sxy);
      syy = Math.fma(dy, dy, syy);
      outX[t] = cellsX[k] + sx;
      outY[t] = cellsY[k] + sy;
      outXx[t] = cellsXx[k] + sxx;
      outXy[t] = cellsXy[k] + sxy;
      outYy[t] = cellsYy[k] + syy;
    }
    if (steps > 0) {
      int last = from + steps - 1;
      totalX = outX[last];
      totalY = outY[last];
      totalXx = outXx[last];
      totalXy = outXy[last];
      totalYy = outYy[last];
    }
    filled = k;
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
    for (int i = size - 1; i >= 0; i--) {
      double dx = cellsX[i] - lastX;
      double dy = cellsY[i] - lastY;
      x += dx;
      y += dy;
      xx = Math.fma(dx, dx, xx);
      xy = Math.fma(dx, dy, xy);
      yy = Math.fma(dy, dy, yy);
      cellsX[i] = x;
      cellsY[i] = y;
      cellsXx[i] = xx;
      cellsXy[i] = xy;
      cellsYy[i] = yy;
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
