package io.quantkit.features.kernel;

/**
 * Ehlers' MESA adaptive mean and the mean that follows it at half its weight: exponential means
 * whose weight is the inverse of the change of phase.
 */
public final class MesaAdaptiveMean {
  private static final int IDLE = 12;
  private static final int WITHHELD = 20;
  private static final double DEGREES = 45 / StrictMath.atan(1);

  private final double fast;
  private final double slow;
  private final HilbertTransform transform;
  private int seen;
  private double lastPhase;
  private double mean;
  private double following;

  /**
   * Creates an empty mean.
   *
   * @param fast the largest weight, in (0, 1]
   * @param slow the smallest weight, in (0, 1]
   */
  public MesaAdaptiveMean(double fast, double slow) {
    this.fast = fast;
    this.slow = slow;
    transform = new HilbertTransform(IDLE);
  }

  private MesaAdaptiveMean(MesaAdaptiveMean other) {
    fast = other.fast;
    slow = other.slow;
    transform = other.transform.copy();
    seen = other.seen;
    lastPhase = other.lastPhase;
    mean = other.mean;
    following = other.following;
  }

  /** Returns an independent mean in the same state. */
  public MesaAdaptiveMean copy() {
    return new MesaAdaptiveMean(this);
  }

  /** Forgets everything. */
  public void clear() {
    transform.clear();
    seen = 0;
    lastPhase = 0;
    mean = 0;
    following = 0;
  }

  /** Adds a finite number. */
  public void add(double x) {
    if (!transform.add(x)) {
      return;
    }
    double i = transform.inPhase();
    double phase = i == 0 ? 0 : StrictMath.atan(transform.quadrature() / i) * DEGREES;
    double change = Math.max(1, lastPhase - phase);
    lastPhase = phase;
    double weight = change > 1 ? Math.max(slow, fast / change) : fast;
    mean = weight * x + (1 - weight) * mean;
    following = weight / 2 * mean + (1 - weight / 2) * following;
    seen = Math.min(seen + 1, WITHHELD + 1);
  }

  /** Returns the mean, {@code NaN} for the first 32 numbers. */
  public double mean() {
    return seen > WITHHELD ? mean : Double.NaN;
  }

  /** Returns the mean that follows, {@code NaN} for the first 32 numbers. */
  public double following() {
    return seen > WITHHELD ? following : Double.NaN;
  }
}
