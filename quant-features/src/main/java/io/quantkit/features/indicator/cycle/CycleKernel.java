package io.quantkit.features.indicator.cycle;

import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.HilbertTransform;
import java.util.Arrays;

/** Follows the dominant cycle of a price and tells some of its quantities. */
final class CycleKernel implements IndicatorKernel {

  /** What can be told. */
  enum Quantity {
    PERIOD,
    IN_PHASE,
    QUADRATURE,
    PHASE,
    SINE,
    LEAD_SINE,
    TREND_LINE,
    TREND_MODE
  }

  /** How many leading values are missing of what the transform alone tells. */
  static final int SHORT = 32;

  /** How many leading values are missing of what the phase or the trend line enters. */
  static final int LONG = 63;

  /*
   * TA-Lib's recursions begin at number 12 or 37. Rings of 64 numbers hold the last prices and
   * smoothed prices, of which a cycle of at most 50 is taken; they hold zeros where there were none.
   */
  private static final int SHORT_IDLE = 12;
  private static final int LONG_IDLE = 37;
  private static final int MASK = 63;
  private static final int LONGEST = 50;
  private static final double DEGREES = 45 / StrictMath.atan(1);
  private static final double[][] SINES = table(true);
  private static final double[][] COSINES = table(false);

  private final Quantity[] told;
  private final int withheld;
  private final HilbertTransform transform;
  private final double[] prices;
  private final double[] smoothed;
  private final double[] values;
  private int now;
  private int seen;
  private double phase;
  private double sine;
  private double leadSine;
  private double trendLine;
  private double mean1;
  private double mean2;
  private double mean3;
  private int daysInTrend;
  private int trendMode;

  /**
   * Creates a kernel.
   *
   * @param warmup {@link #SHORT} or {@link #LONG}
   * @param told the outputs; kept
   */
  CycleKernel(int warmup, Quantity... told) {
    this.told = told;
    withheld = warmup;
    transform = new HilbertTransform(warmup == SHORT ? SHORT_IDLE : LONG_IDLE);
    prices = new double[MASK + 1];
    smoothed = new double[MASK + 1];
    values = new double[told.length];
    clear();
  }

  private CycleKernel(CycleKernel other) {
    told = other.told;
    withheld = other.withheld;
    transform = other.transform.copy();
    prices = other.prices.clone();
    smoothed = other.smoothed.clone();
    values = other.values.clone();
    now = other.now;
    seen = other.seen;
    phase = other.phase;
    sine = other.sine;
    leadSine = other.leadSine;
    trendLine = other.trendLine;
    mean1 = other.mean1;
    mean2 = other.mean2;
    mean3 = other.mean3;
    daysInTrend = other.daysInTrend;
    trendMode = other.trendMode;
  }

  private static double[][] table(boolean sines) {
    double[][] table = new double[LONGEST + 1][];
    for (int length = 0; length <= LONGEST; length++) {
      table[length] = new double[length];
      for (int i = 0; i < length; i++) {
        double angle = i * (360 / DEGREES) / length;
        table[length][i] = sines ? StrictMath.sin(angle) : StrictMath.cos(angle);
      }
    }
    return table;
  }

  @Override
  public double update(double x) {
    if (!Double.isFinite(x)) {
      transform.clear();
      clear();
      return Double.NaN;
    }
    now = (now + 1) & MASK;
    prices[now] = x;
    if (transform.add(x) && withheld == LONG) {
      smoothed[now] = transform.smoothed();
      advance();
    }
    if (seen < withheld) {
      seen++;
      return Double.NaN;
    }
    for (int o = 0; o < told.length; o++) {
      values[o] = quantity(told[o]);
    }
    return values[0];
  }

  private void clear() {
    Arrays.fill(prices, 0);
    Arrays.fill(smoothed, 0);
    Arrays.fill(values, Double.NaN);
    now = 0;
    seen = 0;
    phase = 0;
    sine = 0;
    leadSine = 0;
    trendLine = 0;
    mean1 = 0;
    mean2 = 0;
    mean3 = 0;
    daysInTrend = 0;
    trendMode = 0;
  }

  private void advance() {
    double period = transform.period();
    int length = (int) (period + 0.5);
    double lastPhase = phase;
    double lastSine = sine;
    double lastLead = leadSine;
    phase = phase(period, length);
    sine = StrictMath.sin(phase / DEGREES);
    leadSine = StrictMath.sin((phase + 45) / DEGREES);
    double mean = mean(length);
    trendLine = (4 * mean + 3 * mean1 + 2 * mean2 + mean3) / 10;
    mean3 = mean2;
    mean2 = mean1;
    mean1 = mean;
    boolean crossed =
        (sine > leadSine && lastSine <= lastLead) || (sine < leadSine && lastSine >= lastLead);
    daysInTrend = crossed ? 1 : Math.min(daysInTrend + 1, LONGEST);
    double turn = (phase - lastPhase) * period;
    boolean cycling = turn > 0.67 * 360 && turn < 1.5 * 360;
    boolean apart =
        trendLine != 0 && Math.abs((transform.smoothed() - trendLine) / trendLine) >= 0.015;
    boolean trending = !crossed && daysInTrend >= 0.5 * period && !cycling;
    trendMode = trending || apart ? 1 : 0;
  }

  /** Correlates the smoothed price of one cycle with a sine and a cosine. */
  private double phase(double period, int length) {
    double real = 0;
    double imaginary = 0;
    for (int i = 0; i < length; i++) {
      double price = smoothed[(now - i) & MASK];
      real += SINES[length][i] * price;
      imaginary += COSINES[length][i] * price;
    }
    double angle = phase;
    if (imaginary != 0) {
      angle = StrictMath.atan(real / imaginary) * DEGREES;
    } else if (real != 0) {
      angle += real < 0 ? -90 : 90;
    }
    angle += 90 + 360 / period; // the smoother lags by a bar
    if (imaginary < 0) {
      angle += 180;
    }
    return angle > 315 ? angle - 360 : angle;
  }

  private double mean(int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += prices[(now - i) & MASK];
    }
    return length > 0 ? sum / length : 0;
  }

  private double quantity(Quantity quantity) {
    return switch (quantity) {
      case PERIOD -> transform.period();
      case IN_PHASE -> transform.inPhase();
      case QUADRATURE -> transform.quadrature();
      case PHASE -> phase;
      case SINE -> sine;
      case LEAD_SINE -> leadSine;
      case TREND_LINE -> trendLine;
      case TREND_MODE -> trendMode;
    };
  }

  @Override
  public double value(int output) {
    return values[output];
  }

  @Override
  public IndicatorKernel copy() {
    return new CycleKernel(this);
  }
}
