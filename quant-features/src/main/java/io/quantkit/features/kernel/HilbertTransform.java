package io.quantkit.features.kernel;

import java.util.Arrays;

/**
 * Ehlers' Hilbert transform with the homodyne discriminator, as TA-Lib computes it: the in-phase
 * and quadrature parts of a series and the period of its dominant cycle.
 *
 * <p>Source: J. F. Ehlers, Rocket Science for Traders, 2001, chapters 6 and 7.
 */
public final class HilbertTransform {
  /*
   * A transform of a series x is a (x[t] - x[t-6]) + b (x[t-2] - x[t-4]), times a correction that
   * depends on the period of the bar before. Histories are rings of eight, addressed by the count of
   * numbers modulo eight; they hold zeros where the recursion had not begun.
   */
  private static final double A = 0.0962;
  private static final double B = 0.5769;
  private static final double DEGREES = 45 / StrictMath.atan(1);
  private static final int MASK = 7;
  private static final int SMOOTH = 0;
  private static final int DETRENDED = 1;
  private static final int QUADRATURE = 2;
  private static final int IN_PHASE = 3;
  private static final int PRICE = 4;

  private final int idle;
  private final double[][] rings;
  private int seen;
  private int now;
  private double smoothed;
  private double inPhase;
  private double quadrature;
  private double lastI;
  private double lastQ;
  private double real;
  private double imaginary;
  private double period;
  private double smoothPeriod;

  /**
   * Creates a transform.
   *
   * @param idle how many numbers only fill the smoother before the recursion begins, at least 3
   */
  public HilbertTransform(int idle) {
    this.idle = idle;
    rings = new double[5][MASK + 1];
  }

  private HilbertTransform(HilbertTransform other) {
    idle = other.idle;
    rings = new double[other.rings.length][];
    for (int r = 0; r < rings.length; r++) {
      rings[r] = other.rings[r].clone();
    }
    seen = other.seen;
    now = other.now;
    smoothed = other.smoothed;
    inPhase = other.inPhase;
    quadrature = other.quadrature;
    lastI = other.lastI;
    lastQ = other.lastQ;
    real = other.real;
    imaginary = other.imaginary;
    period = other.period;
    smoothPeriod = other.smoothPeriod;
  }

  /** Returns an independent transform in the same state. */
  public HilbertTransform copy() {
    return new HilbertTransform(this);
  }

  /** Forgets everything. */
  public void clear() {
    for (double[] ring : rings) {
      Arrays.fill(ring, 0);
    }
    seen = 0;
    now = 0;
    lastI = 0;
    lastQ = 0;
    real = 0;
    imaginary = 0;
    period = 0;
    smoothPeriod = 0;
  }

  /** Adds a finite number and returns whether the recursion has begun. */
  public boolean add(double x) {
    now = (now + 1) & MASK;
    rings[PRICE][now] = x;
    if (seen < idle) {
      seen++;
      return false;
    }
    smoothed =
        (4 * x + 3 * ago(PRICE, 1) + 2 * ago(PRICE, 2) + ago(PRICE, 3)) * 0.1; // of four numbers
    double correction = 0.075 * period + 0.54;
    rings[SMOOTH][now] = smoothed;
    rings[DETRENDED][now] = transform(SMOOTH, correction);
    quadrature = transform(DETRENDED, correction);
    inPhase = ago(DETRENDED, 3);
    rings[QUADRATURE][now] = quadrature;
    rings[IN_PHASE][now] = inPhase;
    discriminate(transform(IN_PHASE, correction), transform(QUADRATURE, correction));
    return true;
  }

  /** Turns both parts by 90 degrees against each other and reads the period off the rotation. */
  private void discriminate(double turnedI, double turnedQ) {
    double q = 0.2 * (quadrature + turnedI) + 0.8 * lastQ;
    double i = 0.2 * (inPhase - turnedQ) + 0.8 * lastI;
    real = 0.2 * (i * lastI + q * lastQ) + 0.8 * real;
    imaginary = 0.2 * (i * lastQ - q * lastI) + 0.8 * imaginary;
    lastQ = q;
    lastI = i;
    double last = period;
    double next = last;
    if (imaginary != 0 && real != 0) {
      next = 360 / (StrictMath.atan(imaginary / real) * DEGREES);
    }
    next = Math.max(Math.min(next, 1.5 * last), 0.67 * last);
    next = Math.max(6, Math.min(50, next));
    period = 0.2 * next + 0.8 * last;
    smoothPeriod = 0.33 * period + 0.67 * smoothPeriod;
  }

  private double transform(int ring, double correction) {
    return (A * (ago(ring, 0) - ago(ring, 6)) + B * (ago(ring, 2) - ago(ring, 4))) * correction;
  }

  private double ago(int ring, int lag) {
    return rings[ring][(now - lag) & MASK];
  }

  /** Returns the weighted mean of the last four numbers. */
  public double smoothed() {
    return smoothed;
  }

  /** Returns the in-phase part, in the unit of the numbers. */
  public double inPhase() {
    return inPhase;
  }

  /** Returns the quadrature part, in the unit of the numbers. */
  public double quadrature() {
    return quadrature;
  }

  /** Returns the period of the dominant cycle, smoothed, in observations; at most 50. */
  public double period() {
    return smoothPeriod;
  }
}
