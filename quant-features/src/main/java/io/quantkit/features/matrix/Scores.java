package io.quantkit.features.matrix;

import io.quantkit.core.math.Normal;
import io.quantkit.core.math.Quantiles;
import io.quantkit.features.FeatureName;
import java.util.Arrays;

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

/** Distances from the mean in standard deviations. */
record Standardizing(int ddof) implements DenseOperator {

  Standardizing {
    if (ddof != 0 && ddof != 1) {
      throw new IllegalArgumentException("ddof must be 0 or 1, was " + ddof);
    }
  }

  @Override
  public String name() {
    return ddof == 1 ? "zscore" : "zscore-ddof" + ddof;
  }

  @Override
  public boolean usesWeights() {
    return true;
  }

  @Override
  public Kernel start(int symbols) {
    return new StandardizingKernel(ddof, DenseOperator.super.start(symbols));
  }

  @Override
  public Rewrite rewrite() {
    Spread spread = new Spread();
    return (values, weights, size) -> {
      if (weights.length == 0) {
        spread.measure(values, 0, size, ddof);
        spread.standardize(values, 0, size, values);
      } else {
        standardize(values, weights, size, ddof);
      }
    };
  }

  private static void standardize(double[] x, double[] w, int size, int ddof) {
    double mean = WeightedMean.of(x, w, size);
    double base = x[0];
    double total = 0;
    double squares = 0;
    int n = 0;
    for (int i = 0; i < size; i++) {
      double d = x[i] - base - mean;
      squares = Math.fma(w[i] * d, d, squares);
      total += w[i];
      n += w[i] > 0 ? 1 : 0;
    }
    double variance = n > ddof ? squares / total * n / (n - ddof) : Double.NaN;
    double deviation = variance > 0 ? Math.sqrt(variance) : Double.NaN;
    for (int i = 0; i < size; i++) {
      x[i] = (x[i] - base - mean) / deviation;
    }
  }
}

/** Standardizes whole rows where they are, and leaves all others to the general way. */
final class StandardizingKernel implements RowOperator.Kernel {
  private final int ddof;
  private final RowOperator.Kernel general;
  private final Spread spread = new Spread();

  StandardizingKernel(int ddof, RowOperator.Kernel general) {
    this.ddof = ddof;
    this.general = general;
  }

  @Override
  public void apply(RowMatrix in, int t, double[] out) {
    int from = t * in.symbols();
    if (in.grouped()
        || in.weighted()
        || !spread.measure(in.shared(), from, from + in.symbols(), ddof)) {
      general.apply(in, t, out);
    } else {
      spread.standardize(in.shared(), from, from + in.symbols(), out);
    }
  }
}

/**
 * The mean and deviation of numbers, measured from the first of them, so that equal numbers have no
 * deviation at all; if that is far out, from a point near the mean.
 */
final class Spread {
  /** Beyond this many deviations the first number is far out. */
  private static final double FAR = 4;

  private double base;
  private double mean;
  private double deviation;

  /** Measures a range and returns whether its sum of squares is a number. */
  boolean measure(double[] x, int from, int to, int ddof) {
    base = x[from];
    double variance = pass(x, from, to, ddof);
    if (mean * mean > FAR * FAR * variance) {
      base += mean;
      variance = pass(x, from, to, ddof);
    }
    deviation = variance > 0 ? Math.sqrt(variance) : Double.NaN;
    return variance < Double.POSITIVE_INFINITY;
  }

  private double pass(double[] x, int from, int to, int ddof) {
    double about = base;
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    double square0 = 0;
    double square1 = 0;
    double square2 = 0;
    double square3 = 0;
    int i = from;
    for (; i < to - 3; i += 4) {
      double d0 = x[i] - about;
      double d1 = x[i + 1] - about;
      double d2 = x[i + 2] - about;
      double d3 = x[i + 3] - about;
      sum0 += d0;
      sum1 += d1;
      sum2 += d2;
      sum3 += d3;
      square0 = Math.fma(d0, d0, square0);
      square1 = Math.fma(d1, d1, square1);
      square2 = Math.fma(d2, d2, square2);
      square3 = Math.fma(d3, d3, square3);
    }
    for (; i < to; i++) {
      double d = x[i] - about;
      sum0 += d;
      square0 = Math.fma(d, d, square0);
    }
    double sum = (sum0 + sum1) + (sum2 + sum3);
    mean = sum / (to - from);
    double squares = Math.fma(-mean, sum, (square0 + square1) + (square2 + square3));
    return squares / (to - from - ddof);
  }

  /** Writes the scores of what was measured; {@code out} may be {@code x}. */
  void standardize(double[] x, int from, int to, double[] out) {
    double centre = base;
    double rest = mean;
    double scale = deviation;
    for (int i = from; i < to; i++) {
      out[i] = (x[i] - centre - rest) / scale;
    }
  }
}

