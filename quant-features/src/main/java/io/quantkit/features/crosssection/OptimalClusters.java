package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which cluster of symbols that move together each symbol belongs to, with as many clusters as suit
 * the symbols best: López de Prado and Lewis's optimal number of clusters, ONC.
 *
 * <p>Symbols are the rows of their matrix of distances {@code sqrt((1 - correlation) / 2)}. K-means
 * with 2 to {@code most} clusters, ten starts each, gives partitions, of which that with the
 * largest mean of silhouettes over their deviation counts. Clusters that are worse than the mean
 * cluster by the same measure of their own silhouettes are taken together and clustered again,
 * which stays if it made clusters better; then there may be more than {@code most}.
 *
 * <p>Outputs, in order: label, a whole number from 1 on that clusters keep as {@link
 * CorrelationClusters} tells; the symbol's silhouette, within [-1, 1], below 0 if it is nearer to
 * another cluster and 0 if it is alone; the number of clusters, the same for all.
 *
 * <p>Warm-up {@code period}; {@code NaN} for symbols that do not take part by the rules of {@link
 * RollingCorrelationMatrix}, and for all if there are fewer than three. The seed begins anew with
 * each row, so who is with whom depends on the window alone. A row costs O(n^2 (period + most^2
 * rounds)). M. López de Prado and M. Lewis, "Detection of false investment strategies using
 * unsupervised learning methods", Quantitative Finance 19, 2019; M. López de Prado, Machine
 * Learning for Asset Managers, 2020, 4.4; P. Rousseeuw, "Silhouettes", Journal of Computational and
 * Applied Mathematics 20, 1987.
 *
 * @param most how many clusters k-means is asked for at most, at least 2; 10 is usual
 * @param period the window, in returns, at least 2
 * @param seed what the starts of k-means are drawn from
 */
public record OptimalClusters(int most, int period, long seed) implements Factor {

  /**
   * Creates clusters.
   *
   * @throws IllegalArgumentException if most or the period is below 2
   */
  public OptimalClusters {
    Parameters.atLeast("most", most, 2);
    Parameters.atLeast("period", period, 2);
  }

  @Override
  public List<String> names() {
    String window = most + "x" + period + "x" + seed;
    return List.of(
        FeatureName.of("cross", "onc", window, "label").toString(),
        FeatureName.of("cross", "onc", window, "silhouette").toString(),
        FeatureName.of("cross", "onc", window, "count").toString());
  }

  @Override
  public int warmup() {
    return period;
  }

  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    ClusterLabels labels = new ClusterLabels(symbols.size(), symbols.size());
    return new WindowKernel(
        new ReturnWindow(period, universe, symbols, -1),
        3,
        (window, scores) -> {
          Partition found = Partition.of(window.correlations(), most, new SplittableRandom(seed));
          labels.assign(found.clusters(), window, scores[0]);
          for (int i = 0; i < window.size(); i++) {
            scores[1][i] = found.silhouette(i);
          }
          Arrays.fill(scores[2], found.count());
        });
  }
}
