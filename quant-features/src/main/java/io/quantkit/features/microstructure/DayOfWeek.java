package io.quantkit.features.microstructure;

import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * The day of the week of a bar's session, from 1 for Monday to 7 for Sunday.
 *
 * <p>Of the session in which the bar became known; of bars outside sessions, of the next one. By
 * the calendar alone, whose sessions are known in advance as far as they are decreed. {@code NaN}
 * at a bar without a close.
 *
 * @param calendar tells the sessions
 */
public record DayOfWeek(TradingCalendar calendar) implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(Check.name("day-of-week", Check.text(calendar), "raw"));
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
    return new CalendarKernel(calendar, 1, DayOfWeek::describe);
  }

  private static void describe(TradingCalendar calendar, Session session, double[] out) {
    out[0] = session.date().getDayOfWeek().getValue();
  }
}
