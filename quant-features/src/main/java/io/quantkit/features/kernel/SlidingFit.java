package io.quantkit.features.kernel;

/**
 * The least-squares line or parabola through the last {@code size} numbers, and how far they are
 * from it.
 *
 * <p>The sum of squared errors is what orthogonal polynomials leave of the sum of squares. That
 * difference cancels when the fit is good, so all sums are {@link Twofold} and it is still right to
 * the rounding of the numbers. They are taken by the blocks of {@link SlidingMoments}: nothing is
 * subtracted, nothing drifts, and a step costs a constant number of operations on average.
 */
public final class SlidingFit {
  /*
   * Times t count from the end of the old block: 0 for the first number of the new one, -1 for the
   * last one of the old. Cells hold the sums of d, d^2, t d and t^2 d, with d the distance from the
   * base, of the old block's numbers from a place to its end. About the middle of the window, with u
   * the time from there, twice as large so that all factors are whole numbers:
   *
   *   L = sum(2 u d)                  sum((2 u)^2) = n (n^2 - 1) / 3
   *   Q = sum((12 u^2 - n^2 + 1) d)   sum((12 u^2 - n^2 + 1)^2) = 4 n (n^2 - 1) (n^2 - 4) / 5
   */
  private static final int NUMBERS = 0;
  private static final int SQUARES = 1;
  private static final int FIRST = 2;
  private static final int SECOND = 3;

  private final int size;
  private final int degree;
  private final double[][] high;
  private final double[][] low;
  private final Twofold[] prefix;
  private final Twofold[] total;
  private final Twofold part = new Twofold();

  /** What the squares of the sum, of L and of Q are multiplied with. */
  private final Twofold ofSum;

  private final Twofold ofL;
  private final Twofold ofQ;
  private final double slopeOfL;
  private final double bendOfQ;
  private int filled;
  private boolean full;
  private double base;
  private double mean;
  private double slope;
  private double bend;
  private double squares;
  private double errors;

  /**
   * Creates an empty window.
   *
   * @param size how many numbers it holds, more than {@code degree}
   * @param degree 1 for a line, 2 for a parabola
   */
  public SlidingFit(int size, int degree) {
    this.size = size;
    this.degree = degree;
    int sums = degree + 2;
    high = new double[sums][size];
    low = new double[sums][size];
    prefix = new Twofold[sums];
    total = new Twofold[sums];
    for (int i = 0; i < sums; i++) {
      prefix[i] = new Twofold();
      total[i] = new Twofold();
    }
    double n = size;
    double n2 = n * n - 1;
    double n4 = n * n - 4;
    ofSum = new Twofold().set(1, 0).divide(n);
    ofL = new Twofold().set(3, 0).divide(n).divide(n2);
    ofQ = new Twofold().set(1.25, 0).divide(n).divide(n2).divide(n4);
    slopeOfL = 6 / (n * n2);
    bendOfQ = 15 / (n * n2 * n4);
    clear();
  }

  /** Returns an independent window with the same content. */
  public SlidingFit copy() {
    SlidingFit copy = new SlidingFit(size, degree);
    for (int i = 0; i < prefix.length; i++) {
      System.arraycopy(high[i], 0, copy.high[i], 0, size);
      System.arraycopy(low[i], 0, copy.low[i], 0, size);
      copy.prefix[i].set(prefix[i]);
    }
    copy.filled = filled;
    copy.full = full;
    copy.base = base;
    copy.mean = mean;
    copy.slope = slope;
    copy.bend = bend;
    copy.squares = squares;
    copy.errors = errors;
    return copy;
  }

  /** Forgets everything. */
  public void clear() {
    filled = 0;
    full = false;
    base = 0;
    begin();
    mean = Double.NaN;
    slope = Double.NaN;
    bend = Double.NaN;
    squares = Double.NaN;
    errors = Double.NaN;
  }

  private void begin() {
    for (Twofold sum : prefix) {
      sum.set(0, 0);
    }
  }

  /** Adds a finite number and returns whether the window is full. */
  public boolean add(double x) {
    // The place of a number that has left the window.
    high[NUMBERS][filled] = x;
    if (filled + 1 == size) {
      turn(x);
    } else {
      put(x - base, filled);
      filled++;
    }
    if (full) {
      fit();
    }
    return full;
  }

  private void put(double d, double t) {
    prefix[NUMBERS].add(d);
    prefix[SQUARES].addProduct(d, d);
    prefix[FIRST].addProduct(t, d);
    if (degree == 2) {
      prefix[SECOND].addProduct(t * t, d);
    }
  }

  private void turn(double last) {
    begin();
    double[] numbers = high[NUMBERS];
    for (int i = size - 1; i >= 0; i--) {
      put(numbers[i] - last, i - size);
      for (int k = 0; k < prefix.length; k++) {
        high[k][i] = prefix[k].high();
        low[k][i] = prefix[k].low();
      }
    }
    begin();
    base = last;
    filled = 0;
    full = true;
  }

  private void fit() {
    for (int k = 0; k < prefix.length; k++) {
      total[k].set(prefix[k]).add(high[k][filled], low[k][filled]);
    }
    double twiceMiddle = 2.0 * filled - size - 1;
    Twofold sum = total[NUMBERS];
    mean = base + sum.value() / size;
    part.set(sum).square().multiply(ofSum);
    Twofold rest = total[SQUARES].subtract(part);
    squares = Math.max(0, rest.value());

    part.set(total[FIRST]).multiply(2).addProduct(-twiceMiddle, sum);
    slope = slopeOfL * part.value();
    rest.subtract(part.square().multiply(ofL));

    if (degree == 2) {
      double ofNumbers = 3 * twiceMiddle * twiceMiddle - ((double) size * size - 1);
      part.set(total[SECOND])
          .multiply(12)
          .addProduct(-12 * twiceMiddle, total[FIRST])
          .addProduct(ofNumbers, sum);
      bend = bendOfQ * part.value();
      rest.subtract(part.square().multiply(ofQ));
    }
    errors = Math.max(0, rest.value());
  }

  /** Returns the mean of the window, {@code NaN} until it is full. */
  public double mean() {
    return mean;
  }

  /** Returns the slope in the middle of the window, per step. */
  public double slope() {
    return slope;
  }

  /** Returns the parabola's coefficient of the square of time. */
  public double bend() {
    return bend;
  }

  /** Returns the sum of the squared distances from the mean: 0 if and only if all are equal. */
  public double squares() {
    return squares;
  }

  /** Returns the sum of the squared distances from the line or the parabola. */
  public double errors() {
    return errors;
  }
}
