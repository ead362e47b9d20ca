package io.quantkit.features.indicator.volatility;

import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.RowIndicator;
import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.BlockIndicator;
import io.quantkit.features.kernel.SlidingMoments;
import java.util.List;

/**
 * Bollinger bands: the simple moving average, and that plus and minus {@code width} standard
 * deviations of the same window, with {@code ddof = 0}.
 *
 * <p>Outputs, in order: upper, middle and lower band in the unit of the input; band width {@code
 * (upper - lower) / middle}; position {@code (x - lower) / (upper - lower)}, 0 on the lower and 1
 * on the upper band, {@code NaN} in a window of equal numbers. Warm-up {@code period - 1}. Does not
 * drift. Source: J. Bollinger, Bollinger on Bollinger Bands, 2001.
 *
 * @param period the window, in observations, at least 1
 * @param width the distance of the bands in standard deviations, positive and finite
 * @param input what the bands are around
 */
public record Bollinger(int period, double width, Input input) implements RowIndicator {

  /** The position of the upper band among the outputs: 0. */
  public static final int UPPER = 0;

  /** The position of the average among the outputs: 1. */
  public static final int MIDDLE = 1;

  /** The position of the lower band among the outputs: 2. */
  public static final int LOWER = 2;

  /** The position of the band width among the outputs: 3. */
  public static final int WIDTH = 3;

  /** The position of the input between the bands among the outputs: 4. */
  public static final int POSITION = 4;

  /**
   * Creates bands.
   *
   * @throws IllegalArgumentException if the period is below 1 or the width not positive and finite
   */
  public Bollinger {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1, was " + period);
    }
    if (!(width > 0) || width == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("width must be positive and finite, was " + width);
    }
  }

  /** Creates bands of 2 standard deviations around closes. */
  public Bollinger(int period) {
    this(period, 2, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    String window = width == 2 ? Integer.toString(period) : period + "x" + FeatureName.text(width);
    return List.of(
        FeatureName.of("tech", "bbands", window, input.aggregation("upper")),
        FeatureName.of("tech", "bbands", window, input.aggregation("middle")),
        FeatureName.of("tech", "bbands", window, input.aggregation("lower")),
        FeatureName.of("tech", "bbands", window, input.aggregation("width")),
        FeatureName.of("tech", "bbands", window, input.aggregation("position")));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(period, width, new SlidingMoments(period));
  }

  @Override
  public RowKernel rows(int symbols) {
    return new BollingerRows(period, width, symbols);
  }

  private static final class State implements BlockIndicator {
    private final double width;
    private final double inverse;
    private final SlidingMoments window;
    private double[][] scratch = {};
    private double input = Double.NaN;
    private double middle = Double.NaN;
    private double reach = Double.NaN;

    State(int period, double width, SlidingMoments window) {
      this(width, 1.0 / period, window);
    }

    private State(double width, double inverse, SlidingMoments window) {
      this.width = width;
      this.inverse = inverse;
      this.window = window;
    }

    @Override
    public double update(double x) {
      if (Double.isFinite(x)) {
        window.add(x);
      } else {
        window.clear();
      }
      input = x;
      middle = window.mean();
      reach = width * Math.sqrt(window.second() * inverse);
      return middle + reach;
    }

    @Override
    public double value(int output) {
      return value(output, input, middle, reach);
    }

    private static double value(int output, double input, double middle, double reach) {
      return switch (output) {
        case UPPER -> middle + reach;
        case MIDDLE -> middle;
        case LOWER -> middle - reach;
        case WIDTH -> middle == 0 ? Double.NaN : 2 * reach / middle;
        default -> reach == 0 ? Double.NaN : 0.5 + (input - middle) / (2 * reach);
      };
    }

    @Override
    public boolean warm() {
      return window.full();
    }

    @Override
    public void block(double[] in, int from, int to, double[][] out, int outFrom) {
      if (scratch.length == 0) {
        scratch = new double[4][SIZE];
      }
      int n = to - from;
      double[] middles = scratch[0];
      double[] deviations = scratch[1];
      double[] inputs = scratch[2];
      double[] result = scratch[3];
      System.arraycopy(in, from, inputs, 0, n);
      window.add(inputs, 0, n, inverse, middles, deviations);
      for (int o = 0; o < out.length; o++) {
        compute(o, inputs, middles, deviations, n, result);
        System.arraycopy(o == MIDDLE ? middles : result, 0, out[o], outFrom, n);
      }
      input = inputs[n - 1];
      middle = middles[n - 1];
      reach = width * deviations[n - 1];
    }

    private void compute(
        int output,
        double[] inputs,
        double[] middles,
        double[] deviations,
        int n,
        double[] result) {
      double w = width;
      switch (output) {
        case UPPER -> {
          for (int i = 0; i < n; i++) {
            result[i] = middles[i] + w * deviations[i];
          }
        }
        case MIDDLE -> {}
        case LOWER -> {
          for (int i = 0; i < n; i++) {
            result[i] = middles[i] - w * deviations[i];
          }
        }
        default -> {
          for (int i = 0; i < n; i++) {
            result[i] = value(output, inputs[i], middles[i], w * deviations[i]);
          }
        }
      }
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(width, inverse, window.copy());
      copy.input = input;
      copy.middle = middle;
      copy.reach = reach;
      return copy;
    }
  }
}
