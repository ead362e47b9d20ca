package io.quantkit.core.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.concurrent.TimeUnit;

/**
 * Reads the times of one file from their bytes, without an object per time. What it does not
 * recognise at sight, and whatever is wrong, goes to {@link TimeFormat}, which has the last word.
 */
final class TimeReader {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int UNKNOWN = Integer.MIN_VALUE;
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY = 86_400 * SECOND;

  /** Marks a day on which the clocks change. */
  private static final long IRREGULAR = Long.MIN_VALUE;

  private final TimeFormat format;
  private final boolean iso;
  private final ZoneRules rules;
  private final DayTable offsets = new DayTable();
  private final long epochUnit;
  private final boolean zoned;

  private long lastYearAndMonth;
  private short lastDayOfMonth;
  private int lastDay = UNKNOWN;

  TimeReader(TimeFormat format) {
    this.format = format;
    this.iso = format.iso();
    this.rules = format.zone().getRules();
    this.zoned = format.kind() == TimeFormat.Kind.LOCAL;
    this.epochUnit =
        format.kind() == TimeFormat.Kind.EPOCH ? TimeUnit.NANOSECONDS.convert(1, format.unit()) : 0;
  }

  /** Returns the date that fills a range of bytes, as an epoch day. */
  int epochDay(byte[] text, int from, int to) throws RowFault {
    int day = iso && to - from == 10 ? date(text, from) : UNKNOWN;
    return day == UNKNOWN ? format.epochDay(text(text, from, to)) : day;
  }

  /** Returns the moment that fills a range of bytes, in epoch nanoseconds. */
  long instant(byte[] text, int from, int to) throws RowFault {
    if (epochUnit > 0) {
      return epoch(text, from, to);
    }
    if (iso && to - from >= 16) {
      int day = date(text, from);
      long time = day == UNKNOWN ? -1 : timeOfDay(text, from + 10, to, day);
      if (time != -1) {
        return time;
      }
    }
    return format.instant(text(text, from, to));
  }

  private static String text(byte[] text, int from, int to) {
    return new String(text, from, to - from, StandardCharsets.UTF_8).strip();
  }

  private long epoch(byte[] text, int from, int to) throws RowFault {
    long count = 0;
    int at = from;
    int digit;
    while (at < to && (digit = text[at] - '0') >= 0 && digit <= 9) {
      count = count * 10 + digit;
      at++;
    }
    boolean whole = at == to && at > from && to - from <= 18;
    return whole ? format.epochNanos(count) : format.instant(text(text, from, to));
  }

  /** Returns the epoch day of ten bytes such as {@code 2020-04-17}. */
  private int date(byte[] text, int from) {
    long yearAndMonth = (long) LONGS.get(text, from);
    short dayOfMonth = (short) SHORTS.get(text, from + 8);
    if (yearAndMonth == lastYearAndMonth && dayOfMonth == lastDayOfMonth && lastDay != UNKNOWN) {
      return lastDay;
    }
    int century = two(text, from);
    int years = two(text, from + 2);
    int month = two(text, from + 5);
    int day = two(text, from + 8);
    int year = century * 100 + years;
    boolean sound =
        (century | years | month | day) >= 0
            && text[from + 4] == '-'
            && text[from + 7] == '-'
            && year >= TimeFormat.FIRST_YEAR
            && year <= TimeFormat.LAST_YEAR
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= lengthOf(month, year);
    if (!sound) {
      return UNKNOWN;
    }
    lastYearAndMonth = yearAndMonth;
    lastDayOfMonth = dayOfMonth;
    lastDay = epochDay(year, month, day);
    return lastDay;
  }

  private static int lengthOf(int month, int year) {
    if (month == 2) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  /** Counts days from March, so that the leap day ends the year. */
  private static int epochDay(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int fromMarch = month <= 2 ? month + 9 : month - 3;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * fromMarch + 2) / 5 + day - 719_469;
  }

  /** Returns the moment of a time of day after its date, -1 if it is not understood. */
  private long timeOfDay(byte[] text, int from, int to, int day) {
    int hour = two(text, from + 1);
    int minute = two(text, from + 4);
    boolean sound =
        (text[from] == 'T' || text[from] == ' ')
            && text[from + 3] == ':'
            && hour >= 0
            && hour < 24
            && minute >= 0
            && minute < 60;
    if (!sound) {
      return -1;
    }
    int at = from + 6;
    long nanos = (hour * 60L + minute) * 60 * SECOND;
    if (at + 3 <= to && text[at] == ':') {
      int second = two(text, at + 1);
      if (second < 0 || second > 59) {
        return -1;
      }
      nanos += second * SECOND;
      at += 3;
      if (at < to && text[at] == '.') {
        int point = at++;
        long unit = SECOND;
        int digit;
        while (at < to && (digit = text[at] - '0') >= 0 && digit <= 9 && unit > 1) {
          unit /= 10;
          nanos += digit * unit;
          at++;
        }
        if (at == point + 1) {
          return -1;
        }
      }
    }
    long local = day * DAY + nanos;
    if (zoned) {
      long offset = at == to ? offset(day) : IRREGULAR;
      return offset == IRREGULAR ? -1 : local - offset;
    }
    if (at + 1 == to && text[at] == 'Z') {
      return local;
    }
    if (at + 6 == to && text[at + 3] == ':' && (text[at] == '+' || text[at] == '-')) {
      int hours = two(text, at + 1);
      int minutes = two(text, at + 4);
      if (hours >= 0 && hours < 18 && minutes >= 0 && minutes < 60) {
        long offset = (hours * 60L + minutes) * 60 * SECOND;
        return text[at] == '+' ? local - offset : local + offset;
      }
    }
    return -1;
  }

  /** Returns by how much the zone is ahead of UTC all day, in nanoseconds. */
  private long offset(int day) {
    if (!offsets.has(day)) {
      offsets.put(day, dayOffset(day), 0);
    }
    return offsets.first(day);
  }

  private long dayOffset(int day) {
    LocalDateTime midnight = LocalDateTime.ofEpochSecond(day * 86_400L, 0, ZoneOffset.UTC);
    LocalDateTime nextMidnight = midnight.plusDays(1);
    if (rules.getValidOffsets(midnight).size() != 1
        || rules.getValidOffsets(nextMidnight).size() != 1) {
      return IRREGULAR;
    }
    ZoneOffset offset = rules.getOffset(midnight);
    ZoneOffsetTransition change = rules.nextTransition(midnight.toInstant(offset));
    boolean regular =
        change == null || !change.getInstant().isBefore(nextMidnight.toInstant(offset));
    return regular ? offset.getTotalSeconds() * SECOND : IRREGULAR;
  }

  /** Returns the number of two digits, a negative number if they are none. */
  private static int two(byte[] text, int at) {
    int tens = text[at] - '0';
    int ones = text[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }
}
