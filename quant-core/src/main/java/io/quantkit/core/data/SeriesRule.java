package io.quantkit.core.data;

/** What a whole series should keep to, beyond what each of its bars must. */
public enum SeriesRule {
  /** No more successive bars are missing than the tolerance. */
  GAP,
  /** At least the given share of the bars that the calendar expects is there. */
  COVERAGE,
  /** No bar is known later than the time as of which data was taken. */
  NOT_FROM_THE_FUTURE
}
