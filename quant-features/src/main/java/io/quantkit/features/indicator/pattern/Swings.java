package io.quantkit.features.indicator.pattern;

import io.quantkit.features.FeatureName;

/**
 * By how much prices must turn for a swing to have ended.
 *
 * <p>While prices rise, the highest high is looked for; it is a swing high at the first later bar
 * whose low is below it by the threshold and that makes no new high. From there on the lowest low
 * is looked for, and so forth. Of equal extremes the first counts. A bar that makes a new extreme
 * never confirms it: which of its high and low came first is not known.
 */
public sealed interface Swings {

  /**
   * A turn by a fraction: from a high {@code h} to {@code h / (1 + fraction)}, from a low {@code l}
   * to {@code l (1 + fraction)}, which are equally far.
   *
   * @param fraction the fraction, positive and finite, such as 0.05
   */
  record Percent(double fraction) implements Swings {

    /**
     * Creates a threshold.
     *
     * @throws IllegalArgumentException if the fraction is not positive and finite
     */
    public Percent {
      if (!(fraction > 0) || fraction == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("fraction must be positive and finite, was " + fraction);
      }
    }

    @Override
    public String label() {
      return "p" + FeatureName.text(fraction);
    }
  }

  /**
   * A turn by a multiple of Wilder's average true range at the bar that confirms it.
   *
   * @param multiple how many average ranges, positive and finite, such as 3
   * @param period the smoothing of the range, at least 1
   */
  record AverageRanges(double multiple, int period) implements Swings {

    /**
     * Creates a threshold.
     *
     * @throws IllegalArgumentException if the multiple is not positive and finite or the period
     *     below 1
     */
    public AverageRanges {
      if (!(multiple > 0) || multiple == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("multiple must be positive and finite, was " + multiple);
      }
      if (period < 1) {
        throw new IllegalArgumentException("period must be at least 1, was " + period);
      }
    }

    @Override
    public String label() {
      return "a" + FeatureName.text(multiple) + "x" + period;
    }

    /** The range is not known before it has warmed up. */
    @Override
    public int warmup() {
      return period;
    }
  }

  /** Returns turns by a fraction, such as 0.05. */
  static Swings percent(double fraction) {
    return new Percent(fraction);
  }

  /** Returns turns by a multiple of the average true range. */
  static Swings atr(double multiple, int period) {
    return new AverageRanges(multiple, period);
  }

  /** Returns how it is written in names. */
  String label();

  /** Returns how many bars are needed before swings can be looked for. */
  default int warmup() {
    return 0;
  }
}
