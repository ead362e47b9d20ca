package io.quantkit.core.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/** The columns of a calendar while they are being filled, a session at a time, in order. */
final class SessionTable {

  final String code;
  final ZoneId zone;
  final int firstDay;
  final LocalDate decreedUntil;

  /** The lengths of the parts of a regular session: one, or two around a break. */
  final long[] regularNanos;

  final long[] midnights;
  final int[] sessionsBefore;

  private Session[] sessions = new Session[256];
  private int size;

  /**
   * Creates a table without sessions.
   *
   * @param decreedUntil the last date whose sessions have been announced and not just computed
   * @param regularNanos the lengths of the parts of a regular session
   */
  SessionTable(
      String code,
      ZoneId zone,
      LocalDate firstDate,
      LocalDate lastDate,
      LocalDate decreedUntil,
      long... regularNanos) {
    this.code = code;
    this.zone = zone;
    this.decreedUntil = decreedUntil;
    this.regularNanos = regularNanos.clone();
    firstDay = (int) firstDate.toEpochDay();
    int known = (int) lastDate.toEpochDay() + 1 - firstDay;
    midnights = new long[known + 1];
    for (int i = 0; i <= known; i++) {
      midnights[i] = EpochNanos.of(firstDate.plusDays(i).atStartOfDay(zone).toInstant());
    }
    sessionsBefore = new int[known + 1];
  }

  /** Appends a session that comes after all those before it. */
  void add(Session session) {
    if (size == sessions.length) {
      sessions = Arrays.copyOf(sessions, size * 2);
    }
    sessions[size++] = session;
    sessionsBefore[(int) session.date().toEpochDay() + 1 - firstDay] = 1;
  }

  /** Makes the columns ready to be read. */
  SessionTable complete() {
    for (int i = 1; i < sessionsBefore.length; i++) {
      sessionsBefore[i] += sessionsBefore[i - 1];
    }
    sessions = Arrays.copyOf(sessions, size);
    return this;
  }

  /** Returns the sessions in order; not a copy. */
  Session[] sessions() {
    return sessions;
  }
}
