package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Normal;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * To how many of the other symbols a symbol's moves spread a bar later, and from how many to it:
 * the shares of the others that it Granger-causes and that Granger-cause it.
 *
 * <p>{@code j} causes {@code i} if in the regression {@code r_i[t] = a + b r_i[t-1] + c r_j[t-1]}
 * over the window {@code c} differs from 0 on the level {@code level}, by its t-value against the
 * normal distribution. Both outputs are within 0 to 1; about {@code level} if no symbol leads
 * another. Warm-up {@code period}; {@code NaN} for symbols that do not take part by the rules of
 * {@link RollingCorrelationMatrix}, and for all if there is one only. M. Billio, M. Getmansky, A.
 * Lo, L. Pelizzon, "Econometric Measures of Connectedness and Systemic Risk", Journal of Financial
 * Economics 104, 2012, whose returns are divided by volatilities of a GARCH model first.
 *
 * @param level the share of false findings that is put up with, within 0 to 1 exclusive
 * @param period the window, in returns, at least 6
 */
public record GrangerConnectedness(double level, int period) implements Factor {
  /** A past of which less than this share is not the symbol's own tells nothing. */
  private static final double NOTHING = 1e-12;

  /**
   * Creates a connectedness.
   *
   * @throws IllegalArgumentException if the level is not within 0 to 1 or the period is below 6
   */
  public GrangerConnectedness {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be within 0 to 1 exclusive, was " + level);
    }
    if (period < 6) {
      throw new IllegalArgumentException("period must be at least 6, was " + period);
    }
  }

  @Override
  public List<String> names() {
    String window = FeatureName.text(level) + "x" + period;
    return List.of(
        FeatureName.of("cross", "granger", window, "out").toString(),
        FeatureName.of("cross", "granger", window, "in").toString());
  }

  @Override
  public int warmup() {
    return period;
  }

  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    double critical = -Normal.quantile(level / 2);
    return new WindowKernel(
        new ReturnWindow(period, universe, symbols, -1),
        2,
        (window, scores) -> connect(window, critical, scores[0], scores[1]));
  }

  private void connect(ReturnWindow window, double critical, double[] outward, double[] inward) {
    int n = window.size();
    double[][] before = new double[n][];
    double[][] after = new double[n][];
    for (int i = 0; i < n; i++) {
      before[i] = centred(window.deviations(i), 0);
      after[i] = centred(window.deviations(i), 1);
      outward[i] = 0;
      inward[i] = 0;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (j != i && causes(before[i], after[i], before[j], critical)) {
          outward[j]++;
          inward[i]++;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      outward[i] /= n - 1;
      inward[i] /= n - 1;
    }
  }

  /** Regresses on the own past first, then what is left on what is left of the other's past. */
  private static boolean causes(double[] own, double[] after, double[] other, double critical) {
    double ownSquares = CorrelationMatrix.dot(own, own);
    double slope = CorrelationMatrix.dot(own, other) / ownSquares;
    double ownSlope = CorrelationMatrix.dot(own, after) / ownSquares;
    double squares = 0;
    double products = 0;
    double left = 0;
    for (int t = 0; t < own.length; t++) {
      double x = Math.fma(-slope, own[t], other[t]);
      double y = Math.fma(-ownSlope, own[t], after[t]);
      squares = Math.fma(x, x, squares);
      products = Math.fma(x, y, products);
      left = Math.fma(y, y, left);
    }
    if (!(squares > NOTHING * CorrelationMatrix.dot(other, other))) {
      return false;
    }
    double explained = products * (products / squares);
    double rest = Math.max(0, left - explained);
    return explained * (own.length - 3) > critical * critical * rest;
  }

  /** Returns all numbers but one at an end, as distances from their mean. */
  private static double[] centred(double[] x, int from) {
    double[] part = new double[x.length - 1];
    System.arraycopy(x, from, part, 0, part.length);
    double sum = 0;
    for (double one : part) {
      sum += one;
    }
    for (int t = 0; t < part.length; t++) {
      part[t] -= sum / part.length;
    }
    return part;
  }
}
