package io.quantkit.core.quality;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Quantiles;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Session;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is judged alike in trades, quotes and books: times, order, numbers and single prices. */
final class TickCheck {
  private static final double SECOND = 1e9;

  private final Symbol symbol;
  private final TickValidator validator;
  private final long[] times;
  private final long[] knownAts;
  private final long[] sequences;
  private final Days days;
  final Findings out;
  final boolean[] unsound;

  /** The rows that are left, oldest first. */
  int[] kept = new int[0];

  TickCheck(
      Symbol symbol, TickValidator validator, long[] times, long[] knownAts, long[] sequences) {
    this.symbol = symbol;
    this.validator = validator;
    this.times = times;
    this.knownAts = knownAts;
    this.sequences = sequences;
    QualityRules rules = validator.rules();
    days =
        new Days(
            validator.calendar(),
            rules.value(QualityRule.OFF_SESSION, "before"),
            rules.value(QualityRule.OFF_SESSION, "after"));
    out = new Findings(symbol, rules, times);
    unsound = new boolean[times.length];
  }

  DataQualityReport report() {
    int n = times.length;
    long rules =
        validator.rules().applied().stream()
            .filter(
                rule ->
                    rule.subject() == QualityRule.Subject.ANY
                        || rule.subject() == QualityRule.Subject.TICKS)
            .count();
    return new DataQualityReport(
        List.of(new DataQualityReport.Coverage(symbol, n, n, List.of())),
        out.toList(),
        n,
        n * rules);
  }

  /** Judges a price; {@code NaN} passes. */
  void price(int row, String name, double price) {
    if (Double.isInfinite(price)) {
      out.row(QualityRule.NON_FINITE, row, name + " must be finite, was " + price);
      unsound[row] = true;
    } else if (price <= 0) {
      out.row(QualityRule.NON_POSITIVE_PRICE, row, name + " must be above 0, was " + price);
      unsound[row] = true;
    } else if (PatternCheck.offTick(price, validator.tickSize())) {
      out.row(
          QualityRule.TICK_SIZE,
          row,
          "%s must be a multiple of %s, was %s".formatted(name, validator.tickSize(), price));
    }
  }

  /** Judges times and order; what passes is {@link #kept}. */
  void judgeTimes() {
    long delay = (long) (out.rules.value(QualityRule.CLOCK_SKEW, "seconds") * SECOND);
    for (int row = 0; row < times.length; row++) {
      long time = times[row];
      long knownAt = knownAts[row];
      if (!days.known(time) || !days.known(knownAt)) {
        out.row(
            QualityRule.TIME_RANGE,
            row,
            "time must be within what calendar %s knows, was %s known at %s"
                .formatted(days.calendar.code(), text(time), text(knownAt)));
        unsound[row] = true;
      } else if (knownAt < time) {
        out.row(
            QualityRule.KNOWN_BEFORE_EVENT,
            row,
            "a record must be known after it happened, was known at " + text(knownAt));
        unsound[row] = true;
      } else {
        judgeTime(row, time, knownAt, delay);
      }
      if (unsound[row]) {
        out.withhold(row);
      }
    }
    judgeOrder();
    judgeSequence();
    judgeDrift();
  }

  private void judgeTime(int row, long time, long knownAt, long delay) {
    if (knownAt > validator.asOf()) {
      out.row(
          QualityRule.NOT_FROM_THE_FUTURE,
          row,
          "records must be known by %s, was known at %s"
              .formatted(text(validator.asOf()), text(knownAt)));
    } else if (knownAt - time > delay) {
      out.row(
          QualityRule.CLOCK_SKEW,
          row,
          String.format(
              Locale.ROOT,
              "a record must be known within %.0f seconds, was after %.3f",
              delay / SECOND,
              (knownAt - time) / SECOND));
    }
    if (!days.open(time)) {
      out.row(
          QualityRule.OFF_SESSION,
          row,
          "records must be of trading hours, %s has no session then"
              .formatted(days.calendar.code()));
    }
  }

