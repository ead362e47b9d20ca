package io.quantkit.features.indicator.average;

/** The volume-weighted mean of the last numbers, by the blocks of a sliding mean. */
final class SlidingProducts {
  private final int size;
  private final double[] volumes;
  private final double[] products;
  private int filled;
  private boolean full;
  private double base;
  private double volume;
  private double product;

  SlidingProducts(int size) {
    this.size = size;
    volumes = new double[size];
    products = new double[size];
  }

  SlidingProducts copy() {
    SlidingProducts copy = new SlidingProducts(size);
    System.arraycopy(volumes, 0, copy.volumes, 0, size);
    System.arraycopy(products, 0, copy.products, 0, size);
    copy.filled = filled;
    copy.full = full;
    copy.base = base;
    copy.volume = volume;
    copy.product = product;
    return copy;
  }

  void clear() {
    filled = 0;
    full = false;
    base = 0;
    volume = 0;
    product = 0;
  }

  /** Adds a number of a volume and returns the mean, {@code NaN} until full and without volume. */
  double add(double x, double v) {
    int k = filled;
    products[k] = x;
    volumes[k] = v;
    if (++k == size) {
      return turn(x);
    }
    filled = k;
    volume += v;
    product = Math.fma(v, x - base, product);
    return full ? mean(products[k] + product, volumes[k] + volume) : Double.NaN;
  }

  private double turn(double last) {
    double suffix = 0;
    double sum = 0;
    for (int i = size - 1; i >= 0; i--) {
      sum += volumes[i];
      suffix = Math.fma(volumes[i], products[i] - last, suffix);
      volumes[i] = sum;
      products[i] = suffix;
    }
    base = last;
    volume = 0;
    product = 0;
    filled = 0;
    full = true;
    return mean(suffix, sum);
  }

  private double mean(double sum, double weight) {
    return weight > 0 ? base + sum / weight : Double.NaN;
  }
}
