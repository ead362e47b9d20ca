package io.quantkit.features.kernel;

/**
 * A number as the sum of a large and a small one: about 31 digits.
 *
 * <p>Sums and products keep what rounding cuts off. Exact while numbers neither overflow nor come
 * near the smallest ones. Source: T. Dekker, Numerische Mathematik 18, 1971; T. Ogita, S. Rump and
 * S. Oishi, Accurate Sum and Dot Product, SIAM Journal on Scientific Computing 26, 2005.
 */
final class Twofold {
  private double high;
  private double low;

  /** Returns the number itself. */
  double value() {
    return high + low;
  }

  Twofold set(double high, double low) {
    this.high = high;
    this.low = low;
    return this;
  }

  Twofold set(Twofold other) {
    return set(other.high, other.low);
  }

  /** Writes both parts to an array, from a position on. */
  void copyInto(double[] out, int at) {
    out[at] = high;
    out[at + 1] = low;
  }

  Twofold add(double x) {
    double sum = high + x;
    double added = sum - high;
    low += (high - (sum - added)) + (x - added);
    high = sum;
    return this;
  }

  Twofold add(double otherHigh, double otherLow) {
    add(otherHigh);
    low += otherLow;
    return this;
  }

  Twofold subtract(Twofold other) {
    return add(-other.high, -other.low);
  }

  /** Adds a product of numbers. */
  Twofold addProduct(double a, double b) {
    double product = a * b;
    return add(product, Math.fma(a, b, -product));
  }

  /** Adds a multiple of a number. */
  Twofold addProduct(double a, Twofold b) {
    double product = a * b.high;
    return add(product, Math.fma(a, b.high, -product) + a * b.low);
  }

  Twofold multiply(double a) {
    double product = a * high;
    return set(product, Math.fma(a, high, -product) + a * low);
  }

  Twofold multiply(Twofold other) {
    double product = high * other.high;
    double rest = Math.fma(high, other.high, -product);
    return set(product, rest + Math.fma(high, other.low, low * other.high));
  }

  Twofold square() {
    double product = high * high;
    double rest = Math.fma(high, high, -product);
    return set(product, rest + Math.fma(2 * high, low, low * low));
  }

  Twofold divide(double divisor) {
    double quotient = high / divisor;
    return set(quotient, (Math.fma(-quotient, divisor, high) + low) / divisor);
  }
}
