package io.quantkit.features.kernel;

/** The mean of the last {@code size} numbers, see {@link SlidingMean}. */
public final class MeanFilter implements Filter {
  private final SlidingMean window;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public MeanFilter(int size) {
    this(new SlidingMean(size));
  }

  private MeanFilter(SlidingMean window) {
    this.window = window;
  }

  @Override
  public double add(double x) {
    window.add(x);
    return window.mean();
  }

  @Override
  public void add(double[] in, int from, int to, double[] out, int outFrom) {
    int t = from;
    for (; t < to && !window.full(); t++) {
      out[outFrom + t - from] = add(in[t]);
    }
    if (t < to) {
      window.add(in, t, to, out, outFrom + t - from);
    }
  }

  @Override
  public void clear() {
    window.clear();
  }

  @Override
  public Filter copy() {
    return new MeanFilter(window.copy());
  }
}
