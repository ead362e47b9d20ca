package io.quantkit.core.data;

import java.util.Arrays;

/**
 * What was worked out for some days: two numbers each. A direct-mapped cache over epoch days that
 * doubles when days collide, up to ninety years, and then replaces.
 */
final class DayTable {
  private static final int NO_DAY = Integer.MIN_VALUE;
  private static final int LARGEST = 1 << 15;

  private int[] days = new int[16];
  private long[] firsts = new long[16];
  private long[] seconds = new long[16];

  DayTable() {
    Arrays.fill(days, NO_DAY);
  }

  boolean has(int day) {
    return days[day & (days.length - 1)] == day;
  }

  long first(int day) {
    return firsts[day & (days.length - 1)];
  }

  long second(int day) {
    return seconds[day & (days.length - 1)];
  }

  void put(int day, long first, long second) {
    int at = day & (days.length - 1);
    if (days[at] != NO_DAY && days.length < LARGEST) {
      grow();
      put(day, first, second);
      return;
    }
    days[at] = day;
    firsts[at] = first;
    seconds[at] = second;
  }

  private void grow() {
    int[] oldDays = days;
    long[] oldFirsts = firsts;
    long[] oldSeconds = seconds;
    days = new int[2 * oldDays.length];
    firsts = new long[days.length];
    seconds = new long[days.length];
    Arrays.fill(days, NO_DAY);
    for (int i = 0; i < oldDays.length; i++) {
      if (oldDays[i] != NO_DAY) {
        int at = oldDays[i] & (days.length - 1);
        days[at] = oldDays[i];
        firsts[at] = oldFirsts[i];
        seconds[at] = oldSeconds[i];
      }
    }
  }
}
