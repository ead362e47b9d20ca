package io.quantkit.core.quality;

import io.quantkit.core.math.Quantiles;
import io.quantkit.core.series.BarField;
import java.util.Arrays;
import java.util.Locale;

/** Looks for prices and volumes that do not belong to those around them. */
final class PriceCheck {
  /** How many bars a bad price may last. */
  private static final int LASTING = 3;

  private static final double[][] SPLITS = {
    {3, 2}, {2, 1}, {5, 2}, {3, 1}, {4, 1}, {5, 1}, {6, 1}, {7, 1}, {8, 1}, {10, 1}, {15, 1},
    {20, 1}, {25, 1}, {30, 1}, {50, 1}, {100, 1}
  };

  private final RawBars raw;
  private final int[] kept;
  private final long[] missing;
  private final Days days;
  private final Findings out;
  private final int n;

  /** By position among the kept: log returns of closes, the usual move. */
  private final double[] moves;

  private final double[] usual;

  /** Positions at which something else was found already. */
  private final boolean[] named;

  /** Takes the kept rows, oldest first, and how many bars are missing before each of them. */
  PriceCheck(RawBars raw, int[] kept, long[] missing, Days days, Findings out) {
    this.raw = raw;
    this.kept = kept;
    this.missing = missing;
    this.days = days;
    this.out = out;
    n = kept.length;
    moves = new double[n];
    usual = new double[n];
    named = new boolean[n];
  }

  void run() {
    if (n < 3) {
      return;
    }
    measureMoves();
    judgeMoves();
    judgeRanges();
    judgeOpens();
    judgeVolumes();
  }

  private double value(BarField field, int k) {
    return raw.fields[field.ordinal()][kept[k]];
  }

  private double close(int k) {
    return value(BarField.CLOSE, k);
  }

  private double parameter(QualityRule rule, String name) {
    return out.rules.value(rule, name);
  }

  private void measureMoves() {
    double[] sizes = new double[n];
    boolean[] fresh = new boolean[n];
    Arrays.fill(moves, Double.NaN);
    sizes[0] = Double.NaN;
    int perSession = 1;
    int run = 1;
    for (int k = 1; k < n; k++) {
      moves[k] = StrictMath.log(close(k) / close(k - 1));
      fresh[k] = missing[k] > 0 || (raw.timeframe().intraday() && newSession(k));
      sizes[k] = fresh[k] ? Double.NaN : Math.abs(moves[k]);
      run = fresh[k] ? 1 : run + 1;
      perSession = Math.max(perSession, run);
    }
    LocalScale scale = new LocalScale(sizes, (int) parameter(QualityRule.BAD_TICK, "window"));
    double night = Math.sqrt(Math.max(1, 0.5 * perSession));
    for (int k = 1; k < n; k++) {
      usual[k] = LocalScale.NORMAL * scale.at(k) * Math.sqrt(1.0 + missing[k]);
      if (fresh[k] && missing[k] == 0) {
        usual[k] *= night;
      }
    }
  }

  /** Returns whether a bar is the first of its session, of a market that closes. */
  private boolean newSession(int k) {
    long before = raw.starts[kept[k - 1]];
    long start = raw.starts[kept[k]];
    return start - before > 3600_000_000_000L && !days.date(before).equals(days.date(start));
  }

  private void judgeMoves() {
    double bad = parameter(QualityRule.BAD_TICK, "moves");
    double least = parameter(QualityRule.BAD_TICK, "share");
    double jump = parameter(QualityRule.JUMP, "moves");
    double leastJump = parameter(QualityRule.JUMP, "share");
    for (int k = 1; k < n; k++) {
      double size = Math.abs(moves[k]);
      if (!(size > Math.min(least, leastJump))) {
        continue;
      }
      int back = lasting(k);
      if (powerOfTen(k, back)) {
        k += back;
      } else if (back > 0 && size > bad * usual[k] && size > least) {
        nameBadTick(k, back);
        k += back;
      } else if (back == 0 && split(k)) {
        named[k] = true;
      } else if (size > jump * usual[k] && size > leastJump) {
        named[k] = true;
        out.row(
            QualityRule.JUMP,
            kept[k],
            message(
                "a close must move by less than %.1f %%, moved by %+.1f %%", jump * usual[k], k));
      }
    }
  }

  private static double percent(double log) {
    return 100 * StrictMath.expm1(log);
  }

  private String message(String text, double limit, int k) {
    return String.format(Locale.ROOT, text, percent(limit), percent(moves[k]));
  }

