package io.quantkit.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CalendarYearTest {

  @Test
  void midnightClosesTheMonthBefore() {
    long[] times = {Sheets.nanos(2020, 1, 1), Sheets.nanos(2020, 2, 1), Sheets.nanos(2020, 3, 1)};

    List<CalendarYear> years = years(times, 100, 110, 99);

    assertThat(years).extracting(CalendarYear::year).containsExactly(2019, 2020);
    assertThat(years.get(0).total()).isNaN();
    assertThat(years.get(1).month(0)).isCloseTo(0.1, within(1e-12));
    assertThat(years.get(1).month(1)).isCloseTo(-0.1, within(1e-12));
    assertThat(years.get(1).month(2)).isNaN();
    assertThat(years.get(1).total()).isCloseTo(-0.01, within(1e-12));
  }

  @Test
  void firstMonthStartsFromTheFirstEquity() {
    long[] times = {Sheets.nanos(2020, 1, 10), Sheets.nanos(2020, 1, 20)};

    assertThat(years(times, 100, 120).get(0).month(0)).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void missingEquityIsSkipped() {
    long[] times = {
      Sheets.nanos(2020, 1, 10), Sheets.nanos(2020, 2, 10), Sheets.nanos(2020, 3, 10)
    };

    CalendarYear year = years(times, 100, Double.NaN, 130).get(0);

    assertThat(year.month(1)).isNaN();
    assertThat(year.month(2)).isCloseTo(0.3, within(1e-12));
  }

  @Property(tries = 100)
  void monthsCompoundToTheirYear(@ForAll @IntRange(min = 2, max = 100) int count) {
    List<CalendarYear> years =
        CalendarYear.of(
            TearSheet.builder("T", Sheets.months(count), 12, Sheets.walk(count, count)).build());

    for (CalendarYear year : years) {
      double growth = 1;
      for (double month : year.rawMonths()) {
        growth *= Double.isNaN(month) ? 1 : 1 + month;
      }
      assertThat(growth - 1).isCloseTo(Double.isNaN(year.total()) ? 0 : year.total(), within(1e-9));
    }
  }

  private static List<CalendarYear> years(long[] times, double... equity) {
    return CalendarYear.of(TearSheet.builder("T", times, 12, equity).build());
  }
}
