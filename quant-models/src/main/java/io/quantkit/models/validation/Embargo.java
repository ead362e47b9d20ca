package io.quantkit.models.validation;

import java.time.Duration;

/**
 * How far rows to learn from keep away from rows to test on, beyond what their labels demand. The
 * longest of three lengths counts, so each of them is a floor.
 *
 * <p>Features that remember carry the rows before them along, and returns near each other are
 * related: a row just after the tested ones knows them, although its label does not touch theirs
 * (M. López de Prado, "Advances in Financial Machine Learning", 2018, 7.4.2). In a walk forward it
 * is the gap between the last label learnt from and the first row tested.
 *
 * @param fraction a share of the dataset's distinct times, within [0, 1), rounded up
 * @param bars a number of distinct times, at least 0
 * @param duration a length of time, at least zero
 */
public record Embargo(double fraction, int bars, Duration duration) {

  /** No embargo: rows keep away only as far as their labels demand. */
  public static final Embargo NONE = new Embargo(0, 0, Duration.ZERO);

  /** One per cent of the dataset's distinct times. */
  public static final Embargo DEFAULT = new Embargo(0.01, 0, Duration.ZERO);

  public Embargo {
    if (!(fraction >= 0 && fraction < 1)) {
      throw new IllegalArgumentException("fraction must be within [0, 1), was " + fraction);
    }
    if (bars < 0) {
      throw new IllegalArgumentException("bars must be at least 0, was " + bars);
    }
    if (duration.isNegative()) {
      throw new IllegalArgumentException("duration must be at least zero, was " + duration);
    }
  }

  /** Returns an embargo of exactly so many distinct times. */
  public static Embargo ofBars(int bars) {
    return NONE.atLeast(bars);
  }

  /** Returns an embargo of exactly this length of time. */
  public static Embargo of(Duration duration) {
    return NONE.atLeast(duration);
  }

  /** Returns this embargo with a floor, such as the longest memory of any feature. */
  public Embargo atLeast(int floorBars) {
    return new Embargo(fraction, Math.max(bars, floorBars), duration);
  }

  /** Returns this embargo with a floor. */
  public Embargo atLeast(Duration floor) {
    return new Embargo(fraction, bars, duration.compareTo(floor) >= 0 ? duration : floor);
  }

  /**
   * Returns the time before which labels must end so that rows from {@code index} on are tested.
   */
  long endBefore(Timeline times, int index) {
    int earlier = index - barsOf(times);
    return earlier < 0
        ? Long.MIN_VALUE
        : Math.min(times.time(earlier), times.time(index) - duration.toNanos());
  }

  /** Returns the time after which rows may be learnt from when tested labels end at {@code end}. */
  long startAfter(Timeline times, long end) {
    int last = times.lastAt(end) + barsOf(times);
    return last >= times.size()
        ? Long.MAX_VALUE
        : Math.max(Math.max(end, times.time(last)), end + duration.toNanos());
  }

  private int barsOf(Timeline times) {
    return Math.max(bars, (int) Math.ceil(fraction * times.size()));
  }
}