  /** Returns for how many bars a close stays away before it is back, 0 if it is not soon. */
  private int lasting(int k) {
    double sum = moves[k];
    for (int lag = 1; lag <= LASTING && k + lag < n; lag++) {
      sum += moves[k + lag];
      if (Math.abs(sum) < 0.35 * Math.abs(moves[k])
          && Math.abs(moves[k + lag]) > 0.5 * Math.abs(moves[k])) {
        return lag;
      }
    }
    return 0;
  }

  private void nameBadTick(int k, int back) {
    named[k + back] = true;
    for (int j = k; j < k + back; j++) {
      named[j] = true;
      out.row(
          QualityRule.BAD_TICK,
          kept[j],
          message(
              "a close must not leave and come back by more than %.1f %%, left by %+.1f %%",
              parameter(QualityRule.BAD_TICK, "moves") * usual[k], k));
    }
  }

  private boolean powerOfTen(int k, int back) {
    double power = Math.rint(StrictMath.log10(close(k) / close(k - 1)));
    double tolerance = parameter(QualityRule.UNIT_CHANGE, "tolerance");
    double scale = StrictMath.pow(10, power);
    boolean near = power != 0 && near(close(k) / close(k - 1), scale, tolerance);
    double open = value(BarField.OPEN, k);
    boolean openToo = Double.isNaN(open) || near(open / close(k - 1), scale, tolerance);
    if (!near || !openToo || !out.rules.applies(QualityRule.UNIT_CHANGE)) {
      return false;
    }
    double volumes = volumeRatio(k);
    double half = Math.sqrt(scale);
    boolean inverse = volumes > 0 && (power > 0 ? volumes < 1 / half : volumes > 1 / half);
    if (back == 0 && inverse && split(k)) {
      named[k] = true;
      return true;
    }
    for (int j = k; j < k + Math.max(1, back); j++) {
      named[j] = true;
      out.row(
          QualityRule.UNIT_CHANGE,
          kept[j],
          String.format(
              Locale.ROOT,
              "prices must keep their unit, this one is %.4g times the one before",
              close(j) / close(k - 1)));
    }
    if (back > 0) {
      named[k + back] = true;
    }
    return true;
  }

  private static boolean near(double ratio, double target, double tolerance) {
    return Math.abs(StrictMath.log(ratio / target)) < StrictMath.log1p(tolerance);
  }

  private boolean split(int k) {
    double open = value(BarField.OPEN, k);
    double ratio = (Double.isNaN(open) ? close(k) : open) / close(k - 1);
    double tolerance = parameter(QualityRule.SPLIT_LIKE, "tolerance");
    double apart = parameter(QualityRule.SPLIT_LIKE, "moves") * usual[k];
    for (double[] split : SPLITS) {
      double factor = split[0] / split[1];
      boolean reverse = ratio > 1;
      double target = reverse ? factor : 1 / factor;
      double rest = StrictMath.log(close(k) / close(k - 1) / target);
      if (near(ratio, target, tolerance)
          && Math.abs(StrictMath.log(target)) > apart
          && Math.abs(rest) < 0.5 * StrictMath.log(factor)) {
        double volumes = volumeRatio(k);
        out.row(
            QualityRule.SPLIT_LIKE,
            kept[k],
            String.format(
                Locale.ROOT,
                "prices changed like in a %.0f:%.0f %s, to %.4f of the close before%s",
                split[0],
                split[1],
                reverse ? "reverse split" : "split",
                ratio,
                Double.isNaN(volumes)
                    ? ""
                    : String.format(Locale.ROOT, "; volumes to %.2f of those before", volumes)));
        return true;
      }
    }
    return false;
  }

  /** Returns the median volume of the ten bars from here on by that of the ten before. */
  private double volumeRatio(int k) {
    double after = medianVolume(k, Math.min(n, k + 10));
    double before = medianVolume(Math.max(0, k - 10), k);
    return before > 0 ? after / before : Double.NaN;
  }

  private double medianVolume(int from, int to) {
    double[] volumes = new double[to - from];
    for (int j = from; j < to; j++) {
      volumes[j - from] = value(BarField.VOLUME, j);
    }
    Arrays.sort(volumes);
    return volumes.length == 0 ? Double.NaN : volumes[volumes.length / 2];
  }

