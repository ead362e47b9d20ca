package io.quantkit.features.indicator.volume;

/** The volume-weighted mean and deviation of prices since a beginning. */
final class VwapTotals {
  /*
   * West's update of weighted moments (Communications of the ACM 22, 1979): nothing is subtracted
   * from a sum, so the deviation keeps its digits at any level of prices.
   */
  private double weight;
  private double mean;
  private double squares;

  VwapTotals copy() {
    VwapTotals copy = new VwapTotals();
    copy.weight = weight;
    copy.mean = mean;
    copy.squares = squares;
    return copy;
  }

  void clear() {
    weight = 0;
    mean = 0;
    squares = 0;
  }

  /** Adds a price of a volume and tells the average, its bands and the deviation. */
  void add(double price, double volume, double width, double[] out) {
    if (volume > 0) {
      weight += volume;
      double d = price - mean;
      mean += d * (volume / weight);
      squares = Math.fma(volume * d, price - mean, squares);
    }
    double deviation = Math.sqrt(Math.max(0, squares / weight));
    double average = weight > 0 ? mean : Double.NaN;
    out[0] = average;
    out[1] = average + width * deviation;
    out[2] = average - width * deviation;
    out[3] = deviation;
  }
}
