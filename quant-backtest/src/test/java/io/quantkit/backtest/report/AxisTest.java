package io.quantkit.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class AxisTest {

  @Test
  void ticksAreRoundNumbers() {
    assertThat(labels(Axis.linear(-0.547, 0, 4, Axis.PERCENT)))
        .containsExactly("\u221260%", "\u221240%", "\u221220%", "0%");
    assertThat(labels(Axis.linear(0, 10_770_062, 5, Axis.MONEY)))
        .containsExactly("0", "2.5M", "5M", "7.5M", "10M", "12.5M");
    assertThat(labels(Axis.linear(0.42, 2.3, 6, Axis.MULTIPLE)))
        .containsExactly(
            "0.0\u00d7", "0.5\u00d7", "1.0\u00d7", "1.5\u00d7", "2.0\u00d7", "2.5\u00d7");
  }

  @Test
  void logarithmicTicksAreOneTwoFiveOrDecades() {
    assertThat(labels(Axis.logarithmic(0.9, 12, 8, Axis.MULTIPLE)))
        .containsExactly("1\u00d7", "2\u00d7", "5\u00d7", "10\u00d7");
    assertThat(labels(Axis.logarithmic(0.9, 1200, 8, Axis.MULTIPLE)))
        .containsExactly("1\u00d7", "10\u00d7", "100\u00d7", "1,000\u00d7");
    assertThat(labels(Axis.logarithmic(0.9, 1.4, 4, Axis.MULTIPLE)))
        .containsExactly("1.0\u00d7", "1.2\u00d7", "1.4\u00d7");
  }

  @Property(tries = 1000)
  void linearAxesReachAroundTheirRange(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) @Scale(7) double a,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) @Scale(7) double b,
      @ForAll @IntRange(min = 2, max = 10) int most) {
    double low = Math.min(a, b);
    double high = Math.max(a, b);
    Assume.that(high - low > 1e-6);

    Axis axis = Axis.linear(low, high, most, Axis.PLAIN);

    double slack = 1e-6 * (high - low);
    assertThat(axis.low()).isLessThanOrEqualTo(low + slack);
    assertThat(axis.high()).isGreaterThanOrEqualTo(high - slack);
    assertThat(axis.ticks()).hasSizeBetween(2, most + 2);
    assertThat(axis.position(axis.low())).isZero();
    assertThat(axis.position(axis.high())).isEqualTo(1);
    assertThat(labels(axis)).doesNotHaveDuplicates();
  }

  @Property(tries = 1000)
  void logarithmicAxesHaveTicksInsideTheirRange(
      @ForAll @DoubleRange(min = 1e-3, max = 1e3) @Scale(6) double low,
      @ForAll @DoubleRange(min = 1.0001, max = 1e8) @Scale(4) double ratio) {
    Axis axis = Axis.logarithmic(low, low * ratio, 8, Axis.MULTIPLE);

    assertThat(axis.ticks()).hasSizeBetween(1, 10);
    assertThat(labels(axis)).doesNotHaveDuplicates();
    assertThat(axis.ticks()).allMatch(t -> t.value() >= axis.low() && t.value() <= axis.high());
    assertThat(axis.position(Math.sqrt(axis.low() * axis.high()))).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void timesGetTheUnitThatFits() {
    assertThat(time(Sheets.nanos(1990, 2, 1), Sheets.nanos(2022, 7, 1), 8))
        .containsExactly("1995", "2000", "2005", "2010", "2015", "2020");
    assertThat(time(Sheets.nanos(2013, 5, 13), Sheets.nanos(2014, 5, 13), 6))
        .containsExactly("Jul 2013", "Oct", "2014", "Apr");
    assertThat(time(Sheets.nanos(2013, 5, 13), Sheets.nanos(2013, 5, 17), 6))
        .containsExactly("13 May", "14 May", "15 May", "16 May", "17 May");
    assertThat(time(Sheets.nanos(2013, 5, 13), Sheets.nanos(2013, 5, 14), 5))
        .containsExactly("13 May", "06:00", "12:00", "18:00", "14 May");
  }

  @Test
  void equityKnownAtMidnightBelongsToTheDayThatEnds() {
    assertThat(TimeAxis.dayEndingAt(Sheets.nanos(2020, 2, 1))).hasToString("2020-01-31");
    assertThat(TimeAxis.dayEndingAt(Sheets.nanos(2020, 2, 1) + 1)).hasToString("2020-02-01");
  }

  private static List<String> time(long first, long last, int most) {
    return labels(TimeAxis.over(first, last, most));
  }

  private static List<String> labels(Axis axis) {
    return axis.ticks().stream().map(Tick::label).toList();
  }
}
