package io.quantkit.features.matrix;

import io.quantkit.core.math.Normal;

/** Average ranks on a scale. */
record Ranking(RankScale scale) implements DenseOperator {

  @Override
  public String name() {
    return switch (scale) {
      case AVERAGE -> "average-rank";
      case UNIT -> "rank";
      case PERCENT -> "percent-rank";
      case NORMAL -> "normal-rank";
    };
  }

  @Override
  public Rewrite rewrite() {
    RadixRanks ranks = new RadixRanks();
    NormalScores normal = new NormalScores();
    return (values, weights, size) -> {
      ranks.average(values, size);
      switch (scale) {
        case AVERAGE -> {}
        case UNIT -> unit(values, size);
        case PERCENT -> percent(values, size);
        case NORMAL -> normal.apply(values, size);
      }
    };
  }

  private static void unit(double[] ranks, int size) {
    if (size == 1) {
      ranks[0] = 0.5;
      return;
    }
    for (int i = 0; i < size; i++) {
      ranks[i] = (ranks[i] - 1) / (size - 1);
    }
  }

  private static void percent(double[] ranks, int size) {
    for (int i = 0; i < size; i++) {
      ranks[i] = ranks[i] / size;
    }
  }

  /** Keeps the normal quantiles of whole and half ranks for the number of ranks seen last. */
  private static final class NormalScores {
    private double[] quantiles = new double[0];
    private int size;

    void apply(double[] ranks, int count) {
      if (count != size) {
        quantiles = new double[2 * count - 1];
        size = count;
        for (int i = 0; i < count; i++) {
          quantiles[i] = Normal.quantile((i + 1) * 0.5 / count);
          quantiles[2 * count - 2 - i] = -quantiles[i];
        }
        quantiles[count - 1] = 0;
      }
      for (int i = 0; i < count; i++) {
        ranks[i] = quantiles[(int) (2 * ranks[i]) - 2];
      }
    }
  }
}
