package io.quantkit.features.crosssection;

import java.util.Arrays;

/** The tree of the highest correlations that holds all symbols together. */
final class SpanningTree {
  /*
   * The distance falls as the correlation rises, so the shortest edge is that of the highest
   * correlation. R. Prim, "Shortest connection networks", Bell System Technical Journal 36, 1957.
   */
  private final int[] parent;

  /** In the order in which they joined. */
  private final int[] order;

  private SpanningTree(int[] parent, int[] order) {
    this.parent = parent;
    this.order = order;
  }

  static SpanningTree of(double[][] correlations) {
    int n = correlations.length;
    int[] parent = new int[n];
    int[] order = new int[n];
    double[] nearest = correlations[0].clone();
    boolean[] joined = new boolean[n];
    joined[0] = true;
    parent[0] = -1;
    for (int size = 1; size < n; size++) {
      int best = -1;
      for (int i = 0; i < n; i++) {
        if (!joined[i] && (best < 0 || nearest[i] > nearest[best])) {
          best = i;
        }
      }
      joined[best] = true;
      order[size] = best;
      for (int i = 0; i < n; i++) {
        if (!joined[i] && correlations[best][i] > nearest[i]) {
          nearest[i] = correlations[best][i];
          parent[i] = best;
        }
      }
    }
    return new SpanningTree(parent, order);
  }

  /** Writes the number of neighbours as a share of the others. */
  void degree(double[] out) {
    Arrays.fill(out, 0);
    for (int i = 0; i < parent.length; i++) {
      if (parent[i] >= 0) {
        out[i]++;
        out[parent[i]]++;
      }
    }
    for (int i = 0; i < out.length; i++) {
      out[i] /= parent.length - 1;
    }
  }

  /**
   * Writes the share of the pairs of others between which a symbol lies: without it the tree falls
   * apart, and these are the pairs of symbols in different parts.
   */
  void betweenness(double[] out) {
    int n = parent.length;
    int[] below = new int[n];
    double[] together = new double[n];
    for (int k = n - 1; k >= 0; k--) {
      int i = order[k];
      double above = n - 1 - below[i];
      together[i] += above * above;
      double others = n - 1;
      out[i] = (others * others - together[i]) / (others * (others - 1));
      if (parent[i] >= 0) {
        double part = below[i] + 1;
        below[parent[i]] += below[i] + 1;
        together[parent[i]] += part * part;
      }
    }
  }
}