/** A mean with or without weights. */
final class WeightedMean {
  private WeightedMean() {}

  /** Returns the mean of {@code x - x[0]}; weights are none if empty. */
  static double of(double[] x, double[] w, int size) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < size; i++) {
      double weight = w.length == 0 ? 1 : w[i];
      sum = Math.fma(weight, x[i] - x[0], sum);
      total += weight;
    }
    return sum / total;
  }
}

/** Distances from the mean. */
record Demeaning() implements DenseOperator {

  @Override
  public String name() {
    return "demean";
  }

  @Override
  public boolean usesWeights() {
    return true;
  }

  @Override
  public Rewrite rewrite() {
    return (values, weights, size) -> {
      double base = values[0];
      double mean = WeightedMean.of(values, weights, size);
      for (int i = 0; i < size; i++) {
        values[i] = values[i] - base - mean;
      }
    };
  }
}

/** The median and the median distance from it. */
final class Middle {
  /** What the median distance of normal numbers is to be multiplied by to be their deviation. */
  static final double MAD_TO_DEVIATION = 1 / Normal.quantile(0.75);

  private double[] copy = new double[0];

  /** Returns the median of the first {@code size} numbers. */
  double median(double[] values, int size) {
    if (copy.length < size) {
      copy = new double[size];
    }
    System.arraycopy(values, 0, copy, 0, size);
    return Quantiles.linearInPlace(copy, 0, size, 0.5);
  }

  /** Returns the median distance from {@code median}, as a standard deviation. */
  double deviation(double[] values, int size, double median) {
    for (int i = 0; i < size; i++) {
      copy[i] = Math.abs(values[i] - median);
    }
    return MAD_TO_DEVIATION * Quantiles.linearInPlace(copy, 0, size, 0.5);
  }
}

/** Distances from the median, in robust deviations or plain. */
record Demedianing(boolean scaled) implements DenseOperator {

  @Override
  public String name() {
    return scaled ? "robust-zscore" : "demedian";
  }

  @Override
  public Rewrite rewrite() {
    Middle middle = new Middle();
    return (values, weights, size) -> {
      double median = middle.median(values, size);
      double scale = 1;
      if (scaled) {
        double deviation = middle.deviation(values, size, median);
        scale = deviation > 0 ? deviation : Double.NaN;
      }
      for (int i = 0; i < size; i++) {
        values[i] = (values[i] - median) / scale;
      }
    };
  }
}

/** Positions between the extremes. */
record Spanning() implements DenseOperator {

  @Override
  public String name() {
    return "minmax";
  }

  @Override
  public Rewrite rewrite() {
    return (values, weights, size) -> {
      double min = values[0];
      double max = values[0];
      for (int i = 1; i < size; i++) {
        min = Math.min(min, values[i]);
        max = Math.max(max, values[i]);
      }
      double span = max > min ? max - min : Double.NaN;
      for (int i = 0; i < size; i++) {
        values[i] = (values[i] - min) / span;
      }
    };
  }
}

/** Numbers of the quantiles. */
record Bucketing(int count) implements DenseOperator {

  Bucketing {
    if (count < 2) {
      throw new IllegalArgumentException("count must be at least 2, was " + count);
    }
  }

  @Override
  public String name() {
    return "buckets-" + count;
  }

  @Override
  public Rewrite rewrite() {
    double[] bounds = new double[count - 1];
    return (values, weights, size) -> {
      double[] sorted = Arrays.copyOf(values, size);
      Arrays.sort(sorted);
      for (int q = 1; q < count; q++) {
        bounds[q - 1] = Quantiles.linearOfSorted(sorted, (double) q / count);
      }
      for (int i = 0; i < size; i++) {
        int bucket = 1;
        while (bucket < count && bounds[bucket - 1] < values[i]) {
          bucket++;
        }
        values[i] = bucket;
      }
    };
  }
}

/** Marks of the largest or smallest. */
record Choosing(int count, boolean largest) implements DenseOperator {

  Choosing {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, was " + count);
    }
  }

  @Override
  public String name() {
    return (largest ? "top-" : "bottom-") + count;
  }

  @Override
  public Rewrite rewrite() {
    return (values, weights, size) -> {
      double[] sorted = Arrays.copyOf(values, size);
      Arrays.sort(sorted);
      double last = largest ? sorted[Math.max(0, size - count)] : sorted[Math.min(size, count) - 1];
      for (int i = 0; i < size; i++) {
        values[i] = (largest ? values[i] >= last : values[i] <= last) ? 1 : 0;
      }
    };
  }
}

/** Names of operators with parameters. */
final class OperatorName {
  private OperatorName() {}

  static String of(String operator, double parameter) {
    return operator + "-" + FeatureName.text(parameter);
  }
}
