package io.quantkit.core.quality;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One judgement of the rows of one symbol: first each row by itself, then their times as a whole,
 * then what is left as a series.
 */
final class BarCheck {
  private static final long SECOND = 1_000_000_000L;
  private static final long HALF_HOUR = 1800 * SECOND;
  private static final long DAY = 86_400 * SECOND;
  private static final String[] NAMES = {
    "open", "high", "low", "close", "volume", "vwap", "trades"
  };

  private final RawBars raw;
  private final Timeframe timeframe;
  private final QualityRules rules;
  private final long asOf;
  private final Days days;
  private final Findings out;

  /** Rows that are no bar. */
  private final boolean[] unsound;

  /** The rows that are left, oldest first, and how many. */
  private int[] kept = new int[0];

  private DataQualityReport.Coverage coverage;

  BarCheck(RawBars raw, SeriesValidator validator) {
    this.raw = raw;
    timeframe = raw.timeframe();
    rules = validator.rules();
    asOf = validator.asOf();
    days =
        new Days(
            validator.calendar(),
            rules.value(QualityRule.OFF_SESSION, "before"),
            rules.value(QualityRule.OFF_SESSION, "after"));
    out = new Findings(raw.symbol(), rules, raw.starts);
    unsound = new boolean[raw.size];
    coverage = new DataQualityReport.Coverage(raw.symbol(), 0, 0, List.of());

    judgeRows();
    boolean shifted = judgeStamps();
    if (!shifted) {
      judgeSessions();
    }
    judgeOrder();
    judgeOverlaps(shifted);
    collect();
    long[] missing = new long[kept.length];
    if (!shifted) {
      judgeGaps(missing);
    }
    new PriceCheck(raw, kept, missing, days, out).run();
    new PatternCheck(raw, kept, validator.tickSize(), out).run();
  }

  CheckedBars result() {
    List<Finding> findings = out.toList();
    long checks = (long) raw.size * rowRules();
    DataQualityReport report = new DataQualityReport(List.of(coverage), findings, raw.size, checks);
    BarSeries.Builder builder = BarSeries.builder(raw.symbol(), timeframe).reserve(kept.length);
    long known = Long.MIN_VALUE;
    for (int row : kept) {
      if (out.withheld(row)) {
        continue;
      }
      if (raw.starts[row] < known) {
        out.withhold(row);
        continue;
      }
      known = raw.knownAts[row];
      builder.add(
          raw.starts[row],
          known,
          value(BarField.OPEN, row),
          value(BarField.HIGH, row),
          value(BarField.LOW, row),
          value(BarField.CLOSE, row),
          value(BarField.VOLUME, row),
          value(BarField.VWAP, row),
          value(BarField.TRADES, row));
    }
    return new CheckedBars(builder.build(), out.quarantined(), report);
  }

  private int rowRules() {
    int count = 0;
    for (QualityRule rule : rules.applied()) {
      QualityRule.Subject subject = rule.subject();
      if (subject == QualityRule.Subject.ANY || subject == QualityRule.Subject.BARS) {
        count++;
      }
    }
    return count;
  }

  private double value(BarField field, int row) {
    return raw.fields[field.ordinal()][row];
  }

  private void judgeRows() {
    boolean[] told = told();
    for (int row = 0; row < raw.size; row++) {
      judgeNumbers(row, told);
      judgeTimes(row);
      if (unsound[row]) {
        out.withhold(row);
      }
    }
  }

  private boolean[] told() {
    boolean[] told = new boolean[NAMES.length];
    double share = rules.value(QualityRule.MISSING_FIELD, "told");
    for (int f = 0; f < NAMES.length; f++) {
      int count = 0;
      for (int row = 0; row < raw.size; row++) {
        count += Double.isNaN(raw.fields[f][row]) ? 0 : 1;
      }
      told[f] = f == BarField.CLOSE.ordinal() || (count > 0 && count >= share * raw.size);
    }
    return told;
  }

