package io.quantkit.features;

import io.quantkit.core.series.BarSeries;

/** Feeds one number of each bar to an indicator. */
final class InputKernel implements FeatureKernel {
  /** How many bars are read at a time: few enough to stay in the nearest cache. */
  private static final int BLOCK = 512;

  private final Input input;
  private final IndicatorKernel kernel;

  InputKernel(Input input, IndicatorKernel kernel) {
    this.input = input;
    this.kernel = kernel;
  }

  @Override
  public void update(
      long knownAt, double open, double high, double low, double close, double volume) {
    kernel.update(input.of(open, high, low, close, volume));
  }

  @Override
  public void update(BarSeries series, int from, int to, double[][] out) {
    double[] block = new double[Math.min(BLOCK, to - from)];
    for (int begin = from; begin < to; begin += BLOCK) {
      int end = Math.min(to, begin + BLOCK);
      input.copyInto(series, begin, end, block, 0);
      kernel.update(block, 0, end - begin, out, begin);
    }
  }

  @Override
  public double value(int output) {
    return kernel.value(output);
  }

  @Override
  public FeatureKernel copy() {
    return new InputKernel(input, kernel.copy());
  }
}
