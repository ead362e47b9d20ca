package io.quantkit.features.microstructure;

import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.FeatureKernel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a bar's session tells by its date: computed once per session. */
final class CalendarKernel implements FeatureKernel {

  /** Describes a session by numbers. */
  @FunctionalInterface
  interface Description {
    void describe(TradingCalendar calendar, Session session, double[] out);
  }

  private final TradingCalendar calendar;
  private final Description description;
  private final double[] out;
  private final double[] told;
  private @Nullable Session session;

  CalendarKernel(TradingCalendar calendar, int outputs, Description description) {
    this.calendar = calendar;
    this.description = description;
    out = new double[outputs];
    told = new double[outputs];
    Arrays.fill(out, Double.NaN);
  }

  @Override
  public void update(
      long knownAt, double open, double high, double low, double close, double volume) {
    if (!Double.isFinite(close)) {
      Arrays.fill(out, Double.NaN);
      return;
    }
    Session now = calendar.sessionAtOrAfter(knownAt - 1);
    if (!now.equals(session)) {
      session = now;
      description.describe(calendar, now, told);
    }
    System.arraycopy(told, 0, out, 0, out.length);
  }

  @Override
  public double value(int output) {
    return out[output];
  }

  @Override
  public FeatureKernel copy() {
    CalendarKernel copy = new CalendarKernel(calendar, out.length, description);
    System.arraycopy(out, 0, copy.out, 0, out.length);
    System.arraycopy(told, 0, copy.told, 0, told.length);
    copy.session = session;
    return copy;
  }

  /** Returns the month of a session, counted from year 0. */
  static int month(Session session) {
    return session.date().getYear() * 12 + session.date().getMonthValue() - 1;
  }
}
