package io.quantkit.core.aggregate;

/**
 * Renko bricks: one bar for each fixed step that the price has gone.
 *
 * <p>The levels are the first price plus and minus whole multiples of the brick, in decimal
 * arithmetic, so that prices on a tick meet them exactly. From the first price a brick is complete
 * one step up or down; afterwards one step further on, or one step beyond the other end of the last
 * brick, which takes a turn of two steps. A brick opens and closes on levels; on the side it came
 * from its high or low shows how far the price went while it formed. A jump over several levels
 * makes several bricks: the first has all that was traded since the last brick, the others have a
 * volume and a count of 0.
 *
 * <p>The average price is that of the trades, which may lie outside the brick. Start and knowledge
 * are as in {@link ActivityBars}. The unfinished bar has the prices traded since the last brick. A
 * bar as input is followed by its close, with its volume and, on the side just named, its extremes.
 *
 * @param brick the height of a brick in units of price, positive and finite
 */
public record RenkoBars(double brick) implements BarRule {

  /** The most bricks one trade may complete: 1,000,000. */
  public static final int MAX_JUMP = 1_000_000;

  /**
   * Creates a rule.
   *
   * @throws IllegalArgumentException if the brick is not positive and finite
   */
  public RenkoBars {
    ActivityBars.requirePositive("brick", brick);
  }
}
