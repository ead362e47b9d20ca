package io.quantkit.features.matrix;

/** How the average ranks 1 to n become numbers. */
public enum RankScale {
  /** The rank itself, 1 for the smallest. */
  AVERAGE,
  /** {@code (rank - 1) / (n - 1)}: 0 for the smallest, 1 for the largest; one half if alone. */
  UNIT,
  /** {@code rank / n}, as pandas' {@code rank(pct=True)}: 1 for the largest, never 0. */
  PERCENT,
  /** The standard normal quantile of {@code (rank - 0.5) / n}: the Gaussian rank. */
  NORMAL
}