  private void judgeNumbers(int row, boolean[] told) {
    double open = value(BarField.OPEN, row);
    double high = value(BarField.HIGH, row);
    double low = value(BarField.LOW, row);
    double close = value(BarField.CLOSE, row);
    double volume = value(BarField.VOLUME, row);
    boolean finite = true;
    for (int f = 0; f < NAMES.length; f++) {
      double value = raw.fields[f][row];
      if (Double.isNaN(value) && told[f]) {
        out.row(QualityRule.MISSING_FIELD, row, NAMES[f] + " must be there, was missing");
        unsound[row] |= f == BarField.CLOSE.ordinal();
      } else if (Double.isInfinite(value)) {
        out.row(QualityRule.NON_FINITE, row, NAMES[f] + " must be finite, was " + value);
        unsound[row] = true;
        finite = false;
      } else if (value <= 0 && f != BarField.VOLUME.ordinal() && f != BarField.TRADES.ordinal()) {
        out.row(QualityRule.NON_POSITIVE_PRICE, row, NAMES[f] + " must be above 0, was " + value);
        unsound[row] = true;
        finite = false;
      }
    }
    if (volume < 0) {
      out.row(QualityRule.NEGATIVE_VOLUME, row, "volume must be at least 0, was " + volume);
      unsound[row] = true;
    }
    double trades = value(BarField.TRADES, row);
    if (trades < 0 || (finite && !Double.isNaN(trades) && trades != Math.rint(trades))) {
      out.row(QualityRule.TRADE_COUNT, row, "trades must be a whole number, was " + trades);
      unsound[row] = true;
    }
    boolean disorder = low > high || open > high || close > high || open < low || close < low;
    if (disorder && finite) {
      out.row(
          QualityRule.OHLC_RELATION,
          row,
          "low <= open, close <= high must hold, was open %s, high %s, low %s, close %s"
              .formatted(open, high, low, close));
      unsound[row] = true;
    }
  }

  private void judgeTimes(int row) {
    long start = raw.starts[row];
    long knownAt = raw.knownAts[row];
    if (!days.known(start) || !days.known(knownAt)) {
      out.row(
          QualityRule.TIME_RANGE,
          row,
          "time must be within what calendar %s knows, was %s known at %s"
              .formatted(days.calendar.code(), text(start), text(knownAt)));
      unsound[row] = true;
    } else if (knownAt < start) {
      out.row(
          QualityRule.KNOWN_BEFORE_EVENT,
          row,
          "a bar must be known after it started, was known at " + text(knownAt));
      unsound[row] = true;
    } else if (knownAt > asOf) {
      out.row(
          QualityRule.NOT_FROM_THE_FUTURE,
          row,
          "bars must be known by %s, was known at %s".formatted(text(asOf), text(knownAt)));
    }
  }

  /** Finds whether the stamps as a whole mean something else than starts in this zone. */
  private boolean judgeStamps() {
    int n = 0;
    int first = -1;
    int atKnown = 0;
    for (int row = 0; row < raw.size; row++) {
      if (!unsound[row]) {
        first = first < 0 ? row : first;
        atKnown += raw.knownAts[row] == raw.starts[row] ? 1 : 0;
        n++;
      }
    }
    if (n < 3) {
      return false;
    }
    if (atKnown > n / 2 && rules.applies(QualityRule.STAMPED_AT_END)) {
      out.whole(
          QualityRule.STAMPED_AT_END,
          raw.starts[first],
          atKnown,
          "a bar must be known after its stamp, %d of %d are known at it".formatted(atKnown, n));
      return true;
    }
    return timeframe.intraday() ? judgeIntradayStamps(first, n) : judgeDayStamps(first, n);
  }

  private boolean judgeDayStamps(int first, int n) {
    int aligned = 0;
    int atClose = 0;
    for (int row = 0; row < raw.size; row++) {
      if (unsound[row]) {
        continue;
      }
      long start = raw.starts[row];
      var session = days.session(start);
      boolean legal = timeframe.unit() != Timeframe.Unit.DAY || session.isPresent();
      aligned += legal && timeframe.startOf(start, days.calendar) == start ? 1 : 0;
      atClose += session.isPresent() && session.get().close() == start ? 1 : 0;
    }
    if (aligned * 2 > n) {
      return false;
    }
    if (atClose * 2 > n && rules.applies(QualityRule.STAMPED_AT_END)) {
      out.whole(
          QualityRule.STAMPED_AT_END,
          raw.starts[first],
          atClose,
          "bars must be stamped with their start, %d of %d are stamped with the close"
              .formatted(atClose, n));
      return true;
    }
    return timeframe.unit() == Timeframe.Unit.DAY
        && rules.applies(QualityRule.ZONE_SHIFT)
        && judgeDayZone(first, n);
  }

