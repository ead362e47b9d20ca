package io.quantkit.backtest.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The returns of one calendar year, month by month.
 *
 * <p>A month's return is its last equity over the last equity before it, less one; the first month
 * starts from the first equity. A month without equity of its own, and the month of the very first
 * equity if there is no other in it, have {@code NaN}. Equity known at midnight belongs to the
 * month that ends there.
 */
final class CalendarYear {
  private final int year;
  private final double[] months = new double[12];
  private double total = Double.NaN;
  private double benchmark = Double.NaN;

  private CalendarYear(int year) {
    this.year = year;
    Arrays.fill(months, Double.NaN);
  }

  /** Returns the years of a tear sheet, oldest first, compared with its first benchmark. */
  static List<CalendarYear> of(TearSheet sheet) {
    List<CalendarYear> years = new ArrayList<>();
    double[] other = sheet.benchmarks().isEmpty() ? null : sheet.benchmarks().get(0).raw();
    double[] equity = sheet.strategy().raw();
    int n = sheet.size();
    int[] monthOf = new int[n];
    for (int t = 0; t < n; t++) {
      LocalDate day = TimeAxis.dayEndingAt(sheet.time(t));
      monthOf[t] = day.getYear() * 12 + day.getMonthValue() - 1;
    }
    for (int year = monthOf[0] / 12; year <= monthOf[n - 1] / 12; year++) {
      CalendarYear row = new CalendarYear(year);
      for (int month = 0; month < 12; month++) {
        int index = year * 12 + month;
        row.months[month] = change(equity, monthOf, index, index + 1);
      }
      row.total = change(equity, monthOf, year * 12, year * 12 + 12);
      row.benchmark =
          other == null ? Double.NaN : change(other, monthOf, year * 12, year * 12 + 12);
      years.add(row);
    }
    return years;
  }

  /** Returns the return over the months {@code from <= month < to}. */
  private static double change(double[] equity, int[] monthOf, int from, int to) {
    int base = -1;
    int last = -1;
    int first = -1;
    int begin = lowerBound(monthOf, from);
    int end = lowerBound(monthOf, to);
    for (int t = begin - 1; t >= 0 && base < 0; t--) {
      base = Double.isFinite(equity[t]) ? t : -1;
    }
    for (int t = begin; t < end; t++) {
      if (Double.isFinite(equity[t])) {
        first = first < 0 ? t : first;
        last = t;
      }
    }
    int start = base >= 0 ? base : first;
    return last < 0 || last == start ? Double.NaN : equity[last] / equity[start] - 1;
  }

  private static int lowerBound(int[] sorted, int value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  int year() {
    return year;
  }

  /** Returns the return of a month, counted from 0, {@code NaN} if there is none. */
  double month(int index) {
    return months[index];
  }

  /** Returns the return of the year as far as there is equity. */
  double total() {
    return total;
  }

  /** Returns the first benchmark's return of the year, {@code NaN} if there is none. */
  double benchmark() {
    return benchmark;
  }

  double[] rawMonths() {
    return months;
  }
}
