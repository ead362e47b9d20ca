package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.kernel.BlockIndicator;
import io.quantkit.features.kernel.Finite;
import io.quantkit.features.kernel.Parameters;
import java.util.List;
import java.util.Locale;

/**
 * The stochastic of the relative strength index: where in its range over the last {@code window}
 * values {@link Rsi} is, smoothed to {@code k}, and a moving average {@code d} of {@code k}.
 *
 * <p>{@code k = sma(100 (rsi - min(rsi)) / (max(rsi) - min(rsi)), slowing)}. TA-Lib's {@code
 * STOCHRSI} has a slowing of 1 (14, 5, 1, 3), TradingView's one of 3 (14, 14, 3, 3); Tulip's {@code
 * stochrsi} is a hundredth of {@code k} without slowing. Within [0, 100] if the average stays
 * within the range of its input. The position is 0 where there is no range, as TA-Lib has it.
 * Warm-up {@code period + window + slowing - 2} for {@code k}, that of the average more for {@code
 * d}; TA-Lib withholds {@code k} until there is a {@code d}. Source: T. Chande and S. Kroll, The
 * New Technical Trader, 1994.
 *
 * @param period the smoothing of the index, at least 1
 * @param window the window of the range, at least 1
 * @param slowing the window of the simple average that k is, at least 1
 * @param smoothing the period of the average that d is, at least 1
 * @param kind the average that d is
 * @param input what it is computed from
 */
public record StochasticRsi(
    int period, int window, int slowing, int smoothing, AverageKind kind, Input input)
    implements Indicator {

  /** The position of the smoothed position of the index in its range among the outputs: 0. */
  public static final int K = 0;

  /** The position of the average of k among the outputs: 1. */
  public static final int D = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public StochasticRsi {
    Parameters.atLeast("period", period, 1);
    Parameters.atLeast("window", window, 1);
    Parameters.atLeast("slowing", slowing, 1);
    Parameters.atLeast("smoothing", smoothing, 1);
  }

  /** Creates an indicator of closes. */
  public StochasticRsi(int period, int window, int slowing, int smoothing, AverageKind kind) {
    this(period, window, slowing, smoothing, kind, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    String lengths = period + "x" + window + "x" + slowing + "x" + smoothing;
    return List.of(
        FeatureName.of(
            "tech",
            kind == AverageKind.SMA
                ? "stochastic-rsi"
                : "stochastic-rsi-" + kind.name().toLowerCase(Locale.ROOT),
            lengths,
            input.aggregation("k")),
        FeatureName.of(
            "tech",
            kind == AverageKind.SMA
                ? "stochastic-rsi"
                : "stochastic-rsi-" + kind.name().toLowerCase(Locale.ROOT),
            lengths,
            input.aggregation("d")));
  }

  @Override
  public int warmup(int output) {
    return period + window + slowing - 2 + (output == D ? kind.warmup(smoothing) : 0);
  }

  @Override
  public int settle(double eps) {
    return warmup() + kind.settle(smoothing, eps / 10) + new Rsi(period).settle(eps / 1000);
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(
        new Rsi(period).kernel(),
        new RangePosition(
            window, PositiveMean.of(slowing), RangePosition.average(kind, smoothing)));
  }

  /** Creates an indicator of closes with a simple average. */
  public StochasticRsi(int period, int window, int slowing, int smoothing) {
    this(period, window, slowing, smoothing, AverageKind.SMA, Input.CLOSE);
  }

  private static final class State implements IndicatorKernel {
    private static final int SIZE = BlockIndicator.SIZE;

    private final IndicatorKernel index;

    /** Takes indices as bars that begin and end at one price. */
    private final RangePosition position;

    private double[][] scratch = {};

    State(IndicatorKernel index, RangePosition position) {
      this.index = index;
      this.position = position;
    }

    @Override
    public double update(double x) {
      one(index.update(x));
      return position.value(K);
    }

    private void one(double index) {
      position.update(0, Double.NaN, index, index, index, Double.NaN);
    }

    @Override
    public void update(double[] in, int from, int to, double[][] out, int outFrom) {
      if (scratch.length == 0) {
        scratch = new double[4][SIZE];
      }
      for (int begin = from; begin < to; begin += SIZE) {
        int end = Math.min(to, begin + SIZE);
        index.update(in, begin, end, new double[][] {scratch[0]}, 0);
        positions(scratch[0], end - begin, out, outFrom + begin - from);
      }
    }

    private void positions(double[] indices, int count, double[][] out, int outFrom) {
      int i = 0;
      while (i < count) {
        int end = position.warm() ? Finite.until(indices, i, count) : i;
        if (end > i) {
          for (int k = 1; k < 4; k++) {
            System.arraycopy(indices, i, scratch[k], 0, end - i);
          }
          position.block(scratch[1], scratch[2], scratch[3], end - i, out, outFrom + i);
          i = end;
        } else {
          one(indices[i]);
          for (int o = 0; o < out.length; o++) {
            out[o][outFrom + i] = position.value(o);
          }
          i++;
        }
      }
    }

    @Override
    public double value(int output) {
      return position.value(output);
    }

    @Override
    public IndicatorKernel copy() {
      return new State(index.copy(), position.copy());
    }
  }
}
