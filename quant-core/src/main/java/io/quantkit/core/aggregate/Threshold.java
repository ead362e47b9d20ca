package io.quantkit.core.aggregate;

/** How much imbalance, or how long a run, completes a bar. */
public sealed interface Threshold {

  /**
   * Returns a constant threshold.
   *
   * @param amount in trades, units or money, as the bars' measure is
   */
  static Threshold fixed(double amount) {
    return new Fixed(amount);
  }

  /**
   * Returns the threshold of the book, expected from the past, with the defaults of this library: a
   * span of 10 bars and of {@code 10 * initialTicks} trades, and bounds of a tenth and ten times
   * {@code initialTicks}.
   *
   * @param initialTicks how many trades a bar is expected to have at first
   */
  static Expected expected(int initialTicks) {
    return new Expected(
        initialTicks, 10, 10.0 * initialTicks, Math.max(1, initialTicks / 10), 10L * initialTicks);
  }

  /**
   * A constant.
   *
   * @param amount in trades, units or money, positive and finite
   */
  record Fixed(double amount) implements Threshold {

    /**
     * Creates a threshold.
     *
     * @throws IllegalArgumentException if the amount is not positive and finite
     */
    public Fixed {
      ActivityBars.requirePositive("amount", amount);
    }
  }

  /**
   * What is expected from the past: {@code E[T]}, the trades in a bar, times the expected
   * contribution of a trade, each an exponentially weighted mean.
   *
   * <p>The weights of a mean of span {@code s} fall by {@code 1 - 2 / (s + 1)} from each number to
   * the one before it and are divided by their sum, so that the first numbers are not favoured.
   *
   * <p>At first {@code E[T]} is {@code initialTicks}, and no bar is complete before that many
   * trades have been seen, from which the first contributions are estimated. From the first bar on
   * {@code E[T]} is the mean of the bars' counts.
   *
   * <p>Left alone, the recursion is unstable: a long bar makes a larger threshold makes a longer
   * bar, without end, or every trade completes a bar. {@code minTicks} and {@code maxTicks} bound
   * both {@code E[T]} and the bars themselves: no bar is complete with fewer trades, and every bar
   * is with as many as the most, whatever its imbalance. With both equal to {@code initialTicks}
   * all bars have that many trades.
   *
   * @param initialTicks the expected trades of a bar before there is one, at least 1
   * @param barSpan the span of the means over bars, at least 1
   * @param tickSpan the span of the means over trades, at least 1
   * @param minTicks the fewest trades in a bar, at least 1 and at most {@code initialTicks}
   * @param maxTicks the most trades in a bar, at least {@code initialTicks}
   */
  record Expected(int initialTicks, double barSpan, double tickSpan, long minTicks, long maxTicks)
      implements Threshold {

    /**
     * Creates a threshold.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Expected {
      if (initialTicks < 1) {
        throw new IllegalArgumentException("initialTicks must be at least 1, was " + initialTicks);
      }
      if (!(barSpan >= 1) || !(tickSpan >= 1)) {
        throw new IllegalArgumentException(
            "barSpan and tickSpan must be at least 1, were " + barSpan + ", " + tickSpan);
      }
      if (minTicks < 1 || minTicks > initialTicks || maxTicks < initialTicks) {
        throw new IllegalArgumentException(
            "minTicks and maxTicks must enclose initialTicks and be at least 1, were "
                + minTicks
                + ", "
                + maxTicks);
      }
    }

    /** Returns this with other bounds of the trades in a bar. */
    public Expected bounded(long fewest, long most) {
      return new Expected(initialTicks, barSpan, tickSpan, fewest, most);
    }

    /** Returns this with other spans of the means. */
    public Expected spans(double bars, double ticks) {
      return new Expected(initialTicks, bars, ticks, minTicks, maxTicks);
    }

    double clamp(double ticks) {
      return Math.max((double) minTicks, Math.min((double) maxTicks, ticks));
    }
  }
}
