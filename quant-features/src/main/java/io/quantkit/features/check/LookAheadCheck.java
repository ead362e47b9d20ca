package io.quantkit.features.check;

import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.Feature;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Checks that no output depends on later data.
 *
 * <p>Everything after a cut is replaced by noise far above and far below it, by bars without open,
 * high, low and volume, by nothing, by half of the bars, by twice as many bars and, in panels, by
 * symbols that vanish. No output at or before the cut may change in a single bit. Repeated for cuts
 * at the beginning, at the end and in between.
 *
 * @param seed what the noise and the places of the cuts come from
 */
public record LookAheadCheck(long seed) {
  private static final int RANDOM_CUTS = 12;

  /** Checks a feature over a series. */
  public CheckReport check(Feature feature, BarSeries series) {
    return check(feature.outputs().get(0).toString(), series, feature::over);
  }

  /** Checks a factor over a panel. */
  public CheckReport check(Factor factor, Universe universe, Panel panel) {
    return check(
        factor.names().get(0), panel, some -> FactorRuns.over(factor, universe, some, false));
  }

  /**
   * Checks any function of a series.
   *
   * @param subject how to name it
   * @param series the longer the better; at least 3 bars
   */
  public CheckReport check(String subject, BarSeries series, SeriesFunction function) {
    CheckReport.Builder report = new CheckReport.Builder(subject);
    double[][] truth = sized(function.over(series), series.size());
    for (int cut : cuts(series.size())) {
      for (Future future : Future.values()) {
        BarSeries other = future.change(series, cut, seed + cut);
        compare(report, future, cut, truth, sized(function.over(other), other.size()));
      }
    }
    return report.build();
  }

  /**
   * Checks any function of a panel.
   *
   * @param subject how to name it
   * @param panel the longer the better; at least 3 rows
   */
  public CheckReport check(String subject, Panel panel, PanelFunction function) {
    CheckReport.Builder report = new CheckReport.Builder(subject);
    double[][] truth = sized(function.over(panel), panel.rows());
    for (int cut : cuts(panel.rows())) {
      for (Future future : Future.values()) {
        Panel other = future.change(panel, cut, seed + cut);
        compare(report, future, cut, truth, sized(function.over(other), other.rows()));
      }
    }
    return report.build();
  }

  private static void compare(
      CheckReport.Builder report, Future future, int cut, double[][] truth, double[][] other) {
    if (other.length != truth.length) {
      throw new IllegalArgumentException(
          "there must always be " + truth.length + " outputs, were " + other.length);
    }
    for (int o = 0; o < truth.length; o++) {
      for (int t = 0; t <= cut; t++) {
        report.same(future.law(), cut, t, o, truth[o][t], other[o][t]);
      }
    }
  }

  private TreeSet<Integer> cuts(int size) {
    if (size < 3) {
      throw new IllegalArgumentException("there must be at least 3 bars, were " + size);
    }
    TreeSet<Integer> cuts = new TreeSet<>();
    cuts.add(0);
    cuts.add(size - 2);
    cuts.add(size - 1);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < RANDOM_CUTS; i++) {
      cuts.add(random.nextInt(size));
    }
    return cuts;
  }

  private static double[][] sized(double[][] out, int size) {
    for (double[] one : out) {
      if (one.length != size) {
        throw new IllegalArgumentException(
            "an output must have a number per bar, had " + one.length + " for " + size + " bars");
      }
    }
    return out;
  }
}
