package io.quantkit.features.microstructure;

import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.FeatureName;
import java.time.Duration;
import java.util.Locale;

/** The rules that parameters share, and how they are written in names. */
final class Check {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private Check() {}

  static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
    }
  }

  static void within(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "%s must be within %s to %s, was %s".formatted(name, low, high, value));
    }
  }

  /** Refuses spans of no time and of more than a {@code long} of nanoseconds. */
  static void positive(String name, Duration value) {
    if (value.isNegative()
        || value.isZero()
        || value.toSeconds() > Long.MAX_VALUE / 4_000_000_000L) {
      throw new IllegalArgumentException(
          name + " must be positive and below 73 years, was " + value);
    }
  }

  /** Returns a span as a part of a name: {@code 10s}, {@code 250ms}, {@code 5m}. */
  static String text(Duration span) {
    long nanos = span.toNanos();
    if (nanos % (60 * NANOS_PER_SECOND) == 0) {
      return nanos / (60 * NANOS_PER_SECOND) + "m";
    }
    if (nanos % NANOS_PER_SECOND == 0) {
      return nanos / NANOS_PER_SECOND + "s";
    }
    return nanos % 1_000_000 == 0 ? nanos / 1_000_000 + "ms" : nanos + "ns";
  }

  /** Returns a calendar as a part of a name: {@code xnys}, {@code 24-7}. */
  static String text(TradingCalendar calendar) {
    return calendar.code().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]", "-");
  }

  static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static FeatureName name(String indicator, String window, String aggregation) {
    return FeatureName.of("micro", indicator, window, aggregation);
  }

  /** Returns {@code ln(x / y)} of positive numbers, also where the quotient overflows. */
  static double logRatio(double x, double y) {
    double ratio = x / y;
    return ratio >= Double.MIN_NORMAL && ratio < Double.POSITIVE_INFINITY
        ? StrictMath.log(ratio)
        : StrictMath.log(x) - StrictMath.log(y);
  }
}
