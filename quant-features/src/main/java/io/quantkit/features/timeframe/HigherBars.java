package io.quantkit.features.timeframe;

import io.quantkit.core.aggregate.BarRule;
import io.quantkit.core.aggregate.LateTrades;
import io.quantkit.core.aggregate.TimeBars;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How the bars of a timeframe become those of a higher one, told by when they are known alone.
 *
 * <p>A kernel is not told when a bar began, so that is derived from when it became known: an
 * intraday bar is the last of the base timeframe's that is over by then, a bar of days or more that
 * of the last session that is over; neither begins before the bar before it was known. Bars that
 * are known when they end, or later but before the next one ends, are therefore put where they
 * belong. From there on {@link TimeBars} is the rule: its calendar, its policy for trades outside
 * the session, its closing auction. A first higher bar whose period began before the input did is
 * left out.
 *
 * @param base the timeframe of the bars that come in
 * @param rule how they are put together, which drops late trades: there are none
 * @param most how many bars of the base timeframe a higher one has at most, at least 2; longer
 *     warm-ups follow from more. If there are more after all, features are {@code NaN} for longer
 *     than their warm-up
 */
public record HigherBars(Timeframe base, TimeBars rule, int most) {

  /**
   * Creates a rule.
   *
   * @throws IllegalArgumentException if a bar of the base timeframe does not lie within one of the
   *     rule's, as weeks do not within months, the rule does not drop late trades, or {@code most}
   *     is below 2
   */
  public HigherBars {
    Objects.requireNonNull(base, "base");
    if (!nests(base, rule.timeframe())) {
      throw new IllegalArgumentException(
          "base must go several times into " + rule.timeframe() + ", was " + base);
    }
    if (!rule.late().equals(LateTrades.DROP)) {
      throw new IllegalArgumentException("rule must drop late trades, was " + rule.late());
    }
    if (most < 2) {
      throw new IllegalArgumentException("most must be at least 2, was " + most);
    }
  }

  /**
   * Returns the rule for the bars of a calendar's sessions, with as many bars at most as the
   * calendar's regular sessions give, 24 sessions a month and 6 a week (31 and 7 if the market is
   * open at weekends).
   *
   * @throws IllegalArgumentException if a bar of the base timeframe does not lie within one of the
   *     target
   */
  public static HigherBars of(Timeframe base, Timeframe target, TradingCalendar calendar) {
    TimeBars rule = BarRule.time(target, calendar);
    return new HigherBars(base, rule, nests(base, target) ? most(base, target, calendar) : 2);
  }

  /** Returns the timeframe of the higher bars. */
  public Timeframe target() {
    return rule.timeframe();
  }

  /** Returns both timeframes, the calendar and what the rule says beyond them, as in names. */
  String label() {
    StringBuilder text = new StringBuilder();
    text.append(text(target())).append('-').append(text(base)).append('-');
    String code = rule.calendar().code().toLowerCase(Locale.ROOT);
    text.append(code.replaceAll("[^a-z0-9.]", "-"));
    switch (rule.extendedHours()) {
      case DROP -> {}
      case OWN_BARS -> text.append("-own");
      case MERGE -> text.append("-merged");
    }
    if (rule.auctionNanos() > 0) {
      text.append("-auction").append(rule.auctionNanos());
    }
    if (rule.flat()) {
      text.append("-flat");
    }
    if (most != most(base, target(), rule.calendar())) {
      text.append("-most").append(most);
    }
    return text.toString();
  }

  private static String text(Timeframe timeframe) {
    return timeframe.unit() == Timeframe.Unit.MONTH
        ? timeframe.count() + "mo"
        : timeframe.toString();
  }

  /**
   * Returns when the bar began that became known at the given time.
   *
   * @param lastKnownAt when the bar before became known, {@code Long.MIN_VALUE} if there was none
   */
  long startOf(long knownAt, long lastKnownAt) {
    TradingCalendar calendar = rule.calendar();
    if (base.intraday()) {
      long end = base.startOf(knownAt, calendar);
      return Math.max(base.startOf(end - 1, calendar), lastKnownAt);
    }
    LocalDate date = calendar.dateOf(knownAt);
    Optional<Session> today = calendar.session(date);
    Session over =
        today.isPresent() && today.get().close() <= knownAt
            ? today.get()
            : calendar.previousSession(date);
    long first = base.startOf(over.open(), calendar);
    return Math.max(calendar.sessionAtOrAfter(first).open(), lastKnownAt);
  }

  /** Returns whether bars of one timeframe lie within those of another, several in each. */
  private static boolean nests(Timeframe base, Timeframe target) {
    if (base.intraday()) {
      return !target.intraday()
          || (base.nanos() < target.nanos() && target.nanos() % base.nanos() == 0);
    }
    if (base.unit() == target.unit()) {
      return base.count() < target.count() && target.count() % base.count() == 0;
    }
    return base.equals(Timeframe.DAY_1) && !target.intraday();
  }

  private static int most(Timeframe base, Timeframe target, TradingCalendar calendar) {
    if (base.unit() == target.unit()) {
      return target.count() / base.count();
    }
    if (target.intraday()) {
      return (int) (target.nanos() / base.nanos());
    }
    double perSession =
        base.intraday() ? Math.rint(base.barsPerYear(calendar) / calendar.sessionsPerYear()) : 1;
    boolean weekends = calendar.sessionsPerYear() > 300;
    long sessions =
        switch (target.unit()) {
          case DAY -> 1;
          case WEEK -> weekends ? 7 : 6;
          default -> weekends ? 31 : 24;
        };
    return (int) Math.max(2, perSession * sessions * target.count());
  }
}