  /** Looks for an offset at which the stamps are midnights of dates with a session. */
  private boolean judgeDayZone(int first, int n) {
    double share = rules.value(QualityRule.ZONE_SHIFT, "share");
    for (long offset = -14 * 2; offset <= 14 * 2; offset++) {
      int right = 0;
      for (int row = 0; row < raw.size; row++) {
        long local = raw.starts[row] + offset * HALF_HOUR;
        if (!unsound[row]
            && Math.floorMod(local, DAY) == 0
            && sessionOn(LocalDate.ofEpochDay(Math.floorDiv(local, DAY)))) {
          right++;
        }
      }
      if (right >= share * n) {
        out.whole(
            QualityRule.ZONE_SHIFT,
            raw.starts[first],
            right,
            ("days must begin at midnight in %s; %d of %d stamps are midnights %+.1f hours from"
                    + " UTC")
                .formatted(days.calendar.zone(), right, n, offset / 2.0));
        return true;
      }
    }
    return judgeDayShift(first, n, share);
  }

  private boolean sessionOn(LocalDate date) {
    return !date.isBefore(days.calendar.firstDate())
        && !date.isAfter(days.calendar.lastDate())
        && days.calendar.isSession(date);
  }

  /** Looks for a shift that brings the stamps to the calendar's midnights, summer and winter. */
  private boolean judgeDayShift(int first, int n, double share) {
    for (long shift = -14 * 2; shift <= 14 * 2; shift++) {
      int right = 0;
      for (int row = 0; row < raw.size; row++) {
        long moved = raw.starts[row] + shift * HALF_HOUR;
        if (!unsound[row]
            && days.known(moved)
            && days.session(moved).isPresent()
            && timeframe.startOf(moved, days.calendar) == moved) {
          right++;
        }
      }
      if (right >= share * n) {
        out.whole(QualityRule.ZONE_SHIFT, raw.starts[first], n, shift(shift, right, n));
        return true;
      }
    }
    return false;
  }

  private static String shift(long shift, int right, int n) {
    return String.format(
        Locale.ROOT,
        "stamps must lie in sessions; moved by %+.1f hours %d of %d do",
        shift / 2.0,
        right,
        n);
  }

  private boolean judgeIntradayStamps(int first, int n) {
    int inside = 0;
    int sessions = 0;
    int ended = 0;
    Session last = null;
    boolean atOpen = false;
    boolean atClose = false;
    boolean beyond = false;
    long length = timeframe.nanos();
    for (int row = 0; row < raw.size; row++) {
      if (unsound[row]) {
        continue;
      }
      long start = raw.starts[row];
      inside += days.open(start) ? 1 : 0;
      Session session = days.session(start).orElse(null);
      if (session == null || session.close() - session.open() >= DAY) {
        continue;
      }
      if (last != null && !last.equals(session)) {
        sessions++;
        ended += atClose && !atOpen && !beyond ? 1 : 0;
        atOpen = false;
        atClose = false;
        beyond = false;
      }
      last = session;
      atOpen |= start >= session.open() && start < session.open() + length;
      beyond |= start > session.close();
      atClose |= start == session.close();
    }
    if (last != null) {
      sessions++;
      ended += atClose && !atOpen && !beyond ? 1 : 0;
    }
    if (ended > 0 && ended * 2 > sessions && rules.applies(QualityRule.STAMPED_AT_END)) {
      out.whole(
          QualityRule.STAMPED_AT_END,
          raw.starts[first],
          n,
          "bars must be stamped with their start; %d of %d sessions begin without a bar at the open"
                  .formatted(ended, sessions)
              + " and end with one at the close");
      return true;
    }
    double share = rules.value(QualityRule.ZONE_SHIFT, "share");
    if (inside >= share * n || !rules.applies(QualityRule.ZONE_SHIFT)) {
      return false;
    }
    return judgeIntradayZone(first, n, inside, share);
  }

  private boolean judgeIntradayZone(int first, int n, int inside, double share) {
    for (int step = 1; step <= 2 * 28; step++) {
      long shift = step % 2 == 0 ? step / 2 : -(step + 1) / 2;
      int right = 0;
      for (int row = 0; row < raw.size; row++) {
        long moved = raw.starts[row] + shift * HALF_HOUR;
        right += !unsound[row] && days.known(moved) && days.open(moved) ? 1 : 0;
      }
      if (right >= share * n && right - inside >= 0.03 * n) {
        out.whole(QualityRule.ZONE_SHIFT, raw.starts[first], n, shift(shift, right, n));
        return true;
      }
    }
    return false;
  }

