package io.quantkit.features.indicator.pattern;

import java.util.Locale;

/**
 * The chart patterns. Each is a row of swing points, oldest first, and lines through them; a close
 * beyond one of the lines confirms it.
 *
 * <p>Tolerances are those of {@link Geometry}, in parts of the pattern's height {@code h}. The
 * geometry of a pattern and of its mirror image is the same with highs and lows exchanged. After T.
 * Bulkowski, Encyclopedia of Chart Patterns, 2nd ed., 2005, and, for head and shoulders, A. Lo, H.
 * Mamaysky and J. Wang, Foundations of Technical Analysis, Journal of Finance 55, 2000.
 */
public enum Shape {
  /**
   * Low, top, valley, top. The tops differ by at most {@code level h} and the low before them is at
   * most {@code level h} above the valley; {@code h} is from the valley to the mean of the tops.
   * Confirmed, -1, by a close below the valley; void with one above both tops.
   */
  DOUBLE_TOP,

  /** A double top upside down. Confirmed, 1, by a close above the peak between the bottoms. */
  DOUBLE_BOTTOM,

  /**
   * Low, top, valley, top, valley, top. The tops differ by at most {@code level h}, the higher
   * valley is at most half of {@code h} above the lower one, and the low before is at most {@code
   * level h} above it; {@code h} is from the lower valley to the mean of the tops. Confirmed, -1,
   * by a close below the lower valley; void with one above all tops.
   */
  TRIPLE_TOP,

  /** A triple top upside down. Confirmed, 1, by a close above the higher peak. */
  TRIPLE_BOTTOM,

  /**
   * Low, shoulder, neck, head, neck, shoulder. The head is above both shoulders by at least {@code
   * slope h}, the shoulders differ by at most {@code level h}, the necks too, both shoulders are
   * above the line through the necks, and the low before is at most {@code level h} above the first
   * neck; {@code h} is from that line to the head. Confirmed, -1, by a close below the line; void
   * with one above the head.
   */
  HEAD_AND_SHOULDERS,

  /** Head and shoulders upside down. Confirmed, 1, by a close above the line through the necks. */
  INVERSE_HEAD_AND_SHOULDERS,

  /**
   * Two highs and two lows in turn. The highs differ by at most {@code level h}, the second low is
   * at least {@code slope h} above the first; {@code h} is from the first low to the higher high.
   * Confirmed by a close above the higher high, 1, or below the line through the lows, -1; void
   * where the lines meet.
   */
  ASCENDING_TRIANGLE,

  /** An ascending triangle upside down: level lows, falling highs. Breaks either way. */
  DESCENDING_TRIANGLE,

  /**
   * Two highs and two lows in turn. The second high is at least {@code slope h} below the first and
   * the second low as much above the first; {@code h} is from the first low to the first high.
   * Confirmed by a close above the line through the highs, 1, or below that through the lows, -1;
   * void where the lines meet.
   */
  SYMMETRICAL_TRIANGLE,

  /**
   * Five swing points in turn between two rising lines, one through the outer points of one side,
   * of which the third is at most {@code level h} away, the other through the two of the other
   * side. From the first point to the last both lines rise by at least {@code slope h} and come
   * nearer by as much; {@code h} is the distance of the lines at the first point. Confirmed by a
   * close below the lower line, -1, or above the upper one, 1; void where they meet.
   */
  RISING_WEDGE,

  /** A rising wedge upside down. Confirmed by a close above the upper line, 1, or below, -1. */
  FALLING_WEDGE,

  /**
   * A pole and a flag: low, high, low, high, or upside down. The flag hangs from the pole: the
   * second high is not above the first, and the low between them takes back at most {@code retrace}
   * of the pole. Its lines are that through the highs and the parallel through the low. Confirmed,
   * 1, by a close above the upper line; void with one below the lower line by more than {@code
   * level} of the distance of the lines. Upside down, -1. Here {@code h} is the length of the pole.
   */
  FLAG;

  /** Returns the name in lower case with hyphens, as in names of features. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
