package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How unusual a symbol's scores are together: {@code sqrt((x - m)' S^-1 (x - m))} with {@code m}
 * the mean and {@code S} the covariance (ddof 1) of the scores across the symbols, its diagonal
 * multiplied by {@code 1 + ridge}.
 *
 * <p>A pure number, at least 0. Among the symbols that have a bar and a finite score in every
 * output and may be traded at that moment; {@code NaN} for all others, and for all if there are not
 * more symbols than scores or {@code S} is not positive definite, which a positive ridge prevents
 * unless a score is constant. P. Mahalanobis, Proceedings of the National Institute of Sciences of
 * India 2, 1936.
 *
 * @param of whose outputs are taken together
 * @param ridge how much of its variance is added to each score's variance, at least 0
 */
public record MahalanobisDistance(List<Factor> of, double ridge) implements Factor {

  /**
   * Creates a distance.
   *
   * @throws IllegalArgumentException if there is no factor or the ridge is negative or not finite
   */
  public MahalanobisDistance {
    of = List.copyOf(of);
    if (of.isEmpty()) {
      throw new IllegalArgumentException("of must not be empty, was []");
    }
    CorrelationMatrix.checkRidge(ridge);
  }

  @Override
  public List<String> names() {
    List<String> scores = new ArrayList<>();
    of.forEach(factor -> scores.addAll(factor.names()));
    String operator = ridge > 0 ? "mahalanobis-" + FeatureName.text(ridge) : "mahalanobis";
    return List.of("xsec_" + operator + "_of_" + String.join("_and_", scores));
  }

  @Override
  public int warmup() {
    return of.stream().mapToInt(Factor::warmup).reduce(0, Math::max);
  }

  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    Neutralized.Joined joined = new Neutralized.Joined(of, universe, symbols);
    Members members = new Members(universe, symbols);
    return (bars, out) -> {
      joined.update(bars);
      members.mask(bars, joined.scores());
      measure(bars, joined.scores(), out[0]);
    };
  }

  private void measure(BarSlice bars, double[][] scores, double[] out) {
    int[] complete = new int[bars.size()];
    int n = 0;
    for (int s = 0; s < bars.size(); s++) {
      complete[n] = s;
      n += complete(scores, s) ? 1 : 0;
    }
    Arrays.fill(out, Double.NaN);
    int p = scores.length;
    if (n <= p) {
      return;
    }
    double[][] centred = new double[p][n];
    for (int k = 0; k < p; k++) {
      centre(scores[k], complete, n, centred[k]);
    }
    double[][] covariance = new double[p][p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i][j] = CorrelationMatrix.dot(centred[i], centred[j]) / (n - 1);
      }
      covariance[i][i] *= 1 + ridge;
    }
    if (!Cholesky.decompose(covariance)) {
      return;
    }
    double[] x = new double[p];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < p; k++) {
        x[k] = centred[k][i];
      }
      Cholesky.solveLower(covariance, x);
      out[complete[i]] = Math.sqrt(CorrelationMatrix.dot(x, x));
    }
  }

  private static boolean complete(double[][] scores, int s) {
    for (double[] one : scores) {
      if (Double.isNaN(one[s])) {
        return false;
      }
    }
    return true;
  }

  private static void centre(double[] scores, int[] who, int n, double[] to) {
    double base = scores[who[0]];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      to[i] = scores[who[i]] - base;
      sum += to[i];
    }
    for (int i = 0; i < n; i++) {
      to[i] -= sum / n;
    }
  }
}
