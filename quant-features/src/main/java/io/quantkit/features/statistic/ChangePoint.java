package io.quantkit.features.statistic;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.MeasuredKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.WindowStatistic;
import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * The probability that the behaviour of logarithmic returns changed within the last bars, by
 * Bayesian online detection.
 *
 * <p>Returns between two changes are normal with unknown mean and variance; a change comes with
 * probability {@code 1 / expectedRun} at every bar. Outputs: the probability that the current run
 * is at most {@code recent} bars long, within [0, 1], and its expected length in bars. The prior of
 * mean and precision is normal-gamma with {@code mu = 0, kappa = 1, alpha = 1, beta = deviation^2};
 * runs longer than {@code longest} are forgotten. Warm-up 1. Never forgets. A step costs {@code
 * O(longest)}. Source: R. Adams and D. MacKay, arXiv:0710.3742, 2007.
 *
 * @param recent in bars, at least 1 and below {@code longest}
 * @param longest the longest run that is followed, in bars, at least 2
 * @param expectedRun in bars, above 1
 * @param deviation a usual standard deviation of returns, above 0
 * @param input what is measured
 */
public record ChangePoint(
    int recent, int longest, double expectedRun, double deviation, Input input)
    implements Indicator {

  /** The position of the probability among the outputs. */
  public static final int PROBABILITY = 0;

  /** The position of the expected length of the run among the outputs. */
  public static final int RUN = 1;

  /** Probabilities and posteriors by the number of returns in the current run. */
  private static final class State implements WindowStatistic {
    private final ChangePoint recipe;
    private final double[] constants;
    private final double[] share;
    private final double[] mean;
    private final double[] beta;
    private final double[] density;
    private int runs;

    State(ChangePoint recipe) {
      this.recipe = recipe;
      int size = recipe.longest + 1;
      constants = new double[size];
      share = new double[size];
      mean = new double[size];
      beta = new double[size];
      density = new double[size];
      for (int r = 0; r < size; r++) {
        double alpha = 1 + r / 2.0;
        constants[r] =
            Gamma.logGamma(alpha + 0.5)
                - Gamma.logGamma(alpha)
                - 0.5 * StrictMath.log(2 * Math.PI * alpha);
      }
      clear();
    }

    @Override
    public void clear() {
      runs = 1;
      share[0] = 1;
      mean[0] = 0;
      beta[0] = recipe.deviation * recipe.deviation;
    }

    @Override
    public boolean add(double x) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int r = 0; r < runs; r++) {
        double alpha = 1 + r / 2.0;
        double kappa = 1 + r;
        double scale = beta[r] * (kappa + 1) / (alpha * kappa);
        double d = x - mean[r];
        density[r] =
            constants[r]
                - 0.5 * StrictMath.log(scale)
                - (alpha + 0.5) * StrictMath.log1p(d * d / (2 * alpha * scale));
        largest = Math.max(largest, density[r]);
      }
      if (!(largest > Double.NEGATIVE_INFINITY)) {
        clear();
        return false;
      }
      double hazard = 1 / recipe.expectedRun;
      double changed = 0;
      double total = 0;
      int kept = Math.min(runs, recipe.longest);
      for (int r = runs - 1; r >= 0; r--) {
        double weight = share[r] * StrictMath.exp(density[r] - largest);
        changed += weight * hazard;
        if (r < kept) {
          double kappa = 1 + r;
          double d = x - mean[r];
          share[r + 1] = weight * (1 - hazard);
          beta[r + 1] = beta[r] + kappa * d * d / (2 * (kappa + 1));
          mean[r + 1] = mean[r] + d / (kappa + 1);
          total += share[r + 1];
        }
      }
      share[0] = changed;
      mean[0] = 0;
      beta[0] = recipe.deviation * recipe.deviation;
      total += changed;
      runs = kept + 1;
      for (int r = 0; r < runs; r++) {
        share[r] /= total;
      }
      return true;
    }

    @Override
    public void write(double[] out) {
      double near = 0;
      double expected = 0;
      for (int r = runs - 1; r >= 0; r--) {
        expected = Math.fma(r, share[r], expected);
        near += r <= recipe.recent ? share[r] : 0;
      }
      out[PROBABILITY] = Math.min(1, near);
      out[RUN] = expected;
    }

    @Override
    public WindowStatistic copy() {
      State copy = new State(recipe);
      System.arraycopy(share, 0, copy.share, 0, runs);
      System.arraycopy(mean, 0, copy.mean, 0, runs);
      System.arraycopy(beta, 0, copy.beta, 0, runs);
      copy.runs = runs;
      return copy;
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public ChangePoint {
    Parameters.atLeast("recent", recent, 1);
    Parameters.atLeast("longest", longest, recent + 1);
    MeasuredKernel.checkWithin("expectedRun", expectedRun, 1, Double.POSITIVE_INFINITY);
    Parameters.positive("deviation", deviation);
  }

  /** Creates a detector for daily closes: a change a year, runs up to 300 bars, 1 % a day. */
  public ChangePoint(int recent) {
    this(recent, 300, 250, 0.01, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "change-point",
        Measured.LOG_RETURNS,
        input,
        recent
            + "x"
            + longest
            + "x"
            + FeatureName.text(expectedRun)
            + "x"
            + FeatureName.text(deviation),
        "probability",
        "run");
  }

  @Override
  public int warmup(int output) {
    return 1;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public IndicatorKernel kernel() {
    return new MeasuredKernel(Measured.LOG_RETURNS, new State(this), 2);
  }
}
