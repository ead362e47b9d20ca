package io.quantkit.features.microstructure;

import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.Arrays;
import java.util.List;

/**
 * How far the monthly expiry of options is: the third Friday of the month or, if that is no
 * session, the session before it.
 *
 * <p>Outputs, in order: how many sessions are still to come until the next expiry, 0 on its day;
 * whether this is its day, 1 or 0; whether it lies in the same week, from Monday to Sunday; whether
 * it is that of a quarter's last month, when index futures expire too. {@code NaN} where the
 * calendar ends before.
 *
 * <p>Of the session in which the bar became known; of bars outside sessions, of the next one. By
 * the calendar alone, whose sessions are known in advance as far as they are decreed. {@code NaN}
 * at a bar without a close.
 *
 * @param calendar tells the sessions
 */
public record OptionsExpiry(TradingCalendar calendar) implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        Check.name("options-expiry", Check.text(calendar), "sessions"),
        Check.name("options-expiry", Check.text(calendar), "day"),
        Check.name("options-expiry", Check.text(calendar), "week"),
        Check.name("options-expiry", Check.text(calendar), "quarterly"));
  }

  @Override
  public int warmup(int output) {
    return 0;
  }

  @Override
  public int settle(double eps) {
    return 0;
  }

  @Override
  public FeatureKernel start() {
    return new CalendarKernel(calendar, 4, OptionsExpiry::describe);
  }

  private static void describe(TradingCalendar calendar, Session session, double[] out) {
    int ahead = 0;
    Session at = session;
    while (!expires(calendar, at)) {
      if (!at.date().isBefore(calendar.lastDate())) {
        Arrays.fill(out, Double.NaN);
        return;
      }
      at = calendar.nextSession(at.date());
      ahead++;
    }
    long monday = session.date().toEpochDay() - session.date().getDayOfWeek().getValue() + 1;
    out[0] = ahead;
    out[1] = ahead == 0 ? 1 : 0;
    out[2] = at.date().toEpochDay() < monday + 7 ? 1 : 0;
    out[3] = at.date().getMonthValue() % 3 == 0 ? 1 : 0;
  }

  /** Returns whether it is the last session of its month that is not after the third Friday. */
  private static boolean expires(TradingCalendar calendar, Session session) {
    int third = thirdFriday(session);
    if (session.date().getDayOfMonth() > third) {
      return false;
    }
    if (!session.date().isBefore(calendar.lastDate())) {
      return session.date().getDayOfMonth() == third;
    }
    Session next = calendar.nextSession(session.date());
    return CalendarKernel.month(next) != CalendarKernel.month(session)
        || next.date().getDayOfMonth() > third;
  }

  /** Returns the day of the month of the third Friday. */
  private static int thirdFriday(Session session) {
    int day = session.date().getDayOfMonth();
    int weekdayOfFirst = Math.floorMod(session.date().getDayOfWeek().getValue() - day, 7) + 1;
    return 15 + Math.floorMod(5 - weekdayOfFirst, 7);
  }
}
