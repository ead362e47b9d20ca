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
 * Ehlers' super smoother: a low-pass filter of two or three poles that lets cycles longer than
 * {@code period} pass.
 *
 * <p>Two poles: {@code a = exp(-sqrt(2) pi / period)}, {@code b = 2 a cos(sqrt(2) pi / period)},
 * {@code y[t] = (1 - b + a^2) (x[t] + x[t-1]) / 2 + b y[t-1] - a^2 y[t-2]}. Three poles: {@code a =
 * exp(-pi / period)}, {@code b = 2 a cos(sqrt(3) pi / period)}, {@code c = a^2}, {@code y[t] = k
 * x[t] + (b + c) y[t-1] - (c + b c) y[t-2] + c^2 y[t-3]} with {@code k} such that the coefficients
 * sum to 1.
 *
 * <p>In the unit of the input; overshoots its range a little. Begins as if the first number had
 * always been. Warm-up {@code poles}. Source: J. Ehlers, Cycle Analytics for Traders, 2013, chapter
 * 3 (two poles); Cybernetic Analysis for Stocks and Futures, 2004, chapter 13 (three).
 *
 * @param period the shortest cycle that passes, in observations, at least 2
 * @param poles 2 or 3
 * @param input what is averaged
 */
public record SuperSmoother(int period, int poles, Input input) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 2 or poles neither 2 nor 3
   */
  public SuperSmoother {
    Checks.atLeast("period", period, 2);
    if (poles != 2 && poles != 3) {
      throw new IllegalArgumentException("poles must be 2 or 3, was " + poles);
    }
  }

  /** Creates a smoother of closes with two poles. */
  public SuperSmoother(int period) {
    this(period, 2, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "supersmoother", period + "x" + poles, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return poles;
  }

  @Override
  public int settle(double eps) {
    return warmup() + 3 * ExponentialMean.memory(1 - StrictMath.exp(-Math.PI / period), eps / 64);
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(new Poles(period, poles));
  }

  private static final class Poles implements Filter {
    private final int poles;

    /** What the three values before count. */
    private final double c1;

    private final double c2;
    private final double c3;
    private int seen;
    private double lastX;
    private double y1;
    private double y2;
    private double y3;

    Poles(int period, int poles) {
      this.poles = poles;
      if (poles == 2) {
        double angle = Math.sqrt(2) * Math.PI / period;
        double a = StrictMath.exp(-angle);
        c1 = 2 * a * StrictMath.cos(angle);
        c2 = -a * a;
        c3 = 0;
      } else {
        double a = StrictMath.exp(-Math.PI / period);
        double b = 2 * a * StrictMath.cos(Math.sqrt(3) * Math.PI / period);
        double c = a * a;
        c1 = b + c;
        c2 = -(c + b * c);
        c3 = c * c;
      }
    }

    private Poles(Poles other) {
      poles = other.poles;
      c1 = other.c1;
      c2 = other.c2;
      c3 = other.c3;
      seen = other.seen;
      lastX = other.lastX;
      y1 = other.y1;
      y2 = other.y2;
      y3 = other.y3;
    }

    @Override
    public double add(double x) {
      if (seen == 0) {
        lastX = x;
        y1 = x;
        y2 = x;
        y3 = x;
      }
      double fresh = poles == 2 ? (x + lastX) / 2 : x;
      // in differences from the new number, so that a number that rests is met exactly
      double y = fresh + c1 * (y1 - fresh) + c2 * (y2 - fresh) + c3 * (y3 - fresh);
      lastX = x;
      y3 = y2;
      y2 = y1;
      y1 = y;
      if (seen < poles) {
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
      return new Poles(this);
    }
  }
}
