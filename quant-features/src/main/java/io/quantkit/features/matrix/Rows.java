package io.quantkit.features.matrix;

/**
 * The operators that compare the symbols of a row.
 *
 * <p>Those that say so use weights; the others refuse a matrix that has some.
 */
public final class Rows {
  private Rows() {}

  /** Returns the ranks, 1 for the smallest; equal numbers share the mean of their ranks. */
  public static RowOperator rank(RankScale scale) {
    return new Ranking(scale);
  }

  /**
   * Returns how many standard deviations each number is from the mean, {@code (x - mean) /
   * deviation}; {@code NaN} if there are no more than {@code ddof} numbers or all are equal.
   *
   * <p>With weights {@code mean = sum(w x) / sum(w)} and {@code deviation^2 = sum(w (x - mean)^2) /
   * sum(w) * n / (n - ddof)} with {@code n} the numbers of positive weight, so that equal weights
   * are none; a number of weight 0 has a score and does not count.
   *
   * @param ddof 0 for a population's deviation, 1 for a sample's
   * @throws IllegalArgumentException if {@code ddof} is neither
   */
  public static RowOperator zscore(int ddof) {
    return new Standardizing(ddof);
  }

  /** Returns the distance from the mean, weighted if there are weights. */
  public static RowOperator demean() {
    return new Demeaning();
  }

  /** Returns the distance from the median. */
  public static RowOperator demedian() {
    return new Demedianing(false);
  }

  /**
   * Returns the outlier score {@code (x - median) / (1.4826 mad)}, with {@code mad} the median of
   * the distances from the median; {@code NaN} if that is 0.
   */
  public static RowOperator robustZscore() {
    return new Demedianing(true);
  }

  /**
   * Returns the numbers brought within two of their quantiles (type 7).
   *
   * @param low the lower probability, at least 0
   * @param high the upper probability, at least {@code low} and at most 1
   * @throws IllegalArgumentException if they are not within 0 to 1 in this order
   */
  public static RowOperator winsorize(double low, double high) {
    return new Winsorizing(low, high);
  }

  /**
   * Returns the numbers brought within {@code median -+ scores * 1.4826 * mad}, with {@code mad}
   * the median of the distances from the median.
   *
   * @param scores how many robust deviations, positive
   * @throws IllegalArgumentException if it is not positive
   */
  public static RowOperator winsorizeMad(double scores) {
    return new MadWinsorizing(scores);
  }

  /**
   * Returns the numbers brought within limits.
   *
   * @throws IllegalArgumentException if {@code low} is not at most {@code high}
   */
  public static RowOperator clip(double low, double high) {
    return new Clipping(low, high);
  }

  /**
   * Returns the numbers multiplied so that their absolute values sum to {@code total}; {@code NaN}
   * if they sum to 0.
   *
   * @throws IllegalArgumentException if {@code total} is not positive
   */
  public static RowOperator gross(double total) {
    return new Scaling(total, true);
  }

  /**
   * Returns the numbers multiplied so that they sum to {@code total}; {@code NaN} if they sum to 0.
   *
   * @throws IllegalArgumentException if {@code total} is not positive
   */
  public static RowOperator net(double total) {
    return new Scaling(total, false);
  }

  /**
   * Returns the quantile each number is in, 1 for the smallest: rows are cut at their type 7
   * quantiles, a number belongs to the lowest whose upper bound is not below it (pandas' {@code
   * qcut}).
   *
   * @param count how many quantiles, at least 2
   * @throws IllegalArgumentException if there are fewer
   */
  public static RowOperator buckets(int count) {
    return new Bucketing(count);
  }

  /**
   * Returns 1 for the {@code count} largest numbers and 0 for the others; who equals the last of
   * them is with them.
   *
   * @throws IllegalArgumentException if {@code count} is not positive
   */
  public static RowOperator top(int count) {
    return new Choosing(count, true);
  }

  /**
   * Returns 1 for the {@code count} smallest numbers and 0 for the others; who equals the last of
   * them is with them.
   *
   * @throws IllegalArgumentException if {@code count} is not positive
   */
  public static RowOperator bottom(int count) {
    return new Choosing(count, false);
  }

  /**
   * Returns the position between the smallest and the largest, {@code (x - min) / (max - min)};
   * {@code NaN} if all are equal.
   */
  public static RowOperator minMax() {
    return new Spanning();
  }

  /**
   * Returns {@code exp(x / temperature)} divided by its sum: positive numbers that sum to 1.
   *
   * @throws IllegalArgumentException if the temperature is not positive
   */
  public static RowOperator softmax(double temperature) {
    return new Softmax(temperature);
  }

  /**
   * Returns {@code knee * tanh(x / knee)}, which leaves small numbers nearly alone and keeps all
   * within {@code -knee} to {@code knee}.
   *
   * @throws IllegalArgumentException if the knee is not positive
   */
  public static RowOperator tanh(double knee) {
    return new Shrinking(knee);
  }

  /**
   * Returns what a regression of a row's numbers on the matrix's exposures leaves unexplained:
   * ordinary least squares, or weighted if there are weights. Groups are regressors too, one dummy
   * each; without groups there is an intercept.
   *
   * <p>{@code NaN} for a symbol that lacks a number or an exposure, has no group or no positive
   * weight, and for all if there are not more symbols than regressors. An exposure that the others
   * explain adds nothing. By orthogonalization, Å. Björck, BIT 7, 1967.
   */
  public static RowOperator residual() {
    return new Residual();
  }

  /**
   * Writes Pearson's correlation of the two matrices' numbers row by row, over the symbols that
   * have both; {@code NaN} if there are fewer than two or one side is constant. Groups and weights
   * are not used.
   *
   * @param out receives one number per row; modified
   * @throws IllegalArgumentException if the matrices differ in size or {@code out} is too short
   */
  public static void pearson(RowMatrix a, RowMatrix b, double[] out) {
    new RowCorrelation(a.symbols(), false).over(a, b, out);
  }

  /**
   * Writes Spearman's correlation, Pearson's of the average ranks, of the two matrices' numbers row
   * by row, over the symbols that have both; {@code NaN} if there are fewer than two or one side is
   * constant. Groups and weights are not used.
   *
   * @param out receives one number per row; modified
   * @throws IllegalArgumentException if the matrices differ in size or {@code out} is too short
   */
  public static void spearman(RowMatrix a, RowMatrix b, double[] out) {
    new RowCorrelation(a.symbols(), true).over(a, b, out);
  }
}
