package io.quantkit.models;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.Dataset;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.series.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Datasets for tests. A bar is {@link #BAR} long. */
public final class Samples {
  public static final long BAR = 86_400_000_000_000L;

  private Samples() {}

  /** Returns a panel whose labels depend on the features, linearly and by a step, with noise. */
  public static Dataset panel(int times, int symbols, int features, int horizon, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Symbols heads =
        Symbols.copyOf(IntStream.range(0, symbols).mapToObj(s -> Symbol.of("S" + s)).toList());
    FeatureMatrix.Builder rows = FeatureMatrix.builder(names(features), heads);
    Labels.Builder labels = Labels.builder(heads);
    double[] row = new double[features];
    for (int t = 0; t < times; t++) {
      for (int s = 0; s < symbols; s++) {
        double label = normal(random) * 0.5;
        for (int c = 0; c < features; c++) {
          row[c] = normal(random);
          label += row[c] * (c % 3 - 1) * 0.3;
        }
        label += row[0] > 0.5 ? 0.7 : -0.2;
        rows.add(t * BAR, s, row);
        labels.add(t * BAR, s, label, t * BAR, (t + horizon) * BAR);
      }
    }
    return Dataset.join(rows.build(), labels.build());
  }

  /** Returns rows of one symbol, one a bar, with labels known one bar later. */
  public static Dataset series(double[][] features, double[] labels) {
    Symbols one = Symbols.of("X");
    FeatureMatrix.Builder rows = FeatureMatrix.builder(names(features[0].length), one);
    Labels.Builder values = Labels.builder(one);
    for (int t = 0; t < labels.length; t++) {
      rows.add(t * BAR, 0, features[t]);
      values.add(t * BAR, 0, labels[t], t * BAR, (t + 1) * BAR);
    }
    return Dataset.join(rows.build(), values.build());
  }

  /** Returns the dataset with labels 1 where they were positive, 0 elsewhere. */
  public static Dataset signs(Dataset data) {
    Labels.Builder labels = Labels.builder(data.features().symbols());
    for (int r = 0; r < data.rows(); r++) {
      labels.add(
          data.time(r),
          data.features().symbolIndex(r),
          data.label(r) > 0 ? 1 : 0,
          data.intervalStart(r),
          data.intervalEnd(r));
    }
    return Dataset.join(data.features(), labels.build());
  }

  /** Returns the matrix with some values changed. */
  public static FeatureMatrix with(FeatureMatrix features, int row, int column, double value) {
    FeatureMatrix.Builder builder = FeatureMatrix.builder(features.names(), features.symbols());
    double[] values = new double[features.columns()];
    for (int r = 0; r < features.rows(); r++) {
      features.copyRow(r, values);
      if (r == row) {
        values[column] = value;
      }
      builder.add(features.time(r), features.symbolIndex(r), values);
    }
    return builder.build();
  }

  /** Returns the dataset with one feature value changed. */
  public static Dataset with(Dataset data, int row, int column, double value) {
    Labels.Builder labels = Labels.builder(data.features().symbols());
    for (int r = 0; r < data.rows(); r++) {
      labels.add(
          data.time(r),
          data.features().symbolIndex(r),
          data.label(r),
          data.intervalStart(r),
          data.intervalEnd(r));
    }
    return Dataset.join(with(data.features(), row, column, value), labels.build())
        .withWeights(data.weights());
  }

  public static double[] predict(
      io.quantkit.core.strategy.Predictor predictor, FeatureMatrix features) {
    double[] out = new double[features.rows()];
    Arrays.fill(out, 1e300);
    predictor.predict(features, out);
    return out;
  }

  public static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  public static List<String> names(int features) {
    List<String> names = new ArrayList<>();
    for (int c = 0; c < features; c++) {
      names.add("f" + c);
    }
    return names;
  }

  /** Returns a number of roughly standard normal distribution. */
  public static double normal(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
