package io.quantkit.features.check;

import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Checks that batch and stream agree to the bit, also when the stream goes on from a snapshot while
 * its original is fed something else, and that a batch writes what it must and nothing else. {@code
 * NaN} equals {@code NaN} whatever its bits.
 *
 * <p>Give it hostile data, such as {@link SampleBars#hostile}: ties, gaps, zeros of both signs,
 * denormals.
 *
 * @param seed where the snapshots are taken and what their originals are fed
 */
public record ParityCheck(long seed) {
  private static final double UNTOUCHED = -987.654;
  private static final int SNAPSHOTS = 8;

  /** Checks a feature over a series. */
  public CheckReport check(Feature feature, BarSeries series) {
    CheckReport.Builder report = new CheckReport.Builder(feature.outputs().get(0).toString());
    int outputs = feature.outputs().size();
    double[][] batch = new double[outputs][series.size() + 3];
    for (double[] one : batch) {
      Arrays.fill(one, UNTOUCHED);
    }
    feature.over(series, batch);
    untouched(report, batch, series.size());
    FeatureKernel kernel = feature.start();
    for (int t = 0; t < series.size(); t++) {
      feed(kernel, series, t);
      for (int o = 0; o < outputs; o++) {
        report.same("stream differs from batch", -1, t, o, batch[o][t], kernel.value(o));
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < SNAPSHOTS && !series.isEmpty(); i++) {
      snapshot(report, feature, series, batch, random.nextInt(series.size()), random);
    }
    return report.build();
  }

  /** Checks an indicator over numbers of any kind. */
  public CheckReport check(Indicator indicator, double[] numbers) {
    CheckReport.Builder report = new CheckReport.Builder(indicator.outputs().get(0).toString());
    int outputs = indicator.outputs().size();
    double[][] batch = new double[outputs][numbers.length + 3];
    for (double[] one : batch) {
      Arrays.fill(one, UNTOUCHED);
    }
    indicator.over(numbers, batch);
    untouched(report, batch, numbers.length);
    double[] inPlace = numbers.clone();
    indicator.over(inPlace, inPlace);
    SplittableRandom random = new SplittableRandom(seed);
    IndicatorKernel kernel = indicator.kernel();
    IndicatorKernel restored = indicator.kernel();
    int cut = numbers.length == 0 ? -1 : random.nextInt(numbers.length);
    for (int t = 0; t < numbers.length; t++) {
      double first = kernel.update(numbers[t]);
      report.same("update returns another value than value(0)", -1, t, 0, kernel.value(0), first);
      report.same("batch in place differs from stream", -1, t, 0, first, inPlace[t]);
      if (t > cut) {
        restored.update(numbers[t]);
      }
      for (int o = 0; o < outputs; o++) {
        report.same("stream differs from batch", -1, t, o, batch[o][t], kernel.value(o));
        if (t > cut) {
          report.same("snapshot goes on differently", cut, t, o, batch[o][t], restored.value(o));
        }
      }
      if (t == cut) {
        restored = kernel.copy();
      }
    }
    return report.build();
  }

  /** Checks a factor: rows of a panel against the slices that a live feed would deliver. */
  public CheckReport check(Factor factor, Universe universe, Panel panel) {
    CheckReport.Builder report = new CheckReport.Builder(factor.names().get(0));
    double[][] batch = FactorRuns.over(factor, universe, panel, false);
    double[][] stream = FactorRuns.over(factor, universe, panel, true);
    for (int o = 0; o < batch.length; o++) {
      for (int t = 0; t < panel.rows(); t++) {
        report.same("stream differs from batch", -1, t, o, batch[o][t], stream[o][t]);
        report.holds(
            batch[o][t] != -123.456, "cell was not written", -1, t, o, Double.NaN, batch[o][t]);
      }
    }
    return report.build();
  }

  private static void untouched(CheckReport.Builder report, double[][] batch, int size) {
    for (int o = 0; o < batch.length; o++) {
      for (int t = size; t < batch[o].length; t++) {
        report.same("batch wrote beyond the series", -1, t, o, UNTOUCHED, batch[o][t]);
      }
    }
  }

  private static void snapshot(
      CheckReport.Builder report,
      Feature feature,
      BarSeries series,
      double[][] batch,
      int cut,
      SplittableRandom random) {
    FeatureKernel original = feature.start();
    for (int t = 0; t <= cut; t++) {
      feed(original, series, t);
    }
    FeatureKernel restored = original.copy();
    for (int o = 0; o < batch.length; o++) {
      report.same("snapshot has another value", cut, cut, o, batch[o][cut], restored.value(o));
    }
    for (int t = cut + 1; t < series.size(); t++) {
      double noise = 1000 * random.nextDouble();
      original.update(series.knownAt(t), noise, 2 * noise, noise / 2, noise, noise);
      feed(restored, series, t);
      for (int o = 0; o < batch.length; o++) {
        report.same("snapshot goes on differently", cut, t, o, batch[o][t], restored.value(o));
      }
    }
  }

  static void feed(FeatureKernel kernel, BarSeries series, int t) {
    kernel.update(
        series.knownAt(t),
        series.open(t),
        series.high(t),
        series.low(t),
        series.close(t),
        series.volume(t));
  }
}
