package io.quantkit.features.kernel;

/** One filter after the other: the second takes the values of the first. */
public final class FilterChain implements Filter {
  private final Filter first;
  private final Filter second;
  private double[] work = {};

  /**
   * Creates a chain.
   *
   * @param first has values from some number on, without a gap; not used yet; kept
   * @param second not used yet; kept
   */
  public FilterChain(Filter first, Filter second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public double add(double x) {
    double y = first.add(x);
    return Double.isNaN(y) ? Double.NaN : second.add(y);
  }

  @Override
  public void add(double[] in, int from, int to, double[] out, int outFrom) {
    int count = to - from;
    if (work.length < count) {
      work = new double[count];
    }
    double[] middle = work;
    first.add(in, from, to, middle, 0);
    int begin = 0;
    while (begin < count && Double.isNaN(middle[begin])) {
      out[outFrom + begin] = Double.NaN;
      begin++;
    }
    second.add(middle, begin, count, out, outFrom + begin);
  }

  @Override
  public void clear() {
    first.clear();
    second.clear();
  }

  @Override
  public Filter copy() {
    return new FilterChain(first.copy(), second.copy());
  }
}
