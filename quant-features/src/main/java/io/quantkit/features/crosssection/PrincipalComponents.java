package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much each symbol moves with the largest principal components of all symbols' standardized
 * returns, and how much it moves without them.
 *
 * <p>Output {@code k} is the loading {@code u_k sqrt(lambda_k)} on component {@code k}, the
 * correlation of the symbol's returns with it, within -1 to 1; {@code lambda} and {@code u} are the
 * eigenvalues and vectors of the correlation matrix of {@link RollingCorrelationMatrix}, whose
 * rules say who takes part. The last output is the volatility that the components leave
 * unexplained, {@code deviation sqrt(1 - sum(loading^2))} with ddof 1: a fraction per bar.
 *
 * <p>An eigenvector has no sign of its own, and eigenvalues can change places. A component
 * therefore keeps its number as long as it is recognizable: each new vector takes the number of the
 * last known vector it overlaps most with, and the sign that makes the overlap positive. At first
 * they are numbered by their eigenvalues, with a positive sum. So numbers and signs depend on where
 * the computation began; sizes do not. Warm-up {@code period}; {@code NaN} for components beyond
 * the number of symbols.
 *
 * @param components how many, at least 1
 * @param period the window, in returns, at least 2
 */
public record PrincipalComponents(int components, int period) implements Factor {

  /**
   * Creates principal components.
   *
   * @throws IllegalArgumentException if components are below 1 or the period is below 2
   */
  public PrincipalComponents {
    Components.check(components, period);
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int k = 1; k <= components; k++) {
      names.add(FeatureName.of("cross", "pca", window(), "loading-" + k).toString());
    }
    names.add(FeatureName.of("cross", "pca", window(), "residual").toString());
    return names;
  }

  private String window() {
    return components + "x" + period;
  }

  @Override
  public int warmup() {
    return period;
  }

  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    Tracker tracker = new Tracker(components, symbols.size());
    return new WindowKernel(
        new ReturnWindow(period, universe, symbols, -1),
        2,
        (window, scores) -> {
          Components found = Components.of(window, components);
          double[][] loadings = tracker.track(found, window);
          double[] left = scores[components];
          Arrays.fill(left, 1);
          for (int k = 0; k < components; k++) {
            for (int i = 0; i < window.size(); i++) {
              scores[k][i] = loadings[k][i];
              left[i] -= Double.isNaN(loadings[k][i]) ? 0 : loadings[k][i] * loadings[k][i];
            }
          }
          for (int i = 0; i < window.size(); i++) {
            double variance = window.squares(i) / (period - 1);
            left[i] = Math.sqrt(variance * Math.max(0, left[i]));
          }
        });
  }

  /** Gives components the numbers and signs they had. */
  private static final class Tracker {
    /** By component and column: the last known vector, 0 where there was none. */
    private final double[][] known;

    Tracker(int components, int symbols) {
      this.known = new double[components][symbols];
    }

    /** Returns the loadings by number and member, {@code NaN} for numbers without a component. */
    double[][] track(Components found, ReturnWindow window) {
      int count = found.count();
      double[][] overlaps = new double[count][known.length];
      for (int a = 0; a < count; a++) {
        for (int b = 0; b < known.length; b++) {
          overlaps[a][b] = overlap(found.vector(a), known[b], window);
        }
      }
      double[][] loadings = new double[known.length][window.size()];
      for (double[] one : loadings) {
        Arrays.fill(one, Double.NaN);
      }
      boolean[] placed = new boolean[count];
      boolean[] taken = new boolean[known.length];
      for (int round = 0; round < count; round++) {
        int bestA = -1;
        int bestB = -1;
        for (int a = 0; a < count; a++) {
          for (int b = 0; b < known.length; b++) {
            boolean free = !placed[a] && !taken[b];
            if (free
                && (bestA < 0 || Math.abs(overlaps[a][b]) > Math.abs(overlaps[bestA][bestB]))) {
              bestA = a;
              bestB = b;
            }
          }
        }
        placed[bestA] = true;
        taken[bestB] = true;
        double[] vector = found.vector(bestA);
        double overlap = overlaps[bestA][bestB];
        double sign = (overlap == 0 ? Components.lean(vector) : overlap) < 0 ? -1 : 1;
        Arrays.fill(known[bestB], 0);
        for (int i = 0; i < window.size(); i++) {
          known[bestB][window.column(i)] = sign * vector[i];
          loadings[bestB][i] = sign * vector[i] * Math.sqrt(found.value(bestA));
        }
      }
      return loadings;
    }

    private static double overlap(double[] vector, double[] before, ReturnWindow window) {
      double sum = 0;
      for (int i = 0; i < vector.length; i++) {
        sum = Math.fma(vector[i], before[window.column(i)], sum);
      }
      return sum;
    }
  }
}
