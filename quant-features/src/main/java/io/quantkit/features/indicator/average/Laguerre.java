package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.Filter;
import io.quantkit.features.kernel.FilterKernel;
import java.util.List;

/**
 * Ehlers' Laguerre filter: four exponential stages of damping {@code g}, {@code l0[t] = (1 - g)
 * x[t] + g l0[t-1]} and {@code lk[t] = -g l(k-1)[t] + l(k-1)[t-1] + g lk[t-1]}, weighted {@code (l0
 * + 2 l1 + 2 l2 + l3) / 6}.
 *
 * <p>In the unit of the input. All stages begin with the first number. No warm-up. Source: J.
 * Ehlers, Cybernetic Analysis for Stocks and Futures, 2004, chapter 14.
 *
 * @param gamma the damping, in [0, 1); 0 is a short average of four numbers
 * @param input what is averaged
 */
public record Laguerre(double gamma, Input input) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if gamma is not in [0, 1)
   */
  public Laguerre {
    if (!(gamma >= 0 && gamma < 1)) {
      throw new IllegalArgumentException("gamma must be in [0, 1), was " + gamma);
    }
  }

  /** Creates a filter of closes. */
  public Laguerre(double gamma) {
    this(gamma, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "laguerre", FeatureName.text(gamma), input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return 0;
  }

  @Override
  public int settle(double eps) {
    return 3 + 6 * ExponentialMean.memory(1 - gamma, eps / 64);
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(new Stages(gamma));
  }

  private static final class Stages implements Filter {
    private final double gamma;
    private boolean begun;
    private double l0;
    private double l1;
    private double l2;
    private double l3;

    Stages(double gamma) {
      this.gamma = gamma;
    }

    @Override
    public double add(double x) {
      if (!begun) {
        begun = true;
        l0 = x;
        l1 = x;
        l2 = x;
        l3 = x;
        return x;
      }
      double n0 = l0 + (1 - gamma) * (x - l0);
      double n1 = l0 + gamma * (l1 - n0);
      double n2 = l1 + gamma * (l2 - n1);
      l3 = l2 + gamma * (l3 - n2);
      l0 = n0;
      l1 = n1;
      l2 = n2;
      return (l0 + 2 * l1 + 2 * l2 + l3) / 6;
    }

    @Override
    public void clear() {
      begun = false;
    }

    @Override
    public Filter copy() {
      Stages copy = new Stages(gamma);
      copy.begun = begun;
      copy.l0 = l0;
      copy.l1 = l1;
      copy.l2 = l2;
      copy.l3 = l3;
      return copy;
    }
  }
}
