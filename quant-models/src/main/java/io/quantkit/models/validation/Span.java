package io.quantkit.models.validation;

import java.util.Locale;

/**
 * A length of history.
 *
 * @param length how many units, at least 1
 * @param unit what is counted
 */
public record Span(int length, Unit unit) {

  /** What a span counts. */
  public enum Unit {
    /** Distinct times of a dataset's rows: trading days of daily data, months of monthly data. */
    BARS,
    /** Days of 24 hours from midnight UTC. */
    DAYS,
    /** Calendar months from the first of the month, midnight UTC. */
    MONTHS
  }

  public Span {
    if (length < 1) {
      throw new IllegalArgumentException("length must be at least 1, was " + length);
    }
  }

  /** Returns a span of distinct row times. */
  public static Span ofBars(int bars) {
    return new Span(bars, Unit.BARS);
  }

  /** Returns a span of days of 24 hours. */
  public static Span ofDays(int days) {
    return new Span(days, Unit.DAYS);
  }

  /** Returns a span of calendar months. */
  public static Span ofMonths(int months) {
    return new Span(months, Unit.MONTHS);
  }

  @Override
  public String toString() {
    return length + " " + unit.name().toLowerCase(Locale.ROOT);
  }
}
