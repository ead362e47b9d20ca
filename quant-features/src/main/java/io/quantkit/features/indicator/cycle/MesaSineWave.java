package io.quantkit.features.indicator.cycle;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import java.util.Arrays;
import java.util.List;

/**
 * The MESA sine wave of a fixed period, Tulip's {@code msw}: the sine of the phase that one period
 * of the input has against sine and cosine, and the same 45 degrees ahead.
 *
 * <p>Tulip computes with a pi of 3.1415926, so that some 1e-7 of the input's level enters the
 * phase; {@link Circle#TULIP} does so too.
 *
 * <p>Within [-1, 1]. Warm-up {@code period}, as in Tulip, whose window has {@code period} numbers.
 * While the input rests the phase is that of rounding errors. Computed from the whole window at
 * each step: O(period). Source: J. Ehlers, Stocks and Commodities 14, 1996; Tulip Indicators.
 *
 * @param period the period of the cycle, in observations, at least 2
 * @param input what cycles
 * @param circle whose half circle
 */
public record MesaSineWave(int period, Input input, Circle circle) implements Indicator {

  /** The position of the sine among the outputs: 0. */
  public static final int SINE = 0;

  /** The position of the lead sine among the outputs: 1. */
  public static final int LEAD = 1;

  /** Whose half circle. */
  public enum Circle {
    /** The true one. */
    EXACT(Math.PI, "msw"),
    /** Tulip's of 3.1415926, and its rule that a cosine part within 0.001 is none. */
    TULIP(3.1415926, "msw-tulip");

    private final double pi;
    private final String label;

    Circle(double pi, String label) {
      this.pi = pi;
      this.label = label;
    }
  }

  /**
   * Creates a wave.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public MesaSineWave {
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
  }

  /** Creates a wave of closes. */
  public MesaSineWave(int period) {
    this(period, Input.CLOSE, Circle.EXACT);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", circle.label, period, input.aggregation("sine")),
        FeatureName.of("tech", circle.label, period, input.aggregation("lead")));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return period;
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(period, circle);
  }

  private static final class State implements IndicatorKernel {
    private final Circle circle;
    private final double[] sines;
    private final double[] cosines;
    private final double[] ring;
    private int next;
    private int seen;
    private double sine = Double.NaN;
    private double lead = Double.NaN;

    State(int period, Circle circle) {
      this.circle = circle;
      sines = new double[period];
      cosines = new double[period];
      ring = new double[period];
      for (int i = 0; i < period; i++) {
        sines[i] = StrictMath.sin(2 * circle.pi * i / period);
        cosines[i] = StrictMath.cos(2 * circle.pi * i / period);
      }
    }

    private State(State other) {
      circle = other.circle;
      sines = other.sines;
      cosines = other.cosines;
      ring = other.ring.clone();
      next = other.next;
      seen = other.seen;
      sine = other.sine;
      lead = other.lead;
    }

    @Override
    public double update(double x) {
      if (!Double.isFinite(x)) {
        seen = 0;
        next = 0;
        sine = Double.NaN;
        lead = Double.NaN;
        Arrays.fill(ring, 0);
        return sine;
      }
      ring[next] = x;
      if (seen < ring.length) {
        seen++;
      } else {
        turn();
      }
      next = next + 1 == ring.length ? 0 : next + 1;
      return sine;
    }

    private void turn() {
      double real = 0;
      double imaginary = 0;
      for (int i = 0, at = next; i < ring.length; i++) {
        real += cosines[i] * ring[at];
        imaginary += sines[i] * ring[at];
        at = at == 0 ? ring.length - 1 : at - 1;
      }
      boolean tulip = circle == Circle.TULIP;
      double phase;
      if (tulip ? Math.abs(real) > 0.001 : real != 0) {
        phase = StrictMath.atan(imaginary / real);
      } else {
        phase = (imaginary < 0 ? -circle.pi : circle.pi) / (tulip ? 1 : 2);
      }
      if (real < 0) {
        phase += circle.pi;
      }
      phase += circle.pi / 2;
      sine = StrictMath.sin(phase);
      lead = StrictMath.sin(phase + circle.pi / 4);
    }

    @Override
    public double value(int output) {
      return output == SINE ? sine : lead;
    }

    @Override
    public IndicatorKernel copy() {
      return new State(this);
    }
  }
}
