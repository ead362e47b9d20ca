package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * Which of {@code count} clusters of symbols that move together each symbol belongs to: average
 * linkage of the distances {@code sqrt(2 (1 - correlation))}, cut where {@code count} clusters are
 * left.
 *
 * <p>Labels are whole numbers from 1 to {@code count}. A cluster keeps its label while it keeps
 * most of its symbols: labels go to the clusters that share most symbols with the last ones of that
 * label, then to the largest clusters, then to the first by name. So labels depend on where the
 * computation began; who is with whom does not.
 *
 * <p>Warm-up {@code period}; {@code NaN} for symbols that do not take part by the rules of {@link
 * RollingCorrelationMatrix}. With fewer symbols than {@code count} each is a cluster. A row costs
 * O(n^2 period). R. Sokal, C. Michener, University of Kansas Science Bulletin 38, 1958, by chains
 * of nearest neighbours, F. Murtagh, Computer Journal 26, 1983.
 *
 * @param count how many clusters, at least 1
 * @param period the window, in returns, at least 2
 */
public record CorrelationClusters(int count, int period) implements Factor {

  /**
   * Creates clusters.
   *
   * @throws IllegalArgumentException if the count is below 1 or the period is below 2
   */
  public CorrelationClusters {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, was " + count);
    }
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
  }

  @Override
  public List<String> names() {
    return List.of(FeatureName.of("cross", "cluster", count + "x" + period, "label").toString());
  }

  @Override
  public int warmup() {
    return period;
  }

  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    ClusterLabels labels = new ClusterLabels(count, symbols.size());
    return new WindowKernel(
        new ReturnWindow(period, universe, symbols, -1),
        1,
        (window, scores) -> {
          int[] clusters = AverageLinkage.clusters(distances(window.correlations()), count);
          labels.assign(clusters, window, scores[0]);
        });
  }

  private static double[][] distances(double[][] correlations) {
    for (double[] row : correlations) {
      for (int j = 0; j < row.length; j++) {
        row[j] = Math.sqrt(2 * (1 - row[j]));
      }
    }
    return correlations;
  }
}
