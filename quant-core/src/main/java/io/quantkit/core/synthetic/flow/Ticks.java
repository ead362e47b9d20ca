package io.quantkit.core.synthetic.flow;

/** Turns whole ticks into prices, without the noise of multiplying by 0.01. */
final class Ticks {
  private final double size;
  private final double perUnit;

  Ticks(double size) {
    this.size = size;
    double count = 1 / size;
    double whole = Math.rint(count);
    this.perUnit = whole >= 1 && Math.abs(count - whole) < 1e-9 * count ? whole : 0;
  }

  double price(int tick) {
    return perUnit > 0 ? tick / perUnit : tick * size;
  }
}
