package io.quantkit.features.evaluation;

import io.quantkit.core.math.Moments;
import io.quantkit.core.math.Quantiles;
import io.quantkit.core.series.Dataset;
import java.util.Arrays;

/**
 * The mean label of each quantile of the scores, period by period, and how much the quantiles'
 * members change.
 *
 * <p>In each period the scores are cut at their type-7 quantiles; a score belongs to the lowest
 * quantile whose upper bound is not below it, so equal scores share one, and a quantile may be
 * empty where many are equal (pandas' {@code qcut}). Quantile 0 holds the smallest scores. Every
 * row counts once, every period counts once in means over time.
 */
public final class QuantileReturns {
  private final int quantiles;
  private final long[] times;

  /** By period and quantile. */
  private final double[][] means;

  /** By period and quantile: the share of members that were not in it in the period before. */
  private final double[][] turnovers;

  private QuantileReturns(int quantiles, long[] times, double[][] means, double[][] turnovers) {
    this.quantiles = quantiles;
    this.times = times;
    this.means = means;
    this.turnovers = turnovers;
  }

  /**
   * Measures one feature of a dataset against its labels.
   *
   * @throws IllegalArgumentException if there is no such feature or fewer than 2 quantiles
   */
  public static QuantileReturns of(Dataset dataset, String feature, int quantiles) {
    return of(dataset, dataset.features().column(feature), quantiles);
  }

  /**
   * Measures scores against the labels of a dataset.
   *
   * @param scores one per row, {@code NaN} for none; not modified, not kept
   * @param quantiles how many, at least 2
   * @throws IllegalArgumentException if there is not one score per row or fewer than 2 quantiles
   */
  public static QuantileReturns of(Dataset dataset, double[] scores, int quantiles) {
    if (quantiles < 2) {
      throw new IllegalArgumentException("quantiles must be at least 2, was " + quantiles);
    }
    Periods periods = Periods.of(dataset, scores);
    double[][] means = new double[periods.size()][quantiles];
    double[][] turnovers = new double[periods.size()][quantiles];
    int[] before = none(dataset);
    for (int p = 0; p < means.length; p++) {
      int[] now = none(dataset);
      int[] members = new int[quantiles];
      int[] fresh = new int[quantiles];
      double[] bounds =
          bounds(Arrays.copyOfRange(scores, periods.from(p), periods.to(p)), quantiles);
      for (int r = periods.from(p); r < periods.to(p); r++) {
        if (Double.isNaN(scores[r])) {
          continue;
        }
        int q = quantile(scores[r], bounds);
        int symbol = dataset.features().symbolIndex(r);
        now[symbol] = q;
        members[q]++;
        fresh[q] += before[symbol] == q ? 0 : 1;
        means[p][q] += dataset.label(r);
      }
      for (int q = 0; q < quantiles; q++) {
        means[p][q] /= members[q];
        turnovers[p][q] = p == 0 ? Double.NaN : fresh[q] / (double) members[q];
      }
      before = now;
    }
    return new QuantileReturns(quantiles, periods.times(), means, turnovers);
  }

  private static int[] none(Dataset dataset) {
    int[] quantile = new int[dataset.features().symbols().size()];
    Arrays.fill(quantile, -1);
    return quantile;
  }

  /** Returns the upper bound of each quantile but the last. */
  private static double[] bounds(double[] scores, int quantiles) {
    double[] sorted = Arrays.stream(scores).filter(score -> !Double.isNaN(score)).toArray();
    Arrays.sort(sorted);
    double[] bounds = new double[quantiles - 1];
    for (int q = 1; q < quantiles; q++) {
      bounds[q - 1] = Quantiles.linearOfSorted(sorted, q / (double) quantiles);
    }
    return bounds;
  }

  private static int quantile(double score, double[] bounds) {
    int q = 0;
    while (q < bounds.length && score > bounds[q]) {
      q++;
    }
    return q;
  }

  /** Returns how many quantiles there are. */
  public int quantiles() {
    return quantiles;
  }

  /** Returns how many periods there are. */
  public int periods() {
    return times.length;
  }

  /** Returns when a period's scores were known, in epoch nanoseconds. */
  public long time(int period) {
    return times[period];
  }

  /**
   * Returns the mean label of a quantile in a period, {@code NaN} if it is empty.
   *
   * @param quantile 0 for the smallest scores
   */
  public double mean(int period, int quantile) {
    return means[period][quantile];
  }

  /**
   * Returns the mean over time of a quantile's mean label, over the periods in which it has one.
   */
  public double mean(int quantile) {
    return overTime(means, quantile);
  }

  /**
   * Returns the mean label of the highest quantile less that of the lowest in a period, {@code NaN}
   * if either is empty.
   */
  public double spread(int period) {
    return means[period][quantiles - 1] - means[period][0];
  }

  /** Returns the mean over time of the spread, over the periods that have one. */
  public double spread() {
    double[] spreads = new double[times.length];
    Arrays.setAll(spreads, this::spread);
    return Moments.mean(Arrays.stream(spreads).filter(s -> !Double.isNaN(s)).toArray());
  }

  /**
   * Returns the share of a quantile's members that were not in it in the period before, {@code NaN}
   * in the first period and if it is empty.
   */
  public double turnover(int period, int quantile) {
    return turnovers[period][quantile];
  }

  /** Returns the mean over time of a quantile's turnover. */
  public double turnover(int quantile) {
    return overTime(turnovers, quantile);
  }

  private static double overTime(double[][] table, int quantile) {
    return Moments.mean(
        Arrays.stream(table)
            .mapToDouble(row -> row[quantile])
            .filter(value -> !Double.isNaN(value))
            .toArray());
  }

  @Override
  public String toString() {
    return "QuantileReturns of " + quantiles + " quantiles over " + times.length + " periods";
  }
}
