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
  private final int size;
  private final int degree;

  /** By place, the parts of the sums one after the other; the new block's number at its place. */
  private final double[] cells;

  private final int stride;

  /** Of the new block so far. */
  private final Twofold numbers = new Twofold();

  private final Twofold powers = new Twofold();
  private final Twofold first = new Twofold();
  private final Twofold second = new Twofold();

  /** Of the window. */
  private final Twofold sum = new Twofold();

  private final Twofold moment = new Twofold();
  private final Twofold part = new Twofold();
  private final Twofold rest = new Twofold();

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
    stride = 2 * (degree + 2);
    cells = new double[stride * size];
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
    System.arraycopy(cells, 0, copy.cells, 0, cells.length);
    copy.numbers.set(numbers);
    copy.powers.set(powers);
    copy.first.set(first);
    copy.second.set(second);
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
    begin();
    filled = 0;
    full = false;
    base = 0;
    mean = Double.NaN;
    slope = Double.NaN;
    bend = Double.NaN;
    squares = Double.NaN;
    errors = Double.NaN;
  }

  private void begin() {
    numbers.set(0, 0);
    powers.set(0, 0);
    first.set(0, 0);
    second.set(0, 0);
  }

  /** Adds a finite number and returns whether the window is full. */
  public boolean add(double x) {
    // The sums of a number that leaves the window are not needed any more.
    cells[stride * filled] = x;
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
    numbers.add(d);
    powers.addProduct(d, d);
    first.addProduct(t, d);
    if (degree == 2) {
      second.addProduct(t * t, d);
    }
  }

  private void turn(double last) {
    begin();
    for (int i = size - 1; i >= 0; i--) {
      int at = stride * i;
      put(cells[at] - last, i - size);
      numbers.copyInto(cells, at);
      powers.copyInto(cells, at + 2);
      first.copyInto(cells, at + 4);
      if (degree == 2) {
        second.copyInto(cells, at + 6);
      }
    }
    begin();
    base = last;
    filled = 0;
    full = true;
  }

  private void fit() {
    int at = stride * filled;
    double twiceMiddle = 2.0 * filled - size - 1;
    sum.set(numbers).add(cells[at], cells[at + 1]);
    mean = base + sum.value() / size;
    rest.set(powers).add(cells[at + 2], cells[at + 3]);
    rest.subtract(part.set(sum).square().multiply(ofSum));
    squares = Math.max(0, rest.value());

    moment.set(first).add(cells[at + 4], cells[at + 5]);
    part.set(moment).multiply(2).addProduct(-twiceMiddle, sum);
    slope = slopeOfL * part.value();
    rest.subtract(part.square().multiply(ofL));

    if (degree == 2) {
      double ofNumbers = 3 * twiceMiddle * twiceMiddle - ((double) size * size - 1);
      part.set(second).add(cells[at + 6], cells[at + 7]);
      part.multiply(12).addProduct(-12 * twiceMiddle, moment).addProduct(ofNumbers, sum);
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
