package io.quantkit.features.kernel;

/** One filter after the other: the second takes the values of the first. */
public final class FilterChain implements Filter {
  private final Filter first;
  private final Filter second;

  /** Creates a chain of two filters that were not used yet; both are kept. */
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
  public void clear() {
    first.clear();
    second.clear();
  }

  @Override
  public Filter copy() {
    return new FilterChain(first.copy(), second.copy());
  }
}
