package io.quantkit.features.crosssection;

import java.util.Arrays;

/** Hierarchical clusters by the mean distance between their members. */
final class AverageLinkage {
  private AverageLinkage() {}

  /**
   * Cuts the hierarchy where {@code count} clusters are left.
   *
   * @param distances symmetric; modified
   * @return the cluster of each member, numbered by first members
   */
  static int[] clusters(double[][] distances, int count) {
    int n = distances.length;
    int[][] pairs = new int[Math.max(0, n - 1)][2];
    double[] heights = merge(distances, pairs);
    Integer[] order = new Integer[heights.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(heights[a], heights[b]));
    int[] root = new int[n];
    Arrays.setAll(root, i -> i);
    for (int k = 0; k < n - count; k++) {
      int[] pair = pairs[order[k]];
      int a = find(root, pair[0]);
      int b = find(root, pair[1]);
      root[Math.max(a, b)] = Math.min(a, b);
    }
    int[] clusters = new int[n];
    int found = 0;
    for (int i = 0; i < n; i++) {
      int r = find(root, i);
      clusters[i] = r == i ? found++ : clusters[r];
    }
    return clusters;
  }

  private static int find(int[] root, int i) {
    int at = i;
    while (root[at] != at) {
      at = root[at];
    }
    return at;
  }

  /** Merges neighbours that are nearest to each other until one cluster is left. */
  private static double[] merge(double[][] d, int[][] pairs) {
    int n = d.length;
    double[] heights = new double[pairs.length];
    int[] sizes = new int[n];
    Arrays.fill(sizes, 1);
    int[] chain = new int[n];
    int length = 0;
    for (int merges = 0; merges < n - 1; ) {
      if (length == 0) {
        chain[length++] = first(sizes);
      }
      int top = chain[length - 1];
      int before = length > 1 ? chain[length - 2] : -1;
      int nearest = before;
      for (int i = 0; i < n; i++) {
        if (i != top && sizes[i] > 0 && (nearest < 0 || d[top][i] < d[top][nearest])) {
          nearest = i;
        }
      }
      if (nearest != before) {
        chain[length++] = nearest;
        continue;
      }
      length -= 2;
      pairs[merges][0] = top;
      pairs[merges][1] = before;
      heights[merges++] = d[top][before];
      join(d, sizes, Math.min(top, before), Math.max(top, before));
    }
    return heights;
  }

  private static int first(int[] sizes) {
    int i = 0;
    while (sizes[i] == 0) {
      i++;
    }
    return i;
  }

  private static void join(double[][] d, int[] sizes, int into, int gone) {
    double share = (double) sizes[gone] / (sizes[into] + sizes[gone]);
    for (int i = 0; i < d.length; i++) {
      if (sizes[i] > 0 && i != into && i != gone) {
        d[into][i] = d[into][i] + share * (d[gone][i] - d[into][i]);
        d[i][into] = d[into][i];
      }
    }
    sizes[into] += sizes[gone];
    sizes[gone] = 0;
  }
}
