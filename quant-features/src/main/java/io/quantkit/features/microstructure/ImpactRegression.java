package io.quantkit.features.microstructure;

import io.quantkit.features.kernel.SlidingCovariance;

/** The least-squares line of the last price responses on order flow. */
final class ImpactRegression {
  private final int period;
  private final SlidingCovariance pairs;
  private boolean full;

  ImpactRegression(int period) {
    this(period, new SlidingCovariance(period));
  }

  private ImpactRegression(int period, SlidingCovariance pairs) {
    this.period = period;
    this.pairs = pairs;
  }

  ImpactRegression copy() {
    ImpactRegression copy = new ImpactRegression(period, pairs.copy());
    copy.full = full;
    return copy;
  }

  void clear() {
    pairs.clear();
    full = false;
  }

  void add(double flow, double response) {
    full = pairs.add(flow, response);
  }

  /** Returns the slope, its t-statistic or the coefficient of determination. */
  double value(int output) {
    double flows = pairs.squaresX();
    if (!full || !(flows > 0)) {
      return Double.NaN;
    }
    double products = pairs.products();
    double responses = pairs.squaresY();
    double slope = products / flows;
    if (output == 0) {
      return slope;
    }
    double explained = slope * products;
    if (output == 2) {
      return responses > 0 ? Math.min(1, explained / responses) : Double.NaN;
    }
    double error = Math.max(0, responses - explained) / (period - 2) / flows;
    return error > 0 ? slope / Math.sqrt(error) : Double.NaN;
  }
}
