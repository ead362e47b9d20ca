package io.quantkit.features.evaluation;

import io.quantkit.core.math.Correlation;
import io.quantkit.core.series.Dataset;
import java.util.Arrays;

/**
 * The correlation, across instruments, of scores with what they were to foretell, period by period.
 *
 * <p>Spearman's correlation asks for the right order only, Pearson's for the right size too. Both
 * are within [-1, 1], and {@code NaN} in a period in which fewer than two rows have a score or
 * either side is constant; such periods are left out of summaries.
 */
public final class InformationCoefficient {
  private final long[] times;
  private final double[] rank;
  private final double[] linear;
  private final int[] counts;

  private InformationCoefficient(long[] times, double[] rank, double[] linear, int[] counts) {
    this.times = times;
    this.rank = rank;
    this.linear = linear;
    this.counts = counts;
  }

  /**
   * Measures one feature of a dataset against its labels.
   *
   * @throws IllegalArgumentException if there is no such feature
   */
  public static InformationCoefficient of(Dataset dataset, String feature) {
    return of(dataset, dataset.features().column(feature));
  }

  /**
   * Measures scores against the labels of a dataset.
   *
   * @param scores one per row, {@code NaN} for none; not modified, not kept
   * @throws IllegalArgumentException if there is not one score per row
   */
  public static InformationCoefficient of(Dataset dataset, double[] scores) {
    Periods periods = Periods.of(dataset, scores);
    double[] labels = dataset.labels();
    double[] rank = new double[periods.size()];
    double[] linear = new double[periods.size()];
    int[] counts = new int[periods.size()];
    for (int p = 0; p < rank.length; p++) {
      double[] x = Arrays.copyOfRange(scores, periods.from(p), periods.to(p));
      double[] y = Arrays.copyOfRange(labels, periods.from(p), periods.to(p));
      rank[p] = Correlation.spearman(x, y);
      linear[p] = Correlation.pearson(x, y);
      for (double score : x) {
        counts[p] += Double.isNaN(score) ? 0 : 1;
      }
    }
    return new InformationCoefficient(periods.times(), rank, linear, counts);
  }

  /** Returns how many periods there are. */
  public int periods() {
    return times.length;
  }

  /** Returns when a period's scores were known, in epoch nanoseconds. */
  public long time(int period) {
    return times[period];
  }

  /** Returns how many scores a period has. */
  public int count(int period) {
    return counts[period];
  }

  /** Returns Spearman's correlation in a period. */
  public double rank(int period) {
    return rank[period];
  }

  /** Returns Pearson's correlation in a period. */
  public double linear(int period) {
    return linear[period];
  }

  /** Returns the summary of Spearman's correlations. */
  public IcSummary rank() {
    return IcSummary.of(rank);
  }

  /** Returns the summary of Pearson's correlations. */
  public IcSummary linear() {
    return IcSummary.of(linear);
  }

  @Override
  public String toString() {
    return "InformationCoefficient of " + times.length + " periods, rank " + rank();
  }
}
