package io.quantkit.core.quality;

import io.quantkit.core.series.BarField;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Looks for numbers that repeat, stand still or have the wrong grain. */
final class PatternCheck {
  private static final int OPEN = BarField.OPEN.ordinal();
  private static final int HIGH = BarField.HIGH.ordinal();
  private static final int LOW = BarField.LOW.ordinal();
  private static final int CLOSE = BarField.CLOSE.ordinal();
  private static final int VOLUME = BarField.VOLUME.ordinal();
  private static final int VWAP = BarField.VWAP.ordinal();
  private static final int TRADES = BarField.TRADES.ordinal();

  private final RawBars raw;
  private final int[] kept;
  private final int n;
  private final double tick;
  private final Findings out;

  /** Takes the kept rows, oldest first, and the tick, {@code NaN} if there is none to judge by. */
  PatternCheck(RawBars raw, int[] kept, double tick, Findings out) {
    this.raw = raw;
    this.kept = kept;
    n = kept.length;
    this.tick = tick;
    this.out = out;
  }

  void run() {
    if (n == 0) {
      return;
    }
    boolean[] same = new boolean[n];
    for (int k = 1; k < n; k++) {
      same[k] = at(CLOSE, k) == at(CLOSE, k - 1) && !(at(VOLUME, k) == 0);
    }
    nameRuns(QualityRule.STALE_PRICE, same, true, "%d closes in a row are the same");
    for (int k = 0; k < n; k++) {
      same[k] = at(HIGH, k) == at(LOW, k) && !(at(VOLUME, k) == 0);
    }
    nameRuns(QualityRule.FLAT_BARS, same, false, "%d bars in a row have no range");
    for (int k = 0; k < n; k++) {
      same[k] = at(VOLUME, k) == 0;
    }
    nameRuns(QualityRule.ZERO_VOLUME, same, false, "%d bars in a row have no volume");
    same[0] = false;
    for (int k = 1; k < n; k++) {
      same[k] = at(VOLUME, k) == at(VOLUME, k - 1) && at(VOLUME, k) > 0;
    }
    nameRuns(QualityRule.CONSTANT_VOLUME, same, true, "%d bars in a row have the same volume");
    judgeRepeats();
    judgeGrain();
    judgeAverages();
  }

  private double at(int field, int k) {
    return raw.fields[field][kept[k]];
  }

  /*
   * A run is improbable if runs of its length are expected less than `probability` times among n
   * bars, by the chance p that such a bar follows another one: p^(length - 1) * n. The longest run
   * is left out of p, or else it would speak for itself.
   */
  private void nameRuns(QualityRule rule, boolean[] same, boolean linked, String text) {
    int longest = 0;
    int followers = 0;
    int of = 0;
    int all = 0;
    int longestFollowers = 0;
    for (int k = 0, run = 0; k < n; k++) {
      run = same[k] ? run + 1 : 0;
      all += same[k] ? 1 : 0;
      followers += run > 1 ? 1 : 0;
      of += k + 1 < n && same[k] ? 1 : 0;
      if (run > longest) {
        longest = run;
        longestFollowers = run - 1;
      }
    }
    if (longest == 0 || 2 * all > n) {
      return;
    }
    double chance =
        Math.max(
            (double) (all - longest) / n,
            (followers - longestFollowers + 0.2) / (of - longest + 10.0));
    double length =
        1
            + Math.max(
                0,
                StrictMath.log(out.rules.value(rule, "probability") / n)
                    / StrictMath.log(Math.min(chance, 0.99)));
    double bars = Math.max(out.rules.value(rule, "bars"), length);
    for (int k = 0, run = 0; k <= n; k++) {
      if (k < n && same[k]) {
        run++;
        continue;
      }
      int count = linked && run > 0 ? run + 1 : run;
      if (run > 0 && count >= bars) {
        out.rows(rule, kept[k - count], count, text.formatted(count));
      }
      run = 0;
    }
  }

  private void judgeRepeats() {
    int least = Math.max(2, (int) out.rules.value(QualityRule.REPEATED_BLOCK, "bars"));
    Map<Long, Integer> seen = new HashMap<>();
    int lag = 0;
    int from = 0;
    double much = usualVolume() / 2;
    for (int k = 0; k <= n; k++) {
      if (lag > 0 && (k == n || !equal(k, k - lag))) {
        nameBlock(from, k, lag, least, much);
        lag = 0;
      }
      if (k == n || !tells(k, much)) {
        continue;
      }
      if (k > 0 && at(HIGH, k) > at(LOW, k) && at(VOLUME, k) >= much && equal(k, k - 1)) {
        out.row(
            QualityRule.REPEATED_BAR,
            kept[k],
            "all numbers of the bar are those of the one before");
      }
      Integer earlier = seen.put(hash(k), k);
      if (lag == 0 && earlier != null && earlier < k - 1 && equal(k, earlier)) {
        lag = k - earlier;
        from = k;
        while (from > lag && equal(from - 1, from - 1 - lag)) {
          from--;
        }
      }
    }
  }

