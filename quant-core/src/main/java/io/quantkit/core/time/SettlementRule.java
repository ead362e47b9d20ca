package io.quantkit.core.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How many business days after a trade its money and its asset change hands, and since when.
 *
 * <p>Business days are the sessions of the calendar. For US markets this is the exchange's calendar
 * and not the banks': on Columbus Day and Veterans Day, when the exchanges trade and the banks
 * rest, and on Good Friday, when it is the other way round, the true date may differ by a day.
 *
 * @param calendar whose sessions are counted
 * @param cycles the cycles, in order of their first trade date; each holds until the next begins
 */
public record SettlementRule(TradingCalendar calendar, List<Cycle> cycles) {

  private static final LocalDate ALWAYS = LocalDate.MIN;

  /**
   * Settlement {@code days} business days after trades from a date on.
   *
   * @param firstTradeDate the first trade date it applies to; {@link LocalDate#MIN} for always
   * @param days the sessions between trade and settlement, at least 0
   */
  public record Cycle(LocalDate firstTradeDate, int days) {

    /**
     * Creates a cycle.
     *
     * @throws IllegalArgumentException if the days are negative
     */
    public Cycle {
      Objects.requireNonNull(firstTradeDate, "firstTradeDate");
      if (days < 0) {
        throw new IllegalArgumentException("days must be at least 0, was " + days);
      }
    }
  }

  /**
   * Creates a rule.
   *
   * @throws IllegalArgumentException if there is no cycle, or two are not in ascending order
   */
  public SettlementRule {
    Objects.requireNonNull(calendar, "calendar");
    cycles = List.copyOf(cycles);
    if (cycles.isEmpty()) {
      throw new IllegalArgumentException("cycles must not be empty");
    }
    for (int i = 1; i < cycles.size(); i++) {
      LocalDate before = cycles.get(i - 1).firstTradeDate();
      LocalDate date = cycles.get(i).firstTradeDate();
      if (!before.isBefore(date)) {
        throw new IllegalArgumentException(
            "cycles must be in ascending order of first trade date, was " + before + ", " + date);
      }
    }
  }

  /** Returns the rule that always settles the given sessions after the trade. */
  public static SettlementRule of(TradingCalendar calendar, int days) {
    return new SettlementRule(calendar, List.of(new Cycle(ALWAYS, days)));
  }

  /**
   * Returns the rule of US shares and funds: T+3 for trades before 2017-09-05, T+2 until
   * 2024-05-27, T+1 from 2024-05-28 (SEC Rule 15c6-1 and its amendments). The T+5 that held before
   * 1995-06-07 is not modelled.
   */
  public static SettlementRule usEquities() {
    return of(TradingCalendar.xnys(), 3)
        .withChange(LocalDate.of(2017, 9, 5), 2)
        .withChange(LocalDate.of(2024, 5, 28), 1);
  }

  /** Returns the rule of US listed options: T+1. */
  public static SettlementRule usOptions() {
    return of(TradingCalendar.xnys(), 1);
  }

  /** Returns the rule of crypto assets: at once, T+0, on every day of the week. */
  public static SettlementRule crypto() {
    return of(TradingCalendar.alwaysOpen(), 0);
  }

  /**
   * Returns this rule with another cycle from a trade date on.
   *
   * @param firstTradeDate the first trade date the change applies to; after every earlier change
   * @param days the sessions between trade and settlement from then on, at least 0
   */
  public SettlementRule withChange(LocalDate firstTradeDate, int days) {
    List<Cycle> changed = new ArrayList<>(cycles);
    changed.add(new Cycle(firstTradeDate, days));
    return new SettlementRule(calendar, changed);
  }

  /**
   * Returns the sessions between a trade on the given date and its settlement.
   *
   * @throws IllegalArgumentException if no cycle applies to that date
   */
  public int days(LocalDate tradeDate) {
    for (int i = cycles.size() - 1; i >= 0; i--) {
      if (!tradeDate.isBefore(cycles.get(i).firstTradeDate())) {
        return cycles.get(i).days();
      }
    }
    throw new IllegalArgumentException(
        "trade date must be at least " + cycles.get(0).firstTradeDate() + ", was " + tradeDate);
  }

  /**
   * Returns the date a trade settles.
   *
   * @param tradeDate a session of the calendar
   * @throws IllegalArgumentException if that is no session, no cycle applies to it, or the calendar
   *     ends before the settlement
   */
  public LocalDate settles(LocalDate tradeDate) {
    if (!calendar.isSession(tradeDate)) {
      throw new IllegalArgumentException(
          "trade date must be a session of " + calendar + ", was " + tradeDate);
    }
    return calendar.addSessions(tradeDate, days(tradeDate));
  }
}
