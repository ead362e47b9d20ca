package io.quantkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCalendarTest {

  private static final TradingCalendar XNYS = TradingCalendar.xnys();
  private static final TradingCalendar ALWAYS = TradingCalendar.alwaysOpen();
  private static final int KNOWN = 16801; // days from 1990-01-01 to 2035-12-31

  @Test
  void describesItself() {
    assertThat(XNYS).hasToString("XNYS").isSameAs(TradingCalendar.xnys());
    assertThat(XNYS.code()).isEqualTo("XNYS");
    assertThat(XNYS.zone().getId()).isEqualTo("America/New_York");
    assertThat(XNYS.firstDate()).isEqualTo("1990-01-01");
    assertThat(XNYS.lastDate()).isEqualTo("2035-12-31");
    assertThat(ALWAYS.code()).isEqualTo("24/7");
    assertThat(ALWAYS.zone()).isEqualTo(ZoneOffset.UTC);
    assertThat(ALWAYS.firstDate()).isEqualTo("1970-01-01");
    assertThat(ALWAYS.lastDate()).isEqualTo("2099-12-31");
  }

  @Test
  void tellsTheHoursOfASession() {
    Session session = XNYS.session(LocalDate.of(2024, 7, 3)).orElseThrow();

    assertThat(session.openInstant()).isEqualTo("2024-07-03T13:30:00Z");
    assertThat(session.closeInstant()).isEqualTo("2024-07-03T17:00:00Z");
    assertThat(session.earlyClose()).isTrue();
    assertThat(session.nanos()).isEqualTo(12_600_000_000_000L);
    assertThat(session.contains(session.open())).isTrue();
    assertThat(session.contains(session.close())).isFalse();
    assertThat(XNYS.session(LocalDate.of(2024, 7, 4))).isEmpty();
  }

  @Test
  void movesWithTheClockChangesOfNewYork() {
    assertThat(XNYS.session(LocalDate.of(2024, 3, 8)).orElseThrow().openInstant())
        .isEqualTo("2024-03-08T14:30:00Z");
    assertThat(XNYS.session(LocalDate.of(2024, 3, 11)).orElseThrow().openInstant())
        .isEqualTo("2024-03-11T13:30:00Z");
    assertThat(XNYS.session(LocalDate.of(2024, 11, 4)).orElseThrow().openInstant())
        .isEqualTo("2024-11-04T14:30:00Z");
  }

  @Test
  void isOpenFromOpenUntilJustBeforeClose() {
    long open = EpochNanos.parse("2024-07-02T13:30:00Z");
    long close = EpochNanos.parse("2024-07-02T20:00:00Z");

    assertThat(XNYS.isOpen(open - 1)).isFalse();
    assertThat(XNYS.isOpen(open)).isTrue();
    assertThat(XNYS.isOpen(close - 1)).isTrue();
    assertThat(XNYS.isOpen(close)).isFalse();
    assertThat(XNYS.sessionAtOrAfter(close - 1).date()).isEqualTo("2024-07-02");
    assertThat(XNYS.sessionAtOrAfter(close).date()).isEqualTo("2024-07-03");
  }

  @Test
  void stepsOverHolidaysAndWeekends() {
    LocalDate friday = LocalDate.of(2024, 8, 30); // before Labor Day

    assertThat(XNYS.nextSession(friday).date()).isEqualTo("2024-09-03");
    assertThat(XNYS.previousSession(LocalDate.of(2024, 9, 3)).date()).isEqualTo(friday);
    assertThat(XNYS.nextSession(LocalDate.of(2024, 8, 31)).date()).isEqualTo("2024-09-03");
    assertThat(XNYS.addSessions(friday, 2)).isEqualTo("2024-09-04");
    assertThat(XNYS.addSessions(LocalDate.of(2024, 9, 1), 1)).isEqualTo("2024-09-03");
    assertThat(XNYS.addSessions(LocalDate.of(2024, 9, 1), -1)).isEqualTo(friday);
    assertThat(XNYS.addSessions(friday, 0)).isEqualTo(friday);
    assertThat(XNYS.sessions(friday, LocalDate.of(2024, 9, 4)))
        .extracting(Session::date)
        .containsExactly(friday, LocalDate.of(2024, 9, 3));
    assertThat(XNYS.sessions(friday, friday)).isEmpty();
  }

  @Test
  void keepsSessionsOrderedAndDisjoint() {
    for (TradingCalendar calendar : List.of(XNYS, ALWAYS)) {
      long end = Long.MIN_VALUE;
      for (Session session : calendar.sessions(calendar.firstDate(), dayAfterLast(calendar))) {
        assertThat(session.open()).isGreaterThanOrEqualTo(end);
        end = session.close();
      }
    }
  }

  @Property
  void nextAndPreviousAreInverse(@ForAll @IntRange(min = 10, max = KNOWN - 10) int day) {
    LocalDate date = XNYS.firstDate().plusDays(day);
    Session next = XNYS.nextSession(date);
    Session previous = XNYS.previousSession(date);

    assertThat(next.date()).isAfter(date);
    assertThat(previous.date()).isBefore(date);
    assertThat(XNYS.sessions(previous.date().plusDays(1), next.date()))
        .isEqualTo(XNYS.session(date).stream().toList());
    if (XNYS.isSession(date)) {
      assertThat(XNYS.previousSession(next.date()).date()).isEqualTo(date);
      assertThat(XNYS.nextSession(previous.date()).date()).isEqualTo(date);
    }
  }

  @Property(tries = 300)
  void addingSessionsIsSteppingOneByOne(
      @ForAll @IntRange(min = 200, max = KNOWN - 200) int day,
      @ForAll @IntRange(min = 1, max = 100) int count) {
    LocalDate date = XNYS.firstDate().plusDays(day);
    LocalDate forth = date;
    LocalDate back = date;
    for (int i = 0; i < count; i++) {
      forth = XNYS.nextSession(forth).date();
      back = XNYS.previousSession(back).date();
    }

    assertThat(XNYS.addSessions(date, count)).isEqualTo(forth);
    assertThat(XNYS.addSessions(date, -count)).isEqualTo(back);
    assertThat(XNYS.addSessions(forth, -count))
        .isEqualTo(XNYS.isSession(date) ? date : XNYS.previousSession(date).date());
  }

  /** Instants from 1990-01-03 to 2035-12-29. */
  @Property
  void answersAboutInstantsAgreeWithTheSessionsAround(
      @ForAll @LongRange(min = 631_324_800_000L, max = 2_082_499_200_000L) long millis) {
    long instant = millis * 1_000_000;
    LocalDate date =
        Instant.ofEpochMilli(millis).atZone(XNYS.zone()).toLocalDate(); // said another way
    boolean open = XNYS.session(date).map(session -> session.contains(instant)).orElse(false);
    Session following =
        XNYS
            .sessions(
                date,
                date.plusDays(8).isAfter(XNYS.lastDate()) ? dayAfterLast(XNYS) : date.plusDays(8))
            .stream()
            .filter(session -> instant < session.close())
            .findFirst()
            .orElseThrow();

    assertThat(XNYS.dateOf(instant)).isEqualTo(date);
    assertThat(XNYS.dayOf(instant)).isEqualTo((int) date.toEpochDay());
    assertThat(XNYS.isOpen(instant)).isEqualTo(open);
    assertThat(XNYS.sessionAtOrAfter(instant)).isEqualTo(following);
  }

  @Test
  void knowsTheDateAtEveryMidnightOfNewYork() {
    LocalDate end = dayAfterLast(XNYS);
    for (LocalDate date = XNYS.firstDate(); date.isBefore(end); date = date.plusDays(1)) {
      long midnight = EpochNanos.of(date.atStartOfDay(XNYS.zone()).toInstant());
      assertThat(XNYS.dayOf(midnight)).isEqualTo((int) date.toEpochDay());
      if (date.isAfter(XNYS.firstDate())) {
        assertThat(XNYS.dayOf(midnight - 1)).isEqualTo((int) date.toEpochDay() - 1);
      }
    }
  }

  @Test
  void neverClosesWhenAlwaysOpen() {
    Session saturday = ALWAYS.session(LocalDate.of(2024, 6, 1)).orElseThrow();

    assertThat(saturday.date().getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
    assertThat(saturday.openInstant()).isEqualTo("2024-06-01T00:00:00Z");
    assertThat(saturday.closeInstant()).isEqualTo("2024-06-02T00:00:00Z");
    assertThat(saturday.earlyClose()).isFalse();
    assertThat(ALWAYS.isOpen(saturday.close())).isTrue();
    assertThat(ALWAYS.sessionAtOrAfter(saturday.close()).date()).isEqualTo("2024-06-02");
  }

  @Test
  void annualisesWithTheMeanGregorianYear() {
    LocalDate from = LocalDate.of(2023, 1, 1);
    LocalDate to = LocalDate.of(2024, 1, 1);

    assertThat(XNYS.sessions(from, to)).hasSize(250);
    assertThat(XNYS.sessionsPerYear(from, to)).isEqualTo(250 / (Year.of(2023).length() / 365.2425));
    assertThat(XNYS.sessionsPerYear()).isCloseTo(251.67623489673235, within(1e-12));
    assertThat(ALWAYS.sessionsPerYear()).isEqualTo(365.2425);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XNYS.sessionsPerYear(from, from))
        .withMessage("range must not be empty, was at 2023-01-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1989-12-31", "2036-01-01", "-999999999-01-01", "+999999999-12-31"})
  void refusesDatesItDoesNotKnow(LocalDate date) {
    String message = "XNYS is known from 1990-01-01 to 2035-12-31, was asked for " + date;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> XNYS.isSession(date))
        .withMessage(message);
    assertThatIllegalArgumentException().isThrownBy(() -> XNYS.session(date)).withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XNYS.nextSession(date))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XNYS.addSessions(date, 1))
        .withMessage(message);
  }

  @Test
  void refusesInstantsItDoesNotKnow() {
    long first = EpochNanos.parse("1990-01-01T05:00:00Z");
    long end = EpochNanos.parse("2036-01-01T05:00:00Z");

    assertThat(XNYS.isOpen(first)).isFalse();
    assertThat(XNYS.isOpen(end - 1)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XNYS.isOpen(first - 1))
        .withMessageContaining("XNYS is known from 1990-01-01 to 2035-12-31")
        .withMessageContaining("1989-12-31");
    assertThatIllegalArgumentException().isThrownBy(() -> XNYS.isOpen(end));
    assertThatIllegalArgumentException().isThrownBy(() -> XNYS.isOpen(Long.MAX_VALUE));
    assertThatIllegalArgumentException().isThrownBy(() -> XNYS.isOpen(Long.MIN_VALUE));
    assertThatIllegalArgumentException().isThrownBy(() -> XNYS.sessionAtOrAfter(end - 1));
  }

  @Test
  void refusesToStepBeyondWhatItKnows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XNYS.previousSession(LocalDate.of(1990, 1, 2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XNYS.nextSession(LocalDate.of(2035, 12, 31)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XNYS.addSessions(LocalDate.of(2024, 1, 2), Integer.MAX_VALUE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XNYS.addSessions(LocalDate.of(2024, 1, 2), Integer.MIN_VALUE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XNYS.addSessions(LocalDate.of(2024, 1, 1), 0))
        .withMessage("date must be a session of XNYS, was 2024-01-01");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XNYS.sessions(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 1)));
  }

  private static LocalDate dayAfterLast(TradingCalendar calendar) {
    return calendar.lastDate().plusDays(1);
  }
}
