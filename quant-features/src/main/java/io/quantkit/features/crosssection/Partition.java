package io.quantkit.features.crosssection;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Points in as many clusters as suit them best, M. López de Prado and M. Lewis's optimal number of
 * clusters.
 *
 * <p>How well a point lies in its cluster is its silhouette, {@code (b - a) / max(a, b)} with the
 * mean distances {@code a} to the others of its cluster and {@code b} to those of the nearest other
 * one; 0 if it is alone. The quality of points is the mean of their silhouettes over the population
 * deviation.
 */
final class Partition {
  /** How often k-means begins anew with each number of clusters. */
  private static final int STARTS = 10;

  /** What silhouettes that are all the same vary by. */
  private static final double NO_DEVIATION = 1e-9;

  private final int[] clusters;
  private final int count;
  private final double[] silhouettes;

  private Partition(double[][] points, int[] clusters, int count) {
    this.clusters = clusters;
    this.count = count;
    this.silhouettes = silhouettes(points, clusters, count);
  }

  /**
   * Clusters symbols by the rows of their matrix of distances {@code sqrt((1 - correlation) / 2)}.
   *
   * @param correlations of at least 3 symbols; not modified
   * @param most how many clusters are tried at a time
   */
  static Partition of(double[][] correlations, int most, SplittableRandom random) {
    double[][] points = distances(correlations);
    Partition best = best(points, Math.min(most, points.length - 1), random);
    double[] qualities = best.qualities();
    double mean = mean(qualities);
    boolean[] poor = new boolean[best.count];
    double poorSum = 0;
    int poorCount = 0;
    for (int c = 0; c < poor.length; c++) {
      poor[c] = qualities[c] < mean;
      poorSum += poor[c] ? qualities[c] : 0;
      poorCount += poor[c] ? 1 : 0;
    }
    int[] again = best.members(poor);
    if (poorCount < 2 || again.length < 3) {
      return best;
    }
    Partition anew = best.with(points, poor, again, of(part(correlations, again), most, random));
    return mean(anew.qualities()) > poorSum / poorCount ? anew : best;
  }

  private static Partition best(double[][] points, int most, SplittableRandom random) {
    Partition best = null;
    double highest = Double.NEGATIVE_INFINITY;
    for (int start = 0; start < STARTS; start++) {
      for (int count = 2; count <= most; count++) {
        Partition one = new Partition(points, KMeans.clusters(points, count, random), count);
        double quality = quality(one.silhouettes);
        if (best == null || quality > highest) {
          best = one;
          highest = quality;
        }
      }
    }
    if (best == null) {
      throw new IllegalStateException("there must be at least 3 points, were " + points.length);
    }
    return best;
  }

  /** Returns this partition with its poor clusters replaced by those of their members alone. */
  private Partition with(double[][] points, boolean[] poor, int[] again, Partition anew) {
    int[] numbers = new int[count];
    int kept = 0;
    for (int c = 0; c < count; c++) {
      numbers[c] = poor[c] ? -1 : kept++;
    }
    int[] replaced = new int[clusters.length];
    for (int i = 0; i < replaced.length; i++) {
      replaced[i] = numbers[clusters[i]];
    }
    for (int i = 0; i < again.length; i++) {
      replaced[again[i]] = kept + anew.clusters[i];
    }
    return new Partition(points, replaced, kept + anew.count);
  }

  int count() {
    return count;
  }

  double silhouette(int point) {
    return silhouettes[point];
  }

  /** Returns the cluster of each point, numbered by first members. */
  int[] clusters() {
    int[] numbers = new int[count];
    Arrays.fill(numbers, -1);
    int[] out = new int[clusters.length];
    int found = 0;
    for (int i = 0; i < out.length; i++) {
      if (numbers[clusters[i]] < 0) {
        numbers[clusters[i]] = found++;
      }
      out[i] = numbers[clusters[i]];
    }
    return out;
  }

  /** Returns the quality of each cluster. */
  private double[] qualities() {
    double[] qualities = new double[count];
    for (int c = 0; c < count; c++) {
      boolean[] one = new boolean[count];
      one[c] = true;
      int[] members = members(one);
      double[] parts = new double[members.length];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = silhouettes[members[i]];
      }
      qualities[c] = quality(parts);
    }
    return qualities;
  }

  private int[] members(boolean[] wanted) {
    int[] members = new int[clusters.length];
    int found = 0;
    for (int i = 0; i < clusters.length; i++) {
      if (wanted[clusters[i]]) {
        members[found++] = i;
      }
    }
    return Arrays.copyOf(members, found);
  }

  private static double[][] distances(double[][] correlations) {
    double[][] distances = new double[correlations.length][correlations.length];
    for (int i = 0; i < distances.length; i++) {
      for (int j = 0; j < distances.length; j++) {
        distances[i][j] = Math.sqrt((1 - correlations[i][j]) / 2);
      }
    }
    return distances;
  }

  private static double[][] part(double[][] matrix, int[] rows) {
    double[][] part = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) {
        part[i][j] = matrix[rows[i]][rows[j]];
      }
    }
    return part;
  }

  private static double[] silhouettes(double[][] points, int[] clusters, int count) {
    int n = points.length;
    double[][] sums = new double[n][count];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double square = 0;
        for (int d = 0; d < points[i].length; d++) {
          double difference = points[i][d] - points[j][d];
          square = Math.fma(difference, difference, square);
        }
        double distance = Math.sqrt(square);
        sums[i][clusters[j]] += distance;
        sums[j][clusters[i]] += distance;
      }
    }
    int[] sizes = new int[count];
    for (int cluster : clusters) {
      sizes[cluster]++;
    }
    double[] silhouettes = new double[n];
    for (int i = 0; i < n; i++) {
      int own = clusters[i];
      double nearest = Double.POSITIVE_INFINITY;
      for (int c = 0; c < count; c++) {
        nearest = c == own ? nearest : Math.min(nearest, sums[i][c] / sizes[c]);
      }
      double within = sums[i][own] / (sizes[own] - 1);
      double larger = Math.max(within, nearest);
      silhouettes[i] = sizes[own] > 1 && larger > 0 ? (nearest - within) / larger : 0;
    }
    return silhouettes;
  }

  private static double quality(double[] silhouettes) {
    double mean = mean(silhouettes);
    double squares = 0;
    for (double s : silhouettes) {
      squares += (s - mean) * (s - mean);
    }
    return mean / Math.max(NO_DEVIATION, Math.sqrt(squares / silhouettes.length));
  }

  private static double mean(double[] x) {
    double sum = 0;
    for (double one : x) {
      sum += one;
    }
    return sum / x.length;
  }
}
