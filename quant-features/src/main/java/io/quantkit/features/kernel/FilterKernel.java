package io.quantkit.features.kernel;

import io.quantkit.features.IndicatorKernel;

/** Runs a {@link Filter} and starts it again where a number is not finite. */
public final class FilterKernel implements IndicatorKernel {
  /** How many numbers are taken at a time: few enough to stay in the nearest cache. */
  private static final int BLOCK = 512;

  private final Filter filter;
  private double value = Double.NaN;

  /**
   * Creates a kernel.
   *
   * @param filter a filter that was not used yet; kept
   */
  public FilterKernel(Filter filter) {
    this.filter = filter;
  }

  @Override
  public double update(double x) {
    if (Double.isFinite(x)) {
      value = filter.add(x);
    } else {
      filter.clear();
      value = Double.NaN;
    }
    return value;
  }

  @Override
  public void update(double[] in, int from, int to, double[][] out, int outFrom) {
    double[] result = out[0];
    boolean inPlace = in == result;
    double[] scratch = inPlace ? new double[Math.min(BLOCK, to - from)] : in;
    for (int begin = from; begin < to; begin += BLOCK) {
      int end = Math.min(to, begin + BLOCK);
      int at = outFrom + begin - from;
      if (inPlace) {
        System.arraycopy(in, begin, scratch, 0, end - begin);
        block(scratch, 0, end - begin, result, at);
      } else {
        block(in, begin, end, result, at);
      }
    }
    for (int o = 1; o < out.length; o++) {
      System.arraycopy(result, outFrom, out[o], outFrom, to - from);
    }
  }

  private void block(double[] in, int from, int to, double[] out, int outFrom) {
    int shift = outFrom - from;
    int t = from;
    while (t < to) {
      int end = Finite.until(in, t, to);
      if (end > t) {
        filter.add(in, t, end, out, t + shift);
        value = out[end - 1 + shift];
      }
      if (end < to) {
        out[end + shift] = update(in[end]);
      }
      t = end + 1;
    }
  }

  @Override
  public double value(int output) {
    return value;
  }

  @Override
  public IndicatorKernel copy() {
    FilterKernel copy = new FilterKernel(filter.copy());
    copy.value = value;
    return copy;
  }
}