  private void judgeSessions() {
    for (int row = 0; row < raw.size; row++) {
      if (unsound[row]) {
        continue;
      }
      long start = raw.starts[row];
      boolean open =
          timeframe.intraday()
              ? days.open(start)
              : timeframe.unit() != Timeframe.Unit.DAY || days.session(start).isPresent();
      if (!open) {
        out.row(
            QualityRule.OFF_SESSION,
            row,
            "bars must be of trading hours, %s has no session then"
                .formatted(days.calendar.code()));
        continue;
      }
      if (timeframe.startOf(start, days.calendar) != start) {
        out.row(
            QualityRule.MISALIGNED_STAMP,
            row,
            "stamps must lie on the grid of %s, the period starts at %s"
                .formatted(timeframe, text(timeframe.startOf(start, days.calendar))));
      }
      judgeKnown(row, start, timeframe.endOf(start, days.calendar));
    }
  }

  private void judgeKnown(int row, long start, long end) {
    long knownAt = raw.knownAts[row];
    long delay = (long) (rules.value(QualityRule.CLOCK_SKEW, "seconds") * SECOND);
    if (knownAt < end) {
      out.row(
          QualityRule.KNOWN_BEFORE_END,
          row,
          "a bar must not be known before its end at %s, was at %s"
              .formatted(text(end), text(knownAt)));
    } else if (knownAt - end > delay) {
      out.row(
          QualityRule.CLOCK_SKEW,
          row,
          String.format(
              Locale.ROOT,
              "a bar must be known within %.0f seconds of its end, was after %.0f",
              delay / 1e9,
              (knownAt - end) / 1e9));
    }
    if (timeframe.intraday()
        && start + timeframe.nanos() > end
        && knownAt >= start + timeframe.nanos()) {
      out.row(
          QualityRule.SESSION_BOUNDARY,
          row,
          "a bar must end where trading does, at %s; this one reaches to %s"
              .formatted(text(end), text(start + timeframe.nanos())));
    }
  }

  /** Names the fewest rows without which the starts rise strictly. */
  private void judgeOrder() {
    int n = raw.size;
    int[] tails = new int[n];
    int[] before = new int[n];
    int length = 0;
    for (int row = 0; row < n; row++) {
      if (unsound[row] || out.withheld(row)) {
        continue;
      }
      int at = position(tails, length, raw.starts[row]);
      if (at < length && raw.starts[tails[at]] == raw.starts[row]) {
        continue;
      }
      before[row] = at == 0 ? -1 : tails[at - 1];
      tails[at] = row;
      length = Math.max(length, at + 1);
    }
    kept = new int[length];
    for (int k = length - 1, row = length == 0 ? -1 : tails[length - 1]; k >= 0; k--) {
      kept[k] = row;
      row = before[row];
    }
    nameDisorder();
  }

