package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.Filter;
import io.quantkit.features.kernel.FilterKernel;
import java.util.List;

/**
 * Ehlers' Swiss army knife: filters of one form, {@code y[t] = c (b0 x[t] + b1 x[t-1] + b2 x[t-2])
 * + a1 y[t-1] + a2 y[t-2]}, told apart by their coefficients.
 *
 * <p>In the unit of the input. Begins as if the first number had always been. Warm-up {@code period
 * - 1}, as in LEAN, whose high-pass filters are smaller by a constant factor than Ehlers' and
 * these, {@code (1 + a) / 2} having taken the place of {@code 1 - a / 2}, and whose band-pass
 * filter has another recursion. Source: J. Ehlers, Swiss Army Knife Indicator, Technical Analysis
 * of Stocks and Commodities 24, January 2006.
 *
 * @param tool which filter
 * @param period the cycle at which the filter cuts or which it lets pass or stops, in observations,
 *     at least 5
 * @param delta the half width of the band as a share of the frequency, in (0, 0.5); usually 0.1;
 *     other tools ignore it
 * @param input what is averaged
 */
public record SwissArmyKnife(Tool tool, int period, double delta, Input input)
    implements Indicator {

  /** Which filter. */
  public enum Tool {
    /** A Gaussian low-pass filter of two poles. */
    GAUSS("gauss"),
    /** A Butterworth low-pass filter of two poles. */
    BUTTERWORTH("butterworth"),
    /** A high-pass filter of one pole. */
    HIGH_PASS("highpass"),
    /** A high-pass filter of two poles. */
    TWO_POLE_HIGH_PASS("highpass2"),
    /** Lets only cycles around the period pass. */
    BAND_PASS("bandpass"),
    /** Stops cycles around the period. */
    BAND_STOP("bandstop");

    private final String label;

    Tool(String label) {
      this.label = label;
    }

    /** Returns c, b1, b2, a1 and a2; b0 is 1. */
    private double[] coefficients(int period, double delta) {
      double angle = 2 * Math.PI / period;
      double cosine = StrictMath.cos(angle);
      double beta = 2.415 * (1 - cosine);
      double two = 1 - (Math.sqrt(beta * beta + 2 * beta) - beta);
      double one = 1 - (cosine + StrictMath.sin(angle) - 1) / cosine;
      double gamma = 1 / StrictMath.cos(2 * angle * delta);
      double sigma = gamma - Math.sqrt(gamma * gamma - 1);
      double high = (1 + two) / 2;
      return switch (this) {
        case GAUSS -> new double[] {(1 - two) * (1 - two), 0, 0, 2 * two, -two * two};
        case BUTTERWORTH -> new double[] {(1 - two) * (1 - two) / 4, 2, 1, 2 * two, -two * two};
        case HIGH_PASS -> new double[] {(1 + one) / 2, -1, 0, one, 0};
        case TWO_POLE_HIGH_PASS -> new double[] {high * high, -2, 1, 2 * two, -two * two};
        case BAND_PASS -> new double[] {(1 - sigma) / 2, 0, -1, cosine * (1 + sigma), -sigma};
        case BAND_STOP ->
            new double[] {(1 + sigma) / 2, -2 * cosine, 1, cosine * (1 + sigma), -sigma};
      };
    }

    private boolean passesLevels() {
      return this == GAUSS || this == BUTTERWORTH || this == BAND_STOP;
    }

    /** Returns one less the largest modulus of a pole. */
    private double forgetting(int period, double delta) {
      double[] c = coefficients(period, delta);
      double half = c[3] / 2;
      double disc = half * half + c[4];
      double modulus =
          disc < 1e-9 ? Math.sqrt(Math.max(half * half, -c[4])) : Math.abs(half) + Math.sqrt(disc);
      return Math.max(1e-6, 1 - modulus);
    }
  }

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 5 or delta not in (0, 0.5)
   */
  public SwissArmyKnife {
    Checks.atLeast("period", period, 5);
    if (!(delta > 0 && delta < 0.5)) {
      throw new IllegalArgumentException("delta must be in (0, 0.5), was " + delta);
    }
  }

  /** Creates a filter of closes with delta 0.1. */
  public SwissArmyKnife(Tool tool, int period) {
    this(tool, period, 0.1, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech", tool.label, period + "x" + FeatureName.text(delta), input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup() + 4 * ExponentialMean.memory(tool.forgetting(period, delta), eps / 1000);
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(
        new Knife(tool.coefficients(period, delta), tool.passesLevels(), period - 1));
  }

  private static final class Knife implements Filter {
    private final double[] c;
    private final boolean passesLevels;
    private final int withheld;
    private int seen;
    private double x1;
    private double x2;
    private double y1;
    private double y2;

    Knife(double[] c, boolean passesLevels, int withheld) {
      this.c = c;
      this.passesLevels = passesLevels;
      this.withheld = withheld;
    }

    @Override
    public double add(double x) {
      if (seen == 0) {
        x1 = x;
        x2 = x;
        y1 = passesLevels ? x : 0;
        y2 = y1;
      }
      double y = c[0] * (x + c[1] * x1 + c[2] * x2) + c[3] * y1 + c[4] * y2;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      if (seen < withheld) {
        seen++;
        return Double.NaN;
      }
      return y;
    }

    @Override
    public void clear() {
      seen = 0;
    }

    @Override
    public Filter copy() {
      Knife copy = new Knife(c, passesLevels, withheld);
      copy.seen = seen;
      copy.x1 = x1;
      copy.x2 = x2;
      copy.y1 = y1;
      copy.y2 = y2;
      return copy;
    }
  }
}
