package io.quantkit.core.quality;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Quantiles;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.EpochNanos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Judges several series beside each other, on the times at which any of them has a bar. */
final class PanelCheck {
  private final List<BarSeries> series;
  private final QualityRules rules;
  private final List<Finding> findings = new ArrayList<>();
  private final long[] times;

  /** By series and time: the position of the bar, -1 if there is none. */
  private final int[][] bars;

  PanelCheck(List<BarSeries> series, QualityRules rules) {
    this.series = series;
    this.rules = rules;
    times = times();
    bars = new int[series.size()][times.length];
    for (int s = 0; s < bars.length; s++) {
      Arrays.fill(bars[s], -1);
      BarSeries one = series.get(s);
      for (int i = 0; i < one.size(); i++) {
        bars[s][Arrays.binarySearch(times, one.start(i))] = i;
      }
    }
  }

  List<Finding> run() {
    if (rules.applies(QualityRule.IDENTICAL_SERIES)) {
      judgeTwins();
    }
    judgePresence();
    if (rules.applies(QualityRule.CROSS_SYMBOL)
        && series.size() >= rules.value(QualityRule.CROSS_SYMBOL, "symbols")) {
      judgeMoves();
    }
    return findings;
  }

  private long[] times() {
    int total = 0;
    for (BarSeries one : series) {
      total += one.size();
    }
    long[] all = new long[total];
    int n = 0;
    for (BarSeries one : series) {
      for (int i = 0; i < one.size(); i++) {
        all[n++] = one.start(i);
      }
    }
    Arrays.sort(all);
    int distinct = 0;
    for (int i = 0; i < total; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[distinct++] = all[i];
      }
    }
    return Arrays.copyOf(all, distinct);
  }

  private void add(QualityRule rule, Symbol symbol, long time, int row, long rows, String message) {
    if (rules.applies(rule)) {
      findings.add(
          new Finding(
              symbol, rule, rules.severity(rule), rules.action(rule), time, row, rows, message));
    }
  }

  private void judgeTwins() {
    double share = rules.value(QualityRule.IDENTICAL_SERIES, "share");
    double least = rules.value(QualityRule.IDENTICAL_SERIES, "bars");
    for (int a = 0; a < bars.length; a++) {
      for (int b = a + 1; b < bars.length; b++) {
        int common = 0;
        int equal = 0;
        for (int t = 0; t < times.length; t++) {
          if (bars[a][t] >= 0 && bars[b][t] >= 0) {
            common++;
            equal += series.get(a).close(bars[a][t]) == series.get(b).close(bars[b][t]) ? 1 : 0;
            if (common == 200 && equal < 20) {
              break;
            }
          }
        }
        if (common >= least && common > 0 && equal >= share * common) {
          add(
              QualityRule.IDENTICAL_SERIES,
              series.get(b).symbol(),
              series.get(b).start(0),
              -1,
              equal,
              "%d of %d closes are those of %s".formatted(equal, common, series.get(a).symbol()));
        }
      }
    }
  }

  /** Names bars that one symbol lacks and most have, or that one symbol alone has. */
  private void judgePresence() {
    double most = rules.value(QualityRule.SESSION_MISSING, "share");
    double needed = rules.value(QualityRule.SESSION_MISSING, "symbols");
    double forLone = rules.value(QualityRule.LONE_STAMP, "symbols");
    byte[][] lacking = new byte[bars.length][times.length];
    for (int t = 0; t < times.length; t++) {
      int listed = 0;
      int present = 0;
      int last = -1;
      for (int s = 0; s < bars.length; s++) {
        if (listed(s, times[t])) {
          listed++;
        }
        if (bars[s][t] >= 0) {
          present++;
          last = s;
        }
      }
      if (present == 1 && listed >= Math.max(2, forLone)) {
        add(
            QualityRule.LONE_STAMP,
            series.get(last).symbol(),
            times[t],
            bars[last][t],
            1,
            "none of the other %d listed symbols has a bar then".formatted(listed - 1));
      }
      if (present == listed || listed < needed || !(present > most * listed)) {
        continue;
      }
      for (int s = 0; s < bars.length; s++) {
        if (bars[s][t] < 0 && listed(s, times[t])) {
          lacking[s][t] = (byte) 1;
        }
      }
    }
    nameLacking(lacking);
  }

  /** Names each run of times that a symbol lacks once. */
  private void nameLacking(byte[][] lacking) {
    for (int s = 0; s < lacking.length; s++) {
      for (int t = 0, run = 0; t < times.length; t++) {
        run += lacking[s][t];
        boolean over = run > 0 && (bars[s][t] >= 0 || t == times.length - 1);
        if (over) {
          int from = t;
          while (from > 0 && bars[s][from - 1] < 0) {
            from--;
          }
          while (lacking[s][from] == 0) {
            from++;
          }
          add(
              QualityRule.SESSION_MISSING,
              series.get(s).symbol(),
              times[from],
              -1,
              run,
              "most of the other listed symbols have %d bars from then on, this one has none"
                  .formatted(run));
          run = 0;
        }
      }
    }
  }

  private boolean listed(int s, long time) {
    BarSeries one = series.get(s);
    return !one.isEmpty() && one.start(0) <= time && time <= one.start(one.size() - 1);
  }

  private void judgeMoves() {
    int n = bars.length;
    double[][] apart = new double[n][times.length];
    double[] row = new double[n];
    for (double[] one : apart) {
      Arrays.fill(one, Double.NaN);
    }
    for (int t = 1; t < times.length; t++) {
      int count = 0;
      for (int s = 0; s < n; s++) {
        double move = move(s, t);
        if (!Double.isNaN(move)) {
          row[count++] = move;
        }
      }
      if (count < rules.value(QualityRule.CROSS_SYMBOL, "symbols")) {
        continue;
      }
      double median = Quantiles.linearInPlace(row, 0, count, 0.5);
      for (int s = 0; s < n; s++) {
        apart[s][t] = move(s, t) - median;
      }
    }
    for (int s = 0; s < n; s++) {
      judgeMoves(s, apart[s]);
    }
  }

  private void judgeMoves(int s, double[] apart) {
    double[] sizes = new double[times.length];
    for (int t = 0; t < times.length; t++) {
      sizes[t] = Math.abs(apart[t]);
    }
    LocalScale scale = new LocalScale(sizes, 60);
    double moves = rules.value(QualityRule.CROSS_SYMBOL, "moves");
    double least = rules.value(QualityRule.CROSS_SYMBOL, "share");
    for (int t = 1; t + 1 < times.length; t++) {
      double limit = moves * LocalScale.NORMAL * scale.at(t);
      boolean away = sizes[t] > limit && sizes[t] > least;
      boolean back = Math.abs(apart[t] + apart[t + 1]) < 0.35 * sizes[t];
      if (away && back) {
        add(
            QualityRule.CROSS_SYMBOL,
            series.get(s).symbol(),
            times[t],
            bars[s][t],
            1,
            String.format(
                Locale.ROOT,
                "a symbol must stay within %.1f %% of the median move, was off by %+.1f %% and back",
                100 * limit,
                100 * apart[t]));
        t++;
      }
    }
  }

  private double move(int s, int t) {
    int now = bars[s][t];
    int before = bars[s][t - 1];
    return now < 0 || before < 0
        ? Double.NaN
        : StrictMath.log(series.get(s).close(now) / series.get(s).close(before));
  }

  /** Compares two sources of one symbol. */
  static List<Finding> compare(BarSeries one, BarSeries other, QualityRules rules) {
    PanelCheck check = new PanelCheck(List.of(one, other), rules);
    double share = rules.value(QualityRule.SOURCE_DISAGREEMENT, "share");
    for (int t = 0; t < check.times.length; t++) {
      int a = check.bars[0][t];
      int b = check.bars[1][t];
      if (a < 0 || b < 0) {
        int lacking = a < 0 ? 0 : 1;
        if (check.listed(lacking, check.times[t])) {
          check.add(
              QualityRule.SESSION_MISSING,
              one.symbol(),
              check.times[t],
              -1,
              1,
              "the %s source has no bar then".formatted(lacking == 0 ? "first" : "second"));
        }
      } else if (Math.abs(one.close(a) / other.close(b) - 1) > share) {
        check.add(
            QualityRule.SOURCE_DISAGREEMENT,
            one.symbol(),
            check.times[t],
            a,
            1,
            String.format(
                Locale.ROOT,
                "closes must agree to %.2f %%, were %s and %s at %s",
                100 * share,
                one.close(a),
                other.close(b),
                EpochNanos.toInstant(check.times[t])));
      }
    }
    return check.findings;
  }
}
