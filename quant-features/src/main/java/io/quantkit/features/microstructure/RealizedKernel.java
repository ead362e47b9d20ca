package io.quantkit.features.microstructure;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * The realised kernel: the realised variance of noisy prices with the covariances of successive
 * returns added back in, {@code g(0) + 2 sum(k(h / (H + 1)) g(h))} over lags {@code h} of 1 to
 * {@code H}.
 *
 * <p>{@code g(h) = sum(r[i] r[i-h])} over the pairs within the last {@code n} logarithmic returns
 * and {@code k} is Parzen's weight, {@code 1 - 6 x^2 + 6 x^3} up to 1/2 and {@code 2 (1 - x)^3}
 * beyond. Of the window as a whole; never negative. Warm-up {@code n}. A step takes time
 * proportional to the bandwidth. Inputs must be positive. O. Barndorff-Nielsen, P. Hansen, A. Lunde
 * and N. Shephard, "Designing realised kernels to measure the ex-post variation of equity prices in
 * the presence of noise", Econometrica 76, 2008; "Realised kernels in practice: trades and quotes",
 * Econometrics Journal 12, 2009, for the weights, without its averaging of prices at the ends.
 *
 * @param period {@code n}, in returns, at least 2
 * @param bandwidth {@code H}, at least 0 and below the period
 * @param input the prices
 */
public record RealizedKernel(int period, int bandwidth, Input input) implements Indicator {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 2 or the bandwidth out of range
   */
  public RealizedKernel {
    Check.atLeast("period", period, 2);
    Check.within("bandwidth", bandwidth, 0, period - 1);
  }

  /** Creates a recipe for closes. */
  public RealizedKernel(int period, int bandwidth) {
    this(period, bandwidth, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        Check.name("realized-kernel", period + "x" + bandwidth, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(period, bandwidth);
  }

  private static double weight(double x) {
    double rest = 1 - x;
    return x <= 0.5 ? 1 - 6 * x * x * rest : 2 * rest * rest * rest;
  }

  private static final class State implements IndicatorKernel {
    private final WindowMean[] products;

    /** How many pairs of each lag a window has times the weight of the lag. */
    private final double[] weights;

    /** The last returns, newest at {@code newest}. */
    private final double[] returns;

    private int newest;
    private int known;
    private double last = Double.NaN;
    private double value = Double.NaN;

    State(int period, int bandwidth) {
      products = new WindowMean[bandwidth + 1];
      weights = new double[bandwidth + 1];
      for (int h = 0; h <= bandwidth; h++) {
        products[h] = new WindowMean(period - h);
        weights[h] = (period - h) * (h == 0 ? 1 : 2 * weight(h / (bandwidth + 1.0)));
      }
      returns = new double[bandwidth + 1];
    }

    private State(State other) {
      products = new WindowMean[other.products.length];
      for (int h = 0; h < products.length; h++) {
        products[h] = other.products[h].copy();
      }
      weights = other.weights;
      returns = other.returns.clone();
      newest = other.newest;
      known = other.known;
      last = other.last;
      value = other.value;
    }

    @Override
    public double update(double x) {
      value = Double.NaN;
      if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
        for (WindowMean product : products) {
          product.clear();
        }
        known = 0;
        last = Double.NaN;
        return value;
      }
      if (!Double.isNaN(last)) {
        double r = Check.logRatio(x, last);
        newest = newest == 0 ? returns.length - 1 : newest - 1;
        returns[newest] = r;
        known = Math.min(returns.length, known + 1);
        double sum = 0;
        for (int h = 0; h < products.length; h++) {
          if (h < known) {
            int at = newest + h;
            products[h].add(r * returns[at < returns.length ? at : at - returns.length]);
          }
          sum += weights[h] * products[h].mean();
        }
        value = Math.max(0, sum);
      }
      last = x;
      return value;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      return new State(this);
    }
  }
}
