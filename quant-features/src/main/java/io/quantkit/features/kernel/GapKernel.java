package io.quantkit.features.kernel;

import io.quantkit.core.series.BarSeries;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.Input;
import java.util.Arrays;

/** Runs a {@link BarStep} and starts it again where a number that it needs is not finite. */
public final class GapKernel implements FeatureKernel {
  /** Says that the open is needed. */
  public static final int OPEN = 1;

  /** Says that the high is needed. */
  public static final int HIGH = 2;

  /** Says that the low is needed. */
  public static final int LOW = 4;

  /** Says that the close is needed. */
  public static final int CLOSE = 8;

  /** Says that the volume is needed. */
  public static final int VOLUME = 16;

  /** Says that the high and the low are needed. */
  public static final int RANGE = HIGH | LOW;

  /** Says that the high, the low and the close are needed. */
  public static final int PRICES = HIGH | LOW | CLOSE;

  private final int needs;
  private final BarStep step;
  private final double[] values;

  /**
   * Creates a kernel that has seen nothing.
   *
   * @param needs the sum of the numbers that must be finite
   * @param outputs how many outputs there are
   */
  public GapKernel(int needs, int outputs, BarStep step) {
    this(needs, step, new double[outputs]);
    Arrays.fill(values, Double.NaN);
  }

  private GapKernel(int needs, BarStep step, double[] values) {
    this.needs = needs;
    this.step = step;
    this.values = values;
  }

  /** Returns which numbers of a bar an input is made of. */
  public static int needs(Input input) {
    return switch (input) {
      case OPEN -> OPEN;
      case HIGH -> HIGH;
      case LOW -> LOW;
      case CLOSE -> CLOSE;
      case VOLUME -> VOLUME;
      case MEDIAN -> RANGE;
      case TYPICAL, WEIGHTED -> PRICES;
      case AVERAGE -> OPEN | PRICES;
    };
  }

  @Override
  public void update(
      long knownAt, double open, double high, double low, double close, double volume) {
    boolean complete =
        finite(OPEN, open)
            && finite(HIGH, high)
            && finite(LOW, low)
            && finite(CLOSE, close)
            && finite(VOLUME, volume);
    if (complete) {
      step.step(knownAt, open, high, low, close, volume, values);
    } else {
      step.clear();
      Arrays.fill(values, Double.NaN);
    }
  }

  @Override
  public void update(BarSeries series, int from, int to, double[][] out) {
    BarBlock block = new BarBlock(series, Math.min(BarBlock.SIZE, to - from));
    for (int begin = from; begin < to; begin += BarBlock.SIZE) {
      int end = Math.min(to, begin + BarBlock.SIZE);
      block.read(begin, end, needs);
      if (block.complete(needs)) {
        step.steps(block, values, out, begin);
      } else {
        carefully(block, out, begin);
      }
    }
  }

  private void carefully(BarBlock block, double[][] out, int outFrom) {
    for (int i = 0; i < block.count(); i++) {
      update(
          block.knownAt(i),
          block.open[i],
          block.high[i],
          block.low[i],
          block.close[i],
          block.volume[i]);
      for (int o = 0; o < values.length; o++) {
        out[o][outFrom + i] = values[o];
      }
    }
  }

  private boolean finite(int field, double value) {
    return (needs & field) == 0 || Double.isFinite(value);
  }

  @Override
  public double value(int output) {
    return values[output];
  }

  @Override
  public FeatureKernel copy() {
    return new GapKernel(needs, step.copy(), values.clone());
  }
}
