package io.quantkit.features.regime;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import java.util.List;

/**
 * Bull and bear markets: a bull market begins when the price has risen by {@code rise} from the
 * lowest since the last bull market, a bear market when it has fallen by {@code fall} from the
 * highest since the last bear market. Either is told when that has happened, not from the turning
 * point on.
 *
 * <p>Outputs, in order: state: 1 in a bull market, -1 in a bear market, 0 as long as neither has
 * begun; turn: 1 or -1 at the bar at which a bull or bear market is told, else 0; delay: at that
 * bar, how many bars ago the turning point was, else 0; distance of the price from the extreme of
 * the market so far, {@code x / extreme - 1}: not positive in a bull market, not negative in a bear
 * market, 0 before either.
 *
 * <p>No warm-up. A price that is not positive counts as missing. The state may depend on any price
 * of the past, so a restart may never agree: {@link #settle} is {@link #NEVER}. Source: A. Lunde
 * and A. Timmermann, Duration Dependence in Stock Prices, Journal of Business and Economic
 * Statistics 22, 2004, with 20 and 15 percent among others.
 *
 * @param rise what makes a bull market, as a fraction, positive and finite
 * @param fall what makes a bear market, as a fraction, within (0, 1)
 * @param input what is looked at
 */
public record BullBear(double rise, double fall, Input input) implements Indicator {

  /** The position of the state among the outputs: 0. */
  public static final int STATE = 0;

  /** The position of the turn among the outputs: 1. */
  public static final int TURN = 1;

  /** The position of the delay among the outputs: 2. */
  public static final int DELAY = 2;

  /** The position of the distance from the extreme among the outputs: 3. */
  public static final int DISTANCE = 3;

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if {@code rise} is not positive and finite or {@code fall} not
   *     within (0, 1)
   */
  public BullBear {
    if (!(rise > 0) || rise == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("rise must be positive and finite, was " + rise);
    }
    if (!(fall > 0 && fall < 1)) {
      throw new IllegalArgumentException("fall must be within (0, 1), was " + fall);
    }
  }

  /** Creates markets of closes. */
  public BullBear(double rise, double fall) {
    this(rise, fall, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    String window = FeatureName.text(rise) + "x" + FeatureName.text(fall);
    return List.of(
        FeatureName.of("tech", "bull-bear", window, input.aggregation("state")),
        FeatureName.of("tech", "bull-bear", window, input.aggregation("turn")),
        FeatureName.of("tech", "bull-bear", window, input.aggregation("delay")),
        FeatureName.of("tech", "bull-bear", window, input.aggregation("distance")));
  }

  @Override
  public int warmup(int output) {
    return 0;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(1 + rise, 1 - fall);
  }

  private static final class State implements IndicatorKernel {
    private final double up;
    private final double down;
    private int state;
    private int turn;
    private long delay;

    /** The extremes since the last turn, and how many bars ago they were. */
    private double lowest;

    private double highest;
    private long sinceLowest;
    private long sinceHighest;

    private double last;

    State(double up, double down) {
      this.up = up;
      this.down = down;
      clear();
    }

    private void clear() {
      state = 0;
      lowest = Double.POSITIVE_INFINITY;
      highest = 0;
      last = Double.NaN;
    }

    @Override
    public double update(double x) {
      turn = 0;
      delay = 0;
      if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
        clear();
        return Double.NaN;
      }
      last = x;
      sinceLowest++;
      sinceHighest++;
      if (x < lowest) {
        lowest = x;
        sinceLowest = 0;
      }
      if (x > highest) {
        highest = x;
        sinceHighest = 0;
      }
      if (state <= 0 && x >= lowest * up) {
        turn(1, sinceLowest);
        highest = x;
        sinceHighest = 0;
      } else if (state >= 0 && x <= highest * down) {
        turn(-1, sinceHighest);
        lowest = x;
        sinceLowest = 0;
      }
      return state;
    }

    private void turn(int to, long since) {
      state = to;
      turn = to;
      delay = since;
    }

    @Override
    public double value(int output) {
      if (Double.isNaN(last)) {
        return Double.NaN;
      }
      return switch (output) {
        case STATE -> state;
        case TURN -> turn;
        case DELAY -> delay;
        default -> state == 0 ? 0 : last / (state > 0 ? highest : lowest) - 1;
      };
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(up, down);
      copy.state = state;
      copy.turn = turn;
      copy.delay = delay;
      copy.lowest = lowest;
      copy.highest = highest;
      copy.sinceLowest = sinceLowest;
      copy.sinceHighest = sinceHighest;
      copy.last = last;
      return copy;
    }
  }
}