  /** Returns whether a bar has enough in it for its return to mean something. */
  private boolean tells(int k, double much) {
    return at(HIGH, k) > at(LOW, k) || at(VOLUME, k) >= Math.max(much, Double.MIN_VALUE);
  }

  private void nameBlock(int from, int to, int lag, int least, double much) {
    int telling = 0;
    int changes = 0;
    for (int k = from; k < to; k++) {
      telling += tells(k, much) ? 1 : 0;
      boolean changed =
          k > from && (at(CLOSE, k) != at(CLOSE, k - 1) || at(VOLUME, k) != at(VOLUME, k - 1));
      changes += changed ? 1 : 0;
    }
    if (telling >= least && changes >= 2) {
      out.rows(
          QualityRule.REPEATED_BLOCK,
          kept[from],
          to - from,
          "%d bars are those that came %d bars earlier".formatted(to - from, lag));
    }
  }

  private double usualVolume() {
    double[] volumes = new double[n];
    for (int k = 0; k < n; k++) {
      volumes[k] = at(VOLUME, k);
    }
    Arrays.sort(volumes);
    return volumes[n / 2];
  }

  private boolean equal(int one, int other) {
    for (int field = OPEN; field <= VOLUME; field++) {
      if (Double.doubleToLongBits(at(field, one)) != Double.doubleToLongBits(at(field, other))) {
        return false;
      }
    }
    return true;
  }

  private long hash(int k) {
    long hash = 0;
    for (int field = OPEN; field <= VOLUME; field++) {
      hash = hash * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(at(field, k));
    }
    return hash;
  }

  private void judgeGrain() {
    int[] decimals = new int[n];
    int[] histogram = new int[18];
    for (int k = 0; k < n; k++) {
      for (int field = OPEN; field <= CLOSE; field++) {
        double price = at(field, k);
        if (!Double.isNaN(price)) {
          decimals[k] = Math.max(decimals[k], decimals(price));
          judgeTick(k, price);
        }
      }
      histogram[decimals[k]]++;
    }
    int usual = 0;
    for (int sum = histogram[0]; usual < 17 && sum < 0.99 * n; ) {
      sum += histogram[++usual];
    }
    double more = out.rules.value(QualityRule.PRECISION, "decimals");
    for (int k = 0; k < n; k++) {
      if (decimals[k] >= usual + more) {
        out.row(
            QualityRule.PRECISION,
            kept[k],
            "prices have up to %d decimals elsewhere, here %d".formatted(usual, decimals[k]));
      }
    }
    if (usual > 8 && single()) {
      out.whole(
          QualityRule.PRECISION,
          raw.starts[kept[0]],
          n,
          "closes have no more digits than single precision holds: "
              + "they went through 32-bit numbers");
    }
  }

  private boolean single() {
    for (int k = 0; k < n; k++) {
      if ((double) (float) at(CLOSE, k) != at(CLOSE, k)) {
        return false;
      }
    }
    return true;
  }

  private void judgeTick(int k, double price) {
    if (!offTick(price, tick)) {
      return;
    }
    out.row(
        QualityRule.TICK_SIZE,
        kept[k],
        "prices must be multiples of %s, was %s".formatted(tick, price));
  }

  /** Returns whether a price is no multiple of a tick; false if there is no tick. */
  static boolean offTick(double price, double tick) {
    double steps = price / tick;
    return Math.abs(steps - Math.rint(steps)) > 1e-6 * Math.max(1, Math.abs(steps) * 1e-6);
  }

  /** Returns with how many decimals a price is written, at most 17. */
  private static int decimals(double price) {
    double scale = 1;
    for (int d = 0; d < 16; d++) {
      if (Math.rint(price * scale) / scale == price) {
        return d;
      }
      scale *= 10;
    }
    return 17;
  }

  private void judgeAverages() {
    double tolerance = out.rules.value(QualityRule.VWAP_OUTSIDE, "tolerance");
    for (int k = 0; k < n; k++) {
      double vwap = at(VWAP, k);
      if (vwap > at(HIGH, k) * (1 + tolerance) || vwap < at(LOW, k) * (1 - tolerance)) {
        out.row(
            QualityRule.VWAP_OUTSIDE,
            kept[k],
            String.format(
                Locale.ROOT,
                "the average price must be within %s to %s, was %s",
                at(LOW, k),
                at(HIGH, k),
                vwap));
      }
      double trades = at(TRADES, k);
      double volume = at(VOLUME, k);
      if ((trades == 0 && volume > 0) || (trades > 0 && volume == 0)) {
        out.row(
            QualityRule.TRADE_COUNT,
            kept[k],
            "volume and trades must both be there or not, were %s and %s"
                .formatted(volume, trades));
      }
    }
  }
}
