package io.quantkit.core.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/** The columns of a calendar while they are being filled, a session at a time, in order. */
final class SessionTable {

  final String code;
  final ZoneId zone;
  final int firstDay;
  final long regularNanos;
  final long[] midnights;
  final int[] sessionsBefore;

  private final int[] days;
  private final long[] opens;
  private final long[] closes;
  private final boolean[] early;
  private int size;

  /**
   * Creates a table without sessions.
   *
   * @param regularNanos the length of a regular session
   */
  SessionTable(
      String code, ZoneId zone, LocalDate firstDate, LocalDate lastDate, long regularNanos) {
    this.code = code;
    this.zone = zone;
    this.regularNanos = regularNanos;
    firstDay = (int) firstDate.toEpochDay();
    int known = (int) lastDate.toEpochDay() + 1 - firstDay;
    midnights = new long[known + 1];
    for (int i = 0; i <= known; i++) {
      midnights[i] = EpochNanos.of(firstDate.plusDays(i).atStartOfDay(zone).toInstant());
    }
    sessionsBefore = new int[known + 1];
    days = new int[known];
    opens = new long[known];
    closes = new long[known];
    early = new boolean[known];
  }

  /** Appends a session that comes after all those before it. */
  void add(Session session) {
    days[size] = (int) session.date().toEpochDay();
    opens[size] = session.open();
    closes[size] = session.close();
    early[size] = session.earlyClose();
    size++;
    sessionsBefore[days[size - 1] + 1 - firstDay] = 1;
  }

  /** Makes the columns ready to be read. */
  SessionTable complete() {
    for (int i = 1; i < sessionsBefore.length; i++) {
      sessionsBefore[i] += sessionsBefore[i - 1];
    }
    return this;
  }

  int[] days() {
    return Arrays.copyOf(days, size);
  }

  long[] opens() {
    return Arrays.copyOf(opens, size);
  }

  long[] closes() {
    return Arrays.copyOf(closes, size);
  }

  boolean[] early() {
    return Arrays.copyOf(early, size);
  }
}
