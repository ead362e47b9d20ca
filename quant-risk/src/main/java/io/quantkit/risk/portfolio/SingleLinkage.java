package io.quantkit.risk.portfolio;

import java.util.Arrays;

/**
 * Hierarchical clustering by nearest neighbours, for the order of leaves in which similar things
 * stand together.
 *
 * <p>A minimum spanning tree by Prim's algorithm, whose edges are merged shortest first (R. Sibson,
 * SLINK, The Computer Journal 16, 1973, gives the equivalence). In each merger the cluster that was
 * formed earlier stands left. Costs O(n^2).
 */
final class SingleLinkage {
  private final int n;
  private final int[] left;
  private final int[] right;

  /**
   * Clusters things.
   *
   * @param distances a symmetric matrix, row by row; not modified
   */
  SingleLinkage(int n, double[] distances) {
    this.n = n;
    this.left = new int[Math.max(0, n - 1)];
    this.right = new int[left.length];
    int[] from = new int[left.length];
    int[] to = new int[left.length];
    double[] length = new double[left.length];
    span(distances, from, to, length);
    merge(from, to, length);
  }

  private void span(double[] distances, int[] from, int[] to, double[] length) {
    boolean[] reached = new boolean[n];
    double[] nearest = new double[n];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int at = 0;
    for (int k = 0; k < from.length; k++) {
      reached[at] = true;
      int next = -1;
      for (int i = 0; i < n; i++) {
        if (!reached[i]) {
          nearest[i] = Math.min(nearest[i], distances[at * n + i]);
          next = next < 0 || nearest[i] < nearest[next] ? i : next;
        }
      }
      from[k] = at;
      to[k] = next;
      length[k] = nearest[next];
      at = next;
    }
  }

  private void merge(int[] from, int[] to, double[] length) {
    Integer[] order = new Integer[from.length];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (a, b) -> Double.compare(length[a], length[b]));
    int[] parent = new int[2 * n];
    Arrays.setAll(parent, i -> i);
    for (int k = 0; k < order.length; k++) {
      int a = root(parent, from[order[k]]);
      int b = root(parent, to[order[k]]);
      left[k] = Math.min(a, b);
      right[k] = Math.max(a, b);
      parent[a] = n + k;
      parent[b] = n + k;
    }
  }

  private static int root(int[] parent, int i) {
    int root = i;
    while (parent[root] != root) {
      root = parent[root];
    }
    return root;
  }

  /** Returns the leaves from left to right. */
  int[] leaves() {
    int[] leaves = new int[n];
    int[] stack = new int[2 * n];
    int depth = 0;
    int count = 0;
    stack[depth++] = n == 1 ? 0 : 2 * n - 2;
    while (depth > 0) {
      int node = stack[--depth];
      if (node < n) {
        leaves[count++] = node;
      } else {
        stack[depth++] = right[node - n];
        stack[depth++] = left[node - n];
      }
    }
    return leaves;
  }
}
