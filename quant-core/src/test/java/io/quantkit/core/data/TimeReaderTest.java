package io.quantkit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.time.EpochNanos;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeReaderTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final List<TimeFormat> FORMATS =
      List.of(
          TimeFormat.ISO_INSTANT,
          TimeFormat.local(NEW_YORK),
          TimeFormat.local(ZoneId.of("Asia/Kolkata")),
          TimeFormat.epoch(TimeUnit.MILLISECONDS));

  private static String read(TimeReader reader, String text) {
    byte[] bytes = (text + ",".repeat(16)).getBytes(StandardCharsets.UTF_8);
    try {
      return "" + reader.instant(bytes, 0, text.getBytes(StandardCharsets.UTF_8).length);
    } catch (RowFault fault) {
      return fault.rule() + " " + fault.getMessage();
    }
  }

  private static String slowly(TimeFormat format, String text) {
    try {
      return "" + format.instant(text.strip());
    } catch (RowFault fault) {
      return fault.rule() + " " + fault.getMessage();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2020-04-17T13:30:00Z, 2020-04-17T13:30:00Z",
    "2020-04-17T13:30Z, 2020-04-17T13:30:00Z",
    "2020-04-17 09:30:00-04:00, 2020-04-17T13:30:00Z",
    "2020-04-17T13:30:00.123456789Z, 2020-04-17T13:30:00.123456789Z",
    "2020-04-17T19:00:00.5+05:30, 2020-04-17T13:30:00.500Z",
    "1900-01-01T00:00:00Z, 1900-01-01T00:00:00Z",
    "2199-12-31T23:59:59Z, 2199-12-31T23:59:59Z"
  })
  void readsMoments(String text, String instant) {
    assertThat(read(new TimeReader(TimeFormat.ISO_INSTANT), text))
        .isEqualTo("" + EpochNanos.parse(instant));
  }

  @Property(tries = 40)
  void whatIsReadAtSightIsWhatTheJdkReads(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (TimeFormat format : FORMATS) {
      TimeReader reader = new TimeReader(format);
      for (int i = 0; i < 200; i++) {
        String text = time(random);
        assertThat(read(reader, text)).as(text).isEqualTo(slowly(format, text));
      }
    }
  }

  private static String time(SplittableRandom random) {
    if (random.nextInt(5) == 0) {
      return "" + (random.nextLong() >> random.nextInt(64));
    }
    StringBuilder text = new StringBuilder();
    LocalDate date = LocalDate.ofEpochDay(random.nextInt(40_000) - 5_000);
    LocalDate change = LocalDate.of(2020, random.nextBoolean() ? 3 : 11, 1 + random.nextInt(9));
    text.append(random.nextBoolean() ? date : change);
    text.append(random.nextBoolean() ? 'T' : ' ');
    text.append("%02d:%02d".formatted(random.nextInt(25), random.nextInt(61)));
    if (random.nextBoolean()) {
      text.append(":%02d".formatted(random.nextInt(61)));
      if (random.nextBoolean()) {
        text.append('.').append(random.nextInt(1_000_000));
      }
    }
    text.append(new String[] {"", "Z", "+05:30", "-04:00", "+18:00", " ", "+5"}[random.nextInt(7)]);
    if (random.nextInt(4) == 0) {
      text.setCharAt(
          random.nextInt(text.length()), "0123456789-:TZ x+.é".charAt(random.nextInt(19)));
    }
    return text.toString();
  }

  @Property(tries = 10)
  void datesAreThoseOfTheJdk(@ForAll long seed) throws RowFault {
    SplittableRandom random = new SplittableRandom(seed);
    TimeReader reader = new TimeReader(TimeFormat.ISO_DATE);
    for (int i = 0; i < 1_000; i++) {
      String text =
          "%d-%02d-%02d"
              .formatted(1900 + random.nextInt(300), 1 + random.nextInt(13), random.nextInt(33));
      byte[] bytes = (text + ",".repeat(16)).getBytes(StandardCharsets.UTF_8);
      long expected;
      try {
        expected = LocalDate.parse(text).toEpochDay();
      } catch (java.time.DateTimeException none) {
        assertThatThrownBy(() -> reader.epochDay(bytes, 0, 10)).isInstanceOf(RowFault.class);
        continue;
      }
      assertThat(reader.epochDay(bytes, 0, 10)).isEqualTo((int) expected);
    }
  }

  @Test
  void patternsReadLocalTimesAndDates() throws RowFault {
    assertThat(TimeFormat.local("dd/MM/yyyy HH:mm", NEW_YORK).instant("17/04/2020 09:30"))
        .isEqualTo(EpochNanos.parse("2020-04-17T13:30:00Z"));
    assertThat(TimeFormat.date("d MMM yyyy").epochDay("17 Apr 2020"))
        .isEqualTo((int) LocalDate.of(2020, 4, 17).toEpochDay());
    assertThat(TimeFormat.date("yyyyMMdd").epochDay("20200417"))
        .isEqualTo((int) LocalDate.of(2020, 4, 17).toEpochDay());
    assertThatThrownBy(() -> TimeFormat.date("yyyyMMdd").epochDay("20200431"))
        .hasMessageContaining("20200417");
    assertThatThrownBy(() -> TimeFormat.date("yyyy-MM-dd HH:mm:ssxxx").epochDay("2020-04-17"))
        .hasMessage("time must be written such as 2020-04-17 09:30:00+00:00");
    assertThatThrownBy(() -> TimeFormat.local("yyyy-MM-dd", NEW_YORK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must tell all of");
    assertThatThrownBy(() -> TimeFormat.date("no pattern"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "MILLISECONDS, 1587130200, SECONDS",
    "MICROSECONDS, 1587130200000, MILLISECONDS",
    "MICROSECONDS, 1587130200, SECONDS",
    "NANOSECONDS, 1587130200000000, MICROSECONDS",
    "SECONDS, 1587130200000, MILLISECONDS",
    "MILLISECONDS, 1587130200000000000, NANOSECONDS"
  })
  void anEpochInTheWrongUnitIsNamedWithTheRightOne(TimeUnit declared, String text, String right) {
    assertThat(read(new TimeReader(TimeFormat.epoch(declared)), text))
        .startsWith("TIME_RANGE")
        .contains("is the unit really " + declared)
        .contains("In " + right + " it would be 2020-04-17T13:30:00Z");
  }
}
