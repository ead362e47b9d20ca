package io.quantkit.core.aggregate;

import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.Duration;
import java.util.Objects;

/**
 * Bars of equal time: what was traded in each period of a timeframe.
 *
 * <p>Periods are those of {@link Timeframe}: counted from the open, never across the close, so that
 * an early close or a late open makes a bar {@link BarFlag#SHORT}; days are sessions, weeks and
 * months hold the sessions of the calendar. A bar is stamped with the start of its period and known
 * when the period ends or, if that is later, when the last of its trades is known.
 *
 * <p>A bar is complete when the aggregator's time reaches the end of its period: the latest event
 * time of a trade, or the time it was told. Trades whose period has ended by then are late, whether
 * or not there was a bar. Within the open period any order of arrival gives the same prices, except
 * that of trades of one instant.
 *
 * <p>A bar as input belongs to the period that holds its start; a bar of days or more that is
 * stamped with midnight, to that of its first session. It must not be longer than the period:
 * nothing can tell how it is to be divided. It is late like a trade at its start. Hours that a
 * source counts by the clock, from 09:00 where the session opens at 09:30, begin outside the
 * session: merge them ({@link ExtendedHours#MERGE}), or the first of each day is dropped.
 *
 * @param timeframe the length of a period
 * @param calendar the sessions
 * @param late what becomes of trades that come after their bar is complete
 * @param extendedHours what becomes of trades outside the session
 * @param auctionNanos how long after the close trades still belong to the session's last bar, in
 *     nanoseconds
 * @param flat whether periods of the session without a trade have a bar, flagged {@link
 *     BarFlag#FLAT}; not before the first trade
 */
public record TimeBars(
    Timeframe timeframe,
    TradingCalendar calendar,
    LateTrades late,
    ExtendedHours extendedHours,
    long auctionNanos,
    boolean flat)
    implements BarRule {

  /**
   * Creates a rule.
   *
   * @throws IllegalArgumentException if {@code auctionNanos} is not within 0 and an hour, or trades
   *     outside the session are to make bars of their own and the timeframe is not intraday, or
   *     flat bars are asked for while late trades restate bars: each flat bar after a corrected one
   *     would be wrong
   */
  public TimeBars {
    Objects.requireNonNull(timeframe, "timeframe");
    Objects.requireNonNull(calendar, "calendar");
    Objects.requireNonNull(late, "late");
    if (extendedHours == ExtendedHours.OWN_BARS && !timeframe.intraday()) {
      throw new IllegalArgumentException(
          "timeframe must be intraday for trades outside the session to have bars of their own, was "
              + timeframe);
    }
    if (auctionNanos < 0 || auctionNanos > Timeframe.HOUR_1.nanos()) {
      throw new IllegalArgumentException(
          "auctionNanos must be within 0 and an hour, was " + auctionNanos);
    }
    if (flat && late.action() == LateTrades.Action.RESTATE) {
      throw new IllegalArgumentException(
          "late must not restate bars while empty periods have flat ones, was " + late);
    }
  }

  /**
   * Returns the bars of the sessions alone: trades outside them and late ones are counted and
   * dropped, and a period without a trade has no bar.
   */
  public static TimeBars of(Timeframe timeframe, TradingCalendar calendar) {
    return new TimeBars(timeframe, calendar, LateTrades.DROP, ExtendedHours.DROP, 0, false);
  }

  /** Returns this with another policy for trades that come after their bar is complete. */
  public TimeBars late(LateTrades policy) {
    return new TimeBars(timeframe, calendar, policy, extendedHours, auctionNanos, flat);
  }

  /** Returns this with another policy for trades outside the session. */
  public TimeBars extendedHours(ExtendedHours policy) {
    return new TimeBars(timeframe, calendar, late, policy, auctionNanos, flat);
  }

  /**
   * Returns this with time for the closing auction: trades up to so long after the close still
   * belong to the session's last bar, which is complete, and known, that much later.
   *
   * <p>Exchanges publish the auction's trade seconds after the close. Without this it is a trade
   * outside the session, and the close of the day is not the official one.
   *
   * @param length at most an hour
   */
  public TimeBars closingAuction(Duration length) {
    return new TimeBars(timeframe, calendar, late, extendedHours, length.toNanos(), flat);
  }

  /** Returns this with a flat bar for each period of the session without a trade. */
  public TimeBars withFlatBars() {
    return new TimeBars(timeframe, calendar, late, extendedHours, auctionNanos, true);
  }

  /**
   * Returns the bars of this rule's timeframe that the bars of a shorter one make.
   *
   * <p>The last bar is there if its period is over when the last bar of the series is known. A
   * first bar whose period began before the series did is left out, unless the series begins with
   * the first session of the period.
   */
  public BarSeries over(BarSeries series) {
    BarSeries.Builder builder = BarSeries.builder(series.symbol(), timeframe);
    if (series.isEmpty()) {
      return builder.build();
    }
    BarAggregator aggregator =
        start(
            (bar, flags) -> {
              if (!flags.contains(BarFlag.INCOMPLETE)) {
                builder.add(bar);
              }
            });
    for (int i = 0; i < series.size(); i++) {
      aggregator.add(series.bar(i));
    }
    aggregator.advanceTo(series.knownAt(series.size() - 1));
    return builder.build();
  }
}
