package io.quantkit.features.microstructure;

import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.util.Locale;

/**
 * Bars of one length and the sessions that they belong to, as features of the trading day need
 * them.
 *
 * <p>A bar belongs to the session after whose open and at or before whose close it became known.
 * Bars of extended hours belong to none: features of sessions are {@code NaN} at them and pass over
 * them. A feature that starts, or starts again after a gap, in the middle of a session has not seen
 * its open; what needs the whole session is then {@code NaN} until the next one. That is decided by
 * the length of a bar: the first bar must begin at the open or before.
 *
 * <p>Warm-ups count the bars of a regular session and are exact for series that begin with the open
 * of a session and miss no bar.
 *
 * @param calendar tells the sessions
 * @param timeframe the length of a bar, at most a day
 */
public record SessionBars(TradingCalendar calendar, Timeframe timeframe) {

  /**
   * Creates it.
   *
   * @throws IllegalArgumentException if a bar is longer than a day
   */
  public SessionBars {
    if (!timeframe.intraday() && !timeframe.equals(Timeframe.DAY_1)) {
      throw new IllegalArgumentException("timeframe must be at most a day, was " + timeframe);
    }
  }

  /** Returns how many bars a regular session has, as it is today. */
  public int perSession() {
    if (!timeframe.intraday()) {
      return 1;
    }
    Session session = calendar.previousSession(calendar.lastDate());
    while (session.earlyClose()) {
      session = calendar.previousSession(session.date());
    }
    return timeframe.starts(session, calendar).length;
  }

  /** Returns how this is written in a feature's name: {@code xnys-5m}. */
  String label() {
    return Check.text(calendar) + "-" + timeframe.toString().toLowerCase(Locale.ROOT);
  }

  /** Returns when a bar began, if it is not the first of a session that it reaches back behind. */
  long startOf(long knownAt, long open) {
    return timeframe.intraday() ? knownAt - timeframe.nanos() : open;
  }
}
