package io.quantkit.features.microstructure;

import io.quantkit.core.math.Normal;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * Whether the price jumped within the window: Barndorff-Nielsen and Shephard's test of realised
 * variance against bipower variation.
 *
 * <p>With the logarithmic returns {@code r} of the last {@code n} steps, realised variance {@code
 * rv = sum(r^2)}, bipower variation {@code bv = pi / 2 n / (n - 1) sum(|r[i]| |r[i-1]|)} and
 * tripower quarticity {@code tq = n mu^-3 n / (n - 2) sum((|r[i]| |r[i-1]| |r[i-2]|)^(4/3))},
 * {@code mu = E|Z|^(4/3)}, outputs, in order: the share of jumps {@code max(0, 1 - bv / rv)},
 * within [0, 1]; the ratio statistic {@code z = (1 - bv / rv) / sqrt((pi^2 / 4 + pi - 5) / n max(1,
 * tq / bv^2))}, standard normal without jumps; the probability of a value as large without jumps,
 * {@code 1 - Phi(z)}. {@code NaN} without movement; where bipower variation is 0, {@code tq / bv^2}
 * counts as 1. Warm-up {@code n}. Inputs must be positive.
 *
 * <p>O. Barndorff-Nielsen and N. Shephard, "Econometrics of testing for jumps in financial
 * economics using bipower variation", Journal of Financial Econometrics 4, 2006; X. Huang and G.
 * Tauchen, "The relative contribution of jumps to total price variance", Journal of Financial
 * Econometrics 3, 2005.
 *
 * @param period {@code n}, in returns, at least 3
 * @param input the prices
 */
public record JumpStatistic(int period, Input input) implements Indicator {
  /** {@code (2^(2/3) gamma(7/6) / gamma(1/2))^3}. */
  private static final double MU_CUBED = 0.5735681199645479;

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 3
   */
  public JumpStatistic {
    Check.atLeast("period", period, 3);
  }

  /** Creates a recipe for closes. */
  public JumpStatistic(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("micro", "jump", period, input.aggregation("share")),
        FeatureName.of("micro", "jump", period, input.aggregation("z")),
        FeatureName.of("micro", "jump", period, input.aggregation("pvalue")));
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
    return new State(period);
  }

  private static final class State implements IndicatorKernel {
    private final int period;
    private final WindowMean squares;
    private final WindowMean pairs;
    private final WindowMean triples;
    private double last = Double.NaN;
    private double first = Double.NaN;
    private double second = Double.NaN;

    State(int period) {
      this.period = period;
      squares = new WindowMean(period);
      pairs = new WindowMean(period - 1);
      triples = new WindowMean(period - 2);
    }

    private State(State other) {
      period = other.period;
      squares = other.squares.copy();
      pairs = other.pairs.copy();
      triples = other.triples.copy();
      last = other.last;
      first = other.first;
      second = other.second;
    }

    @Override
    public double update(double x) {
      if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
        squares.clear();
        pairs.clear();
        triples.clear();
        last = Double.NaN;
        first = Double.NaN;
        second = Double.NaN;
        return Double.NaN;
      }
      if (!Double.isNaN(last)) {
        double r = Math.abs(Check.logRatio(x, last));
        squares.add(r * r);
        if (!Double.isNaN(first)) {
          pairs.add(r * first);
        }
        if (!Double.isNaN(second)) {
          double root = StrictMath.cbrt(r * first * second);
          triples.add(root * root * root * root);
        }
        second = first;
        first = r;
      }
      last = x;
      return value(0);
    }

    @Override
    public double value(int output) {
      double variance = period * Math.max(0, squares.mean());
      if (!(variance > 0)) {
        return Double.NaN;
      }
      double bipower = Math.PI / 2 * period * Math.max(0, pairs.mean());
      double relative = 1 - bipower / variance;
      if (output == 0) {
        return Math.max(0, relative);
      }
      double quarticity = (double) period * period * Math.max(0, triples.mean()) / MU_CUBED;
      double scale = bipower > 0 ? Math.max(1, quarticity / bipower / bipower) : 1;
      double z = relative / Math.sqrt((Math.PI * Math.PI / 4 + Math.PI - 5) / period * scale);
      return output == 1 ? z : Normal.cdf(-z);
    }

    @Override
    public IndicatorKernel copy() {
      return new State(this);
    }
  }
}