  /** Names the fewest rows without which the times never fall. */
  private void judgeOrder() {
    int n = times.length;
    int[] tails = new int[n];
    int[] before = new int[n];
    int length = 0;
    for (int row = 0; row < n; row++) {
      if (unsound[row] || out.withheld(row)) {
        continue;
      }
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (times[tails[middle]] <= times[row]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[row] = low == 0 ? -1 : tails[low - 1];
      tails[low] = row;
      length = Math.max(length, low + 1);
    }
    boolean[] inOrder = new boolean[n];
    for (int k = length - 1, row = length == 0 ? -1 : tails[length - 1]; k >= 0; k--) {
      inOrder[row] = true;
      row = before[row];
    }
    int[] sound = new int[n];
    int count = 0;
    for (int row = 0; row < n; row++) {
      if (unsound[row] || out.withheld(row)) {
        continue;
      }
      if (inOrder[row]) {
        sound[count++] = row;
      } else {
        out.row(QualityRule.TIME_ORDER, row, "rows must come oldest first");
        out.withhold(row);
      }
    }
    kept = Arrays.copyOf(sound, count);
  }

  private void judgeSequence() {
    Set<Long> seen = new HashSet<>();
    long last = -1;
    for (int row = 0; row < times.length; row++) {
      long sequence = sequences[row];
      if (sequence < 0) {
        continue;
      }
      if (!seen.add(sequence)) {
        out.row(QualityRule.DUPLICATE_TICK, row, "number " + sequence + " must come once");
      } else if (last >= 0 && sequence > last + 1) {
        out.rows(
            QualityRule.SEQUENCE_GAP,
            row,
            sequence - last - 1,
            "numbers must rise by one, %d came after %d".formatted(sequence, last));
      }
      last = Math.max(last, sequence);
    }
  }

  private void judgeDrift() {
    int tenth = kept.length / 10;
    if (tenth < 10) {
      return;
    }
    double early = delay(0, tenth);
    double late = delay(kept.length - tenth, kept.length);
    double most = out.rules.value(QualityRule.CLOCK_SKEW, "drift");
    if (Math.abs(late - early) > most) {
      out.whole(
          QualityRule.CLOCK_SKEW,
          times[kept[0]],
          kept.length,
          String.format(
              Locale.ROOT,
              "the usual delay must stay within %.3f seconds, went from %.3f to %.3f",
              most,
              early,
              late));
    }
  }

  private double delay(int from, int to) {
    double[] delays = new double[to - from];
    for (int k = from; k < to; k++) {
      delays[k - from] = (knownAts[kept[k]] - times[kept[k]]) / SECOND;
    }
    return Quantiles.linear(delays, 0.5);
  }

  /**
   * Names prices that leave and come back.
   *
   * @param prices by row; {@code NaN} where there is none
   */
  void judgePrices(double[] prices) {
    int[] rows = new int[kept.length];
    int n = 0;
    for (int row : kept) {
      if (!Double.isNaN(prices[row])) {
        rows[n++] = row;
      }
    }
    double[] moves = new double[n];
    double[] sizes = new double[n];
    for (int k = 1; k < n; k++) {
      moves[k] = StrictMath.log(prices[rows[k]] / prices[rows[k - 1]]);
      sizes[k] = Math.abs(moves[k]);
    }
    LocalScale scale = new LocalScale(sizes, (int) out.rules.value(QualityRule.BAD_TICK, "window"));
    double times6 = LocalScale.NORMAL * out.rules.value(QualityRule.BAD_TICK, "moves");
    double least = out.rules.value(QualityRule.BAD_TICK, "share");
    for (int k = 1; k < n; k++) {
      if (!(sizes[k] > least) || !(sizes[k] > times6 * scale.at(k))) {
        continue;
      }
      double sum = moves[k];
      for (int lag = 1; lag <= 3 && k + lag < n; lag++) {
        sum += moves[k + lag];
        if (Math.abs(sum) < 0.35 * sizes[k] && sizes[k + lag] > 0.5 * sizes[k]) {
          for (int j = k; j < k + lag; j++) {
            out.row(
                QualityRule.BAD_TICK,
                rows[j],
                String.format(
                    Locale.ROOT,
                    "a price must not leave and come back by %.2f %%, was %s after %s",
                    100 * sizes[k],
                    prices[rows[j]],
                    prices[rows[k - 1]]));
          }
          k += lag;
          break;
        }
      }
    }
  }

  /** Names the times at which nothing came for long while the market was open. */
  void judgeSilence() {
    int n = kept.length;
    if (n < 20) {
      return;
    }
    double[] waits = new double[n - 1];
    for (int k = 1; k < n; k++) {
      waits[k - 1] = (times[kept[k]] - times[kept[k - 1]]) / SECOND;
    }
    double limit =
        Math.max(
            out.rules.value(QualityRule.STALE_QUOTE, "seconds"),
            out.rules.value(QualityRule.STALE_QUOTE, "times") * Quantiles.linear(waits, 0.5));
    for (int k = 1; k < n; k++) {
      long before = times[kept[k - 1]];
      if (waits[k - 1] > limit && sameSession(before, times[kept[k]])) {
        out.row(
            QualityRule.STALE_QUOTE,
            kept[k - 1],
            String.format(
                Locale.ROOT,
                "a quote must be renewed within %.1f seconds, was after %.1f",
                limit,
                waits[k - 1]));
      }
    }
  }

  private boolean sameSession(long one, long other) {
    Session session = days.session(one).orElse(null);
    return session != null && session.contains(one) && session.contains(other);
  }

  static String text(long epochNanos) {
    return EpochNanos.toInstant(epochNanos).toString();
  }
}
