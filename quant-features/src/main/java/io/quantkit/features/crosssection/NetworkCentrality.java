package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * How central each symbol is in the network of correlations.
 *
 * <p>The outputs are: the eigenvector centrality, the symbol's part in the leading eigenvector, of
 * unit length, of the matrix of {@code |correlation|} with nothing on its diagonal; the degree in
 * the minimum spanning tree of the distances {@code sqrt(2 (1 - correlation))}, as a share of the
 * others; the betweenness in that tree, the share of the pairs of others whose path leads through
 * the symbol. All within 0 to 1. Of equally long edges the tree takes those of symbols first by
 * name.
 *
 * <p>Warm-up {@code period}; {@code NaN} for symbols that do not take part by the rules of {@link
 * RollingCorrelationMatrix}, and for all if there are fewer than 3. R. Mantegna, "Hierarchical
 * structure in financial markets", European Physical Journal B 11, 1999; L. Freeman, "Centrality in
 * social networks", Social Networks 1, 1979; P. Bonacich, Journal of Mathematical Sociology 2,
 * 1972.
 *
 * @param period the window, in returns, at least 2
 */
public record NetworkCentrality(int period) implements Factor {

  /**
   * Creates a centrality.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public NetworkCentrality {
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
  }

  @Override
  public List<String> names() {
    return List.of(
        FeatureName.of("cross", "centrality", period, "eigenvector").toString(),
        FeatureName.of("cross", "centrality", period, "degree").toString(),
        FeatureName.of("cross", "centrality", period, "betweenness").toString());
  }

  @Override
  public int warmup() {
    return period;
  }

  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    return new WindowKernel(
        new ReturnWindow(period, universe, symbols, -1),
        3,
        (window, scores) -> {
          double[][] correlations = window.correlations();
          SpanningTree tree = SpanningTree.of(correlations);
          tree.degree(scores[1]);
          tree.betweenness(scores[2]);
          leading(correlations, scores[0]);
        });
  }

  /** Writes the leading eigenvector; its parts have one sign. Modifies the matrix. */
  private static void leading(double[][] correlations, double[] out) {
    for (int i = 0; i < correlations.length; i++) {
      for (int j = 0; j < correlations.length; j++) {
        correlations[i][j] = i == j ? 0 : Math.abs(correlations[i][j]);
      }
    }
    double[] vector = SymmetricEigen.of(correlations).vector(0);
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.abs(vector[i]);
    }
  }
}