  private void judgeRanges() {
    double[] ranges = new double[n];
    for (int k = 0; k < n; k++) {
      double ratio = value(BarField.HIGH, k) / value(BarField.LOW, k);
      ranges[k] = Double.isNaN(ratio) ? Double.NaN : StrictMath.log(ratio);
    }
    LocalScale scale = new LocalScale(ranges, (int) parameter(QualityRule.RANGE_SPIKE, "window"));
    double times = parameter(QualityRule.RANGE_SPIKE, "ranges");
    double least = parameter(QualityRule.RANGE_SPIKE, "share");
    for (int k = 0; k < n; k++) {
      if (!(ranges[k] > least) || named[k]) {
        continue;
      }
      double top = Math.max(open(k), close(k));
      double bottom = Math.min(open(k), close(k));
      for (int j = k - 1; j <= k + 1; j += 2) {
        if (j >= 0 && j < n && !named[Math.max(j, k)]) {
          top = Math.max(top, close(j));
          bottom = Math.min(bottom, close(j));
        }
      }
      double up = StrictMath.log(value(BarField.HIGH, k) / top);
      double down = StrictMath.log(bottom / value(BarField.LOW, k));
      double wick = Math.max(up, down);
      double limit = times * scale.at(k);
      if (wick > limit && wick > least) {
        named[k] = true;
        out.row(
            QualityRule.RANGE_SPIKE,
            kept[k],
            String.format(
                Locale.ROOT,
                "a %s must lie less than %.1f %% outside, was %s: %.1f %%",
                up > down ? "high" : "low",
                percent(limit),
                up > down ? value(BarField.HIGH, k) : value(BarField.LOW, k),
                percent(wick)));
      }
    }
  }

  private double open(int k) {
    double open = value(BarField.OPEN, k);
    return Double.isNaN(open) ? close(k) : open;
  }

  private void judgeOpens() {
    double times = parameter(QualityRule.OPEN_GAP, "moves");
    double least = parameter(QualityRule.OPEN_GAP, "share");
    for (int k = 1; k < n; k++) {
      double gap = Math.abs(StrictMath.log(open(k) / close(k - 1)));
      double back = Math.abs(StrictMath.log(open(k) / close(k)));
      double limit = times * usual[k];
      if (!named[k] && gap > limit && gap > least && back > 0.65 * gap) {
        named[k] = true;
        out.row(
            QualityRule.OPEN_GAP,
            kept[k],
            String.format(
                Locale.ROOT,
                "an open must not leave and come back by more than %.1f %%, %s after %s did",
                percent(limit),
                open(k),
                close(k - 1)));
      }
    }
  }

  private void judgeVolumes() {
    double[] logs = new double[n];
    for (int k = 0; k < n; k++) {
      double volume = value(BarField.VOLUME, k);
      logs[k] = volume > 0 ? StrictMath.log(volume) : Double.NaN;
    }
    double deviations = parameter(QualityRule.VOLUME_SPIKE, "deviations");
    double factor = StrictMath.log(parameter(QualityRule.VOLUME_SPIKE, "factor"));
    int window = Math.max(20, (int) parameter(QualityRule.VOLUME_SPIKE, "window"));
    double[] buffer = new double[2 * window];
    for (int k = 0; k < n; k++) {
      if (Double.isNaN(logs[k])) {
        continue;
      }
      int count = 0;
      for (int j = Math.max(0, k - window); j < Math.min(n, k + window); j++) {
        if (j != k && !Double.isNaN(logs[j])) {
          buffer[count++] = logs[j];
        }
      }
      judgeVolume(k, logs[k], buffer, count, deviations, factor);
    }
  }

  private void judgeVolume(
      int k, double log, double[] buffer, int count, double deviations, double factor) {
    if (count < 20) {
      return;
    }
    double median = Quantiles.linearInPlace(buffer, 0, count, 0.5);
    double above = log - median;
    if (!(above > factor)) {
      return;
    }
    for (int j = 0; j < count; j++) {
      buffer[j] = Math.abs(buffer[j] - median);
    }
    double deviation = LocalScale.NORMAL * Quantiles.linearInPlace(buffer, 0, count, 0.5);
    if (above > deviations * deviation) {
      out.row(
          QualityRule.VOLUME_SPIKE,
          kept[k],
          String.format(
              Locale.ROOT,
              "volume must be less than %.0f times the usual one, was %s, %.0f times",
              StrictMath.exp(Math.max(factor, deviations * deviation)),
              value(BarField.VOLUME, k),
              StrictMath.exp(above)));
    }
  }
}
