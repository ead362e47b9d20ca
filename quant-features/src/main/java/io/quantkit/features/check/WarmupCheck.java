package io.quantkit.features.check;

import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;

/**
 * Checks that the warm-up is exact, that a gap starts a feature again, and that a restart settles
 * as promised.
 *
 * <p>On finite bars each output has exactly {@link Feature#warmup(int)} leading {@code NaN} and
 * none after them. After a bar of missing numbers the outputs are, to the bit, those of a new
 * kernel. A kernel started later agrees with the whole history after {@link Feature#settle} bars.
 * Give it bars in which every number is finite and prices vary, such as {@link SampleBars#walk},
 * and several times as many as the warm-up.
 */
public record WarmupCheck() {
  private static final double[] TOLERANCES = {1e-2, 1e-4, 1e-6, 1e-9};

  /** Checks a feature over a series of finite numbers. */
  public CheckReport check(Feature feature, BarSeries series) {
    CheckReport.Builder report = new CheckReport.Builder(feature.outputs().get(0).toString());
    double[][] out = feature.over(series);
    int longest = 0;
    for (int o = 0; o < out.length; o++) {
      longest = Math.max(longest, feature.warmup(o));
      for (int t = 0; t < series.size(); t++) {
        boolean missing = t < feature.warmup(o);
        report.holds(
            Double.isNaN(out[o][t]) == missing,
            missing ? "value while warming up" : "no value after the warm-up",
            -1,
            t,
            o,
            missing ? Double.NaN : feature.warmup(o),
            out[o][t]);
      }
    }
    report.holds(
        longest == feature.warmup(),
        "warmup() is not that of the slowest output",
        -1,
        0,
        0,
        longest,
        feature.warmup());
    int middle = series.size() / 2;
    gap(report, feature, series, middle);
    for (double eps : TOLERANCES) {
      settle(report, feature, series, out, series.size() / 4, eps);
    }
    return report.build();
  }

  /**
   * Checks a factor over a panel in which every symbol has a bar of finite numbers in every row.
   */
  public CheckReport check(Factor factor, Universe universe, Panel panel) {
    CheckReport.Builder report = new CheckReport.Builder(factor.names().get(0));
    double[][] out = FactorRuns.over(factor, universe, panel, false);
    int symbols = panel.symbols().size();
    for (int s = 0; s < symbols; s++) {
      if (!universe.tradeable(panel.symbols().get(s), panel.knownAt(0))) {
        continue;
      }
      for (int t = 0; t < panel.rows(); t++) {
        boolean complete = true;
        for (int o = s; o < out.length; o += symbols) {
          complete &= !Double.isNaN(out[o][t]);
        }
        report.holds(
            complete == (t >= factor.warmup()),
            complete ? "value while warming up" : "no value after the warm-up",
            -1,
            t,
            s,
            factor.warmup(),
            t);
      }
    }
    return report.build();
  }

  private static void gap(
      CheckReport.Builder report, Feature feature, BarSeries series, int middle) {
    FeatureKernel old = feature.start();
    for (int t = 0; t < middle; t++) {
      ParityCheck.feed(old, series, t);
    }
    double none = Double.NaN;
    old.update(series.knownAt(middle), none, none, none, none, none);
    for (int o = 0; o < feature.outputs().size(); o++) {
      report.same("value at a missing bar", middle, middle, o, none, old.value(o));
    }
    FeatureKernel fresh = feature.start();
    for (int t = middle + 1; t < series.size(); t++) {
      ParityCheck.feed(old, series, t);
      ParityCheck.feed(fresh, series, t);
      for (int o = 0; o < feature.outputs().size(); o++) {
        report.same("a gap does not start again", middle, t, o, fresh.value(o), old.value(o));
      }
    }
  }

  private static void settle(
      CheckReport.Builder report,
      Feature feature,
      BarSeries series,
      double[][] out,
      int cut,
      double eps) {
    int settle = feature.settle(eps);
    report.holds(
        settle >= feature.warmup(),
        "settles before the warm-up ends",
        cut,
        cut,
        0,
        feature.warmup(),
        settle);
    FeatureKernel late = feature.start();
    double[] scale = new double[out.length];
    for (int t = 0; t < series.size(); t++) {
      for (int o = 0; o < out.length; o++) {
        scale[o] = Math.max(scale[o], Double.isNaN(out[o][t]) ? 0 : Math.abs(out[o][t]));
      }
      if (t >= cut) {
        ParityCheck.feed(late, series, t);
      }
      for (int o = 0; o < out.length; o++) {
        if (t >= cut && t - cut >= settle) {
          double difference = Math.abs(late.value(o) - out[o][t]);
          report.holds(
              difference <= (eps + 1e-12) * scale[o],
              "restart has not settled within " + eps,
              cut,
              t,
              o,
              out[o][t],
              late.value(o));
        }
      }
    }
  }
}
