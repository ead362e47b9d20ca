package io.quantkit.features.microstructure;

import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * Where in its month and its quarter a bar's session stands.
 *
 * <p>Outputs, in order: how many sessions of the month came before it; how many are still to come,
 * 0 on the last one; whether it is the last one of the month, 1 or 0; how many of the quarter are
 * still to come; whether it is the last one of the quarter.
 *
 * <p>Of the session in which the bar became known; of bars outside sessions, of the next one. By
 * the calendar alone, whose sessions are known in advance as far as they are decreed. {@code NaN}
 * at a bar without a close. A month in which the calendar ends is taken to end there.
 *
 * @param calendar tells the sessions
 */
public record PeriodEnd(TradingCalendar calendar) implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        Check.name("month", Check.text(calendar), "past"),
        Check.name("month", Check.text(calendar), "left"),
        Check.name("month", Check.text(calendar), "end"),
        Check.name("quarter", Check.text(calendar), "left"),
        Check.name("quarter", Check.text(calendar), "end"));
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
    return new CalendarKernel(calendar, 5, PeriodEnd::describe);
  }

  private static void describe(TradingCalendar calendar, Session session, double[] out) {
    int month = CalendarKernel.month(session);
    int before = 0;
    Session earlier = session;
    while (earlier.date().isAfter(calendar.firstDate())
        && before < 31
        && CalendarKernel.month(earlier) == month) {
      earlier = calendar.previousSession(earlier.date());
      before += CalendarKernel.month(earlier) == month ? 1 : 0;
    }
    int left = 0;
    int quarterLeft = 0;
    Session later = session;
    while (later.date().isBefore(calendar.lastDate())) {
      later = calendar.nextSession(later.date());
      if (CalendarKernel.month(later) / 3 != month / 3) {
        break;
      }
      quarterLeft++;
      left += CalendarKernel.month(later) == month ? 1 : 0;
    }
    out[0] = before;
    out[1] = left;
    out[2] = left == 0 ? 1 : 0;
    out[3] = quarterLeft;
    out[4] = quarterLeft == 0 ? 1 : 0;
  }
}
