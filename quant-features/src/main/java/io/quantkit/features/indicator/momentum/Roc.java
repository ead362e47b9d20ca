package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.Filter;
import io.quantkit.features.kernel.FilterKernel;
import java.util.List;

/**
 * The rate of change over {@code period} observations, in one of several scales.
 *
 * <p>Warm-up {@code period}. {@code NaN} where the scale divides by 0 or takes the logarithm of a
 * number that is not positive.
 *
 * @param period how far back it compares, at least 1
 * @param scale what is computed of the two numbers; TA-Lib's ROC is {@link Scale#PERCENT}
 * @param input whose change is measured
 */
public record Roc(int period, Scale scale, Input input) implements Indicator {

  /** What is computed of a number {@code x} and the earlier one {@code y}. */
  public enum Scale {
    /** {@code 100 (x / y - 1)}: TA-Lib's ROC. */
    PERCENT("percent"),
    /** {@code x / y - 1}, the simple return: TA-Lib's ROCP. */
    FRACTION("raw"),
    /** {@code x / y}: TA-Lib's ROCR. */
    RATIO("ratio"),
    /** {@code 100 x / y}: TA-Lib's ROCR100. */
    RATIO_PERCENT("ratio-percent"),
    /** {@code ln(x / y)}, the log return. */
    LOG("log"),
    /** {@code x - y}: TA-Lib's MOM. */
    DIFFERENCE("difference");

    private final String label;

    Scale(String label) {
      this.label = label;
    }

    double of(double x, double y) {
      double value =
          switch (this) {
            case PERCENT -> 100 * ((x - y) / y);
            case FRACTION -> (x - y) / y;
            case RATIO -> x / y;
            case RATIO_PERCENT -> 100 * (x / y);
            case LOG -> StrictMath.log(x / y);
            case DIFFERENCE -> x - y;
          };
      return Double.isFinite(value) ? value : Double.NaN;
    }

    /** Exchanges numbers for {@link #of} them and earlier ones, from position 0 on. */
    void of(double[] x, double[] y, int count) {
      switch (this) {
        case PERCENT -> {
          for (int i = 0; i < count; i++) {
            x[i] = 100 * ((x[i] - y[i]) / y[i]);
          }
        }
        case FRACTION -> {
          for (int i = 0; i < count; i++) {
            x[i] = (x[i] - y[i]) / y[i];
          }
        }
        case RATIO -> {
          for (int i = 0; i < count; i++) {
            x[i] = x[i] / y[i];
          }
        }
        case RATIO_PERCENT -> {
          for (int i = 0; i < count; i++) {
            x[i] = 100 * (x[i] / y[i]);
          }
        }
        case LOG -> {
          for (int i = 0; i < count; i++) {
            x[i] = StrictMath.log(x[i] / y[i]);
          }
        }
        case DIFFERENCE -> {
          for (int i = 0; i < count; i++) {
            x[i] = x[i] - y[i];
          }
        }
      }
      for (int i = 0; i < count; i++) {
        x[i] += 0 * x[i]; // NaN where infinite
      }
    }
  }

  /**
   * Creates a rate of change.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Roc {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1, was " + period);
    }
  }

  /** Creates a rate of change of closes, in percent. */
  public Roc(int period) {
    this(period, Scale.PERCENT, Input.CLOSE);
  }

  /** Creates a rate of change of closes. */
  public Roc(int period, Scale scale) {
    this(period, scale, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "roc", period, input.aggregation(scale.label)));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(new Change(scale, new Delay(period)));
  }

  /** Compares each number with an earlier one. */
  private static final class Change implements Filter {
    private final Scale scale;
    private final Delay delay;
    private double[][] scratch = new double[2][0];

    Change(Scale scale, Delay delay) {
      this.scale = scale;
      this.delay = delay;
    }

    @Override
    public double add(double x) {
      return scale.of(x, delay.exchange(x));
    }

    @Override
    public void add(double[] in, int from, int to, double[] out, int outFrom) {
      int n = to - from;
      if (scratch[0].length < n) {
        scratch = new double[2][n];
      }
      double[] x = scratch[0];
      double[] before = scratch[1];
      System.arraycopy(in, from, x, 0, n);
      delay.exchange(x, n, before);
      scale.of(x, before, n);
      System.arraycopy(x, 0, out, outFrom, n);
    }

    @Override
    public void clear() {
      delay.clear();
    }

    @Override
    public Filter copy() {
      return new Change(scale, delay.copy());
    }
  }
}
