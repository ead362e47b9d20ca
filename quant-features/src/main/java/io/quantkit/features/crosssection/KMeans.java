package io.quantkit.features.crosssection;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Clusters of points about their means, by S. Lloyd's iteration (IEEE Transactions on Information
 * Theory 28, 1982) from centres that are drawn far from each other (D. Arthur and S. Vassilvitskii,
 * "k-means++", SODA 2007).
 */
final class KMeans {
  private static final int MOST_ROUNDS = 300;

  private final double[][] points;
  private final double[][] centers;
  private final int[] clusters;
  private final int[] sizes;

  private KMeans(double[][] points, int count) {
    this.points = points;
    this.centers = new double[count][points[0].length];
    this.clusters = new int[points.length];
    this.sizes = new int[count];
  }

  /**
   * Returns the cluster of each point, none of them empty.
   *
   * @param points not modified
   * @param count how many clusters, at most as many as points
   */
  static int[] clusters(double[][] points, int count, SplittableRandom random) {
    KMeans means = new KMeans(points, count);
    means.draw(random);
    Arrays.fill(means.clusters, -1);
    for (int round = 0; round < MOST_ROUNDS && means.assign(); round++) {
      means.center();
    }
    return means.clusters;
  }

  /**
   * Draws points as centres with probabilities like the squared distance to the nearest one, the
   * best of a few each time: that which leaves least of these.
   */
  private void draw(SplittableRandom random) {
    double[] nearest = new double[points.length];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int first = (int) (random.nextDouble() * points.length);
    System.arraycopy(points[first], 0, centers[0], 0, centers[0].length);
    double sum = lower(nearest, points[first]);
    int candidates = 2 + (int) StrictMath.log(centers.length);
    for (int c = 1; c < centers.length; c++) {
      double[] best = nearest;
      double least = Double.POSITIVE_INFINITY;
      double before = sum;
      for (int candidate = 0; candidate < candidates; candidate++) {
        double[] lowered = nearest.clone();
        double left = random.nextDouble() * before;
        int drawn = 0;
        while (drawn < points.length - 1 && (left -= nearest[drawn]) >= 0) {
          drawn++;
        }
        double rest = lower(lowered, points[drawn]);
        if (rest < least) {
          least = rest;
          best = lowered;
          System.arraycopy(points[drawn], 0, centers[c], 0, centers[c].length);
        }
      }
      nearest = best;
      sum = least;
    }
  }

  /** Takes note of a new centre in the squared distances to the nearest one; returns their sum. */
  private double lower(double[] nearest, double[] center) {
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      nearest[i] = Math.min(nearest[i], square(points[i], center));
      sum += nearest[i];
    }
    return sum;
  }

  /** Gives each point to the nearest centre; returns whether that changed any. */
  private boolean assign() {
    boolean changed = false;
    Arrays.fill(sizes, 0);
    for (int i = 0; i < points.length; i++) {
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int c = 0; c < centers.length; c++) {
        double square = square(points[i], centers[c]);
        if (square < least) {
          least = square;
          best = c;
        }
      }
      changed |= best != clusters[i];
      clusters[i] = best;
      sizes[best]++;
    }
    for (int c = 0; c < centers.length; c++) {
      if (sizes[c] == 0) {
        fill(c);
        changed = true;
      }
    }
    return changed;
  }

  /** Moves the point that is farthest from its centre, and not alone there, to an empty cluster. */
  private void fill(int empty) {
    int farthest = -1;
    double most = -1;
    for (int i = 0; i < points.length; i++) {
      double square = square(points[i], centers[clusters[i]]);
      if (sizes[clusters[i]] > 1 && square > most) {
        most = square;
        farthest = i;
      }
    }
    sizes[clusters[farthest]]--;
    clusters[farthest] = empty;
    sizes[empty] = 1;
    System.arraycopy(points[farthest], 0, centers[empty], 0, centers[empty].length);
  }

  private void center() {
    for (double[] center : centers) {
      Arrays.fill(center, 0);
    }
    for (int i = 0; i < points.length; i++) {
      double[] center = centers[clusters[i]];
      for (int d = 0; d < center.length; d++) {
        center[d] += points[i][d] / sizes[clusters[i]];
      }
    }
  }

  private static double square(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum = Math.fma(a[d] - b[d], a[d] - b[d], sum);
    }
    return sum;
  }
}
