package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import java.util.Arrays;
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
    Labels labels = new Labels(count, symbols.size());
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

  /** Gives clusters the labels they had. */
  private static final class Labels {
    private final int count;

    /** By column: the last label, 0 if there is none. */
    private final int[] last;

    Labels(int count, int symbols) {
      this.count = count;
      this.last = new int[symbols];
    }

    /** Clusters are numbered by their first members, which come by name. */
    void assign(int[] clusters, ReturnWindow window, double[] out) {
      int found = Arrays.stream(clusters).max().getAsInt() + 1;
      int[] sizes = new int[found];
      int[][] shared = new int[found][count + 1];
      for (int i = 0; i < clusters.length; i++) {
        sizes[clusters[i]]++;
        shared[clusters[i]][last[window.column(i)]]++;
      }
      int[] labels = new int[found];
      boolean[] taken = new boolean[count + 1];
      for (int round = 0; round < found; round++) {
        int best = -1;
        int bestLabel = 0;
        for (int c = 0; c < found; c++) {
          for (int label = 1; label <= count && labels[c] == 0; label++) {
            if (!taken[label] && (best < 0 || better(shared, sizes, c, label, best, bestLabel))) {
              best = c;
              bestLabel = label;
            }
          }
        }
        labels[best] = bestLabel;
        taken[bestLabel] = true;
      }
      Arrays.fill(last, 0);
      for (int i = 0; i < clusters.length; i++) {
        out[i] = labels[clusters[i]];
        last[window.column(i)] = labels[clusters[i]];
      }
    }

    private static boolean better(
        int[][] shared, int[] sizes, int c, int label, int best, int bestLabel) {
      int gain = shared[c][label] - shared[best][bestLabel];
      return gain > 0 || (gain == 0 && sizes[c] > sizes[best]);
    }
  }
}