  private int position(int[] tails, int length, long start) {
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (raw.starts[tails[middle]] < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void nameDisorder() {
    boolean[] inOrder = new boolean[raw.size];
    for (int row : kept) {
      inOrder[row] = true;
    }
    for (int row = 0; row < raw.size; row++) {
      if (unsound[row] || out.withheld(row) || inOrder[row]) {
        continue;
      }
      int at = position(kept, kept.length, raw.starts[row]);
      if (at < kept.length && raw.starts[kept[at]] == raw.starts[row]) {
        out.row(
            QualityRule.DUPLICATE_BAR,
            row,
            "a bar must occur once, row %d starts then too and is %s"
                .formatted(kept[at], same(kept[at], row) ? "the same" : "different"));
      } else {
        out.row(QualityRule.TIME_ORDER, row, "rows must come oldest first, row " + row);
      }
      out.withhold(row);
      unsound[row] = true;
    }
  }

  private boolean same(int one, int other) {
    for (double[] column : raw.fields) {
      if (Double.doubleToLongBits(column[one]) != Double.doubleToLongBits(column[other])) {
        return false;
      }
    }
    return true;
  }

  private void judgeOverlaps(boolean shifted) {
    int previous = -1;
    for (int row : kept) {
      if (previous < 0) {
        previous = row;
        continue;
      }
      long start = raw.starts[row];
      boolean hasEnd =
          !shifted
              && (timeframe.unit() != Timeframe.Unit.DAY
                  || days.session(raw.starts[previous]).isPresent());
      long end =
          hasEnd ? timeframe.endOf(raw.starts[previous], days.calendar) : raw.starts[previous];
      if (start < end) {
        out.row(
            QualityRule.OVERLAPPING_BAR,
            row,
            "a bar must start after the one before it ends at " + text(end));
        out.withhold(row);
        unsound[row] = true;
        continue;
      }
      if (start < raw.knownAts[previous]) {
        out.row(
            QualityRule.CLOCK_SKEW,
            previous,
            "a bar must be known before the next one starts at %s, was at %s"
                .formatted(text(start), text(raw.knownAts[previous])));
        out.withhold(previous);
        unsound[previous] = true;
      }
      previous = row;
    }
  }

  private void collect() {
    int size = 0;
    for (int row : kept) {
      if (!unsound[row] && !out.withheld(row)) {
        kept[size++] = row;
      }
    }
    kept = Arrays.copyOf(kept, size);
  }

  private void judgeGaps(long[] missing) {
    Map<YearMonth, long[]> months = new LinkedHashMap<>();
    long expected = 0;
    long bars = 0;
    int maxGap = (int) rules.value(QualityRule.GAP, "bars");
    long end = 0;
    for (int k = 0; k < kept.length; k++) {
      int row = kept[k];
      long start = raw.starts[row];
      boolean expectable =
          timeframe.intraday()
              ? days.calendar.isOpen(start)
              : timeframe.unit() != Timeframe.Unit.DAY || days.session(start).isPresent();
      if (!expectable) {
        continue;
      }
      if (bars > 0) {
        long count = 0;
        long firstMissing = nextExpected(end);
        for (long t = firstMissing; t < start; t = nextExpected(endOf(t))) {
          count++;
          month(months, t)[1]++;
        }
        missing[k] = count;
        expected += count;
        nameGap(row, firstMissing, count, maxGap);
      }
      bars++;
      expected++;
      long[] month = month(months, start);
      month[0]++;
      month[1]++;
      end = endOf(start);
    }
    List<DataQualityReport.Month> told = new ArrayList<>();
    months.forEach((m, c) -> told.add(new DataQualityReport.Month(m, c[0], c[1])));
    coverage = new DataQualityReport.Coverage(raw.symbol(), bars, expected, told);
    double share = rules.value(QualityRule.COVERAGE, "share");
    if (coverage.ratio() < share) {
      out.whole(
          QualityRule.COVERAGE,
          raw.starts[kept[0]],
          expected - bars,
          String.format(
              Locale.ROOT,
              "at least %.1f %% of %d expected bars must be there, %.1f %% are",
              100 * share,
              expected,
              100 * coverage.ratio()));
    }
  }

  private void nameGap(int row, long firstMissing, long count, int maxGap) {
    if (count > maxGap && rules.applies(QualityRule.GAP)) {
      out.whole(
          QualityRule.GAP,
          firstMissing,
          count,
          "at most %d successive bars may be missing, %d are until %s"
              .formatted(maxGap, count, text(raw.starts[row])));
    } else if (count > 0) {
      out.whole(
          QualityRule.MISSING_BAR,
          firstMissing,
          count,
          "no bar should be missing, %d are until %s".formatted(count, text(raw.starts[row])));
    }
  }

  private long endOf(long start) {
    return timeframe.endOf(start, days.calendar);
  }

  private long[] month(Map<YearMonth, long[]> months, long time) {
    return months.computeIfAbsent(YearMonth.from(days.date(time)), m -> new long[2]);
  }

  /** Returns the start of the first bar that the calendar expects at or after a moment. */
  private long nextExpected(long epochNanos) {
    Session today = days.session(epochNanos).orElse(null);
    boolean trading = today != null && today.contains(epochNanos);
    long open = trading ? epochNanos : days.calendar.nextOpen(epochNanos - 1);
    long start = timeframe.startOf(open, days.calendar);
    return start >= epochNanos || !timeframe.intraday() ? start : nextExpected(endOf(start));
  }

  private static String text(long epochNanos) {
    return EpochNanos.toInstant(epochNanos).toString();
  }
}
