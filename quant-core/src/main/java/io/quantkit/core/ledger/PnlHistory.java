package io.quantkit.core.ledger;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The profit and loss of days, weeks and months: what {@link Ledger#pnl()} was at the end of a day
 * less what it was at the end of the day before. The periods of one history sum to the whole,
 * exactly. Belongs to one thread.
 */
public final class PnlHistory {
  private final List<LocalDate> dates = new ArrayList<>();
  private final List<Pnl> totals = new ArrayList<>();

  /** Creates a history without days. */
  public PnlHistory() {}

  /**
   * The profit and loss of one period.
   *
   * @param first the first day recorded in it
   * @param last the last day recorded in it
   * @param pnl what came in between
   */
  public record Period(LocalDate first, LocalDate last, Pnl pnl) {}

  /**
   * Records the state at the end of a day. The last one recorded for a day counts.
   *
   * @param date not before one recorded earlier
   * @param total profit and loss since the books were opened
   */
  public void record(LocalDate date, Pnl total) {
    int last = dates.size() - 1;
    if (last >= 0 && date.isBefore(dates.get(last))) {
      throw new IllegalArgumentException(
          "date must not be before " + dates.get(last) + ", was " + date);
    }
    if (last >= 0 && date.equals(dates.get(last))) {
      totals.set(last, total);
    } else {
      dates.add(date);
      totals.add(total);
    }
  }

  /** Returns one period per day recorded. */
  public List<Period> daily() {
    return periods(UnaryOperator.identity());
  }

  /** Returns one period per week, Monday to Sunday, of which a day was recorded. */
  public List<Period> weekly() {
    return periods(date -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** Returns one period per month of which a day was recorded. */
  public List<Period> monthly() {
    return periods(date -> date.withDayOfMonth(1));
  }

  private List<Period> periods(UnaryOperator<LocalDate> start) {
    List<Period> periods = new ArrayList<>();
    Pnl before = Pnl.NONE;
    int first = 0;
    for (int i = 0; i < dates.size(); i++) {
      boolean ends =
          i + 1 == dates.size() || !start.apply(dates.get(i)).equals(start.apply(dates.get(i + 1)));
      if (ends) {
        Pnl total = totals.get(i);
        periods.add(new Period(dates.get(first), dates.get(i), total.since(before)));
        before = total;
        first = i + 1;
      }
    }
    return Collections.unmodifiableList(periods);
  }
}
