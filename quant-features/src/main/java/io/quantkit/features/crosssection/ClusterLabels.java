package io.quantkit.features.crosssection;

import java.util.Arrays;

/**
 * Gives clusters the labels they had: to the clusters that share most symbols with the last ones of
 * a label, then to the largest clusters, then to the first by name.
 */
final class ClusterLabels {
  private final int count;

  /** By column: the last label, 0 if there is none. */
  private final int[] last;

  ClusterLabels(int count, int symbols) {
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
