package io.quantkit.features.microstructure;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.WindowMean;
import java.util.Arrays;
import java.util.List;

/**
 * The range of the session so far: how much of the usual one it has used, where the price stands in
 * it, and when its extremes were.
 *
 * <p>Outputs, in order: {@code (high - low)} so far by the mean range of the last {@code past}
 * whole sessions, {@code NaN} if that is 0; {@code (close - low) / (high - low)}, within [0, 1],
 * {@code NaN} in a range of one price; the minutes of trading from the open to the bar of the high,
 * and to that of the low, each the first one at that price. {@code NaN} outside sessions and in a
 * session whose open was not seen.
 *
 * @param sessions the bars and their sessions
 * @param past how many sessions the usual range is the mean of, at least 1
 */
public record SessionRange(SessionBars sessions, int past) implements Feature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if past is below 1
   */
  public SessionRange {
    Check.atLeast("past", past, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = sessions.label();
    return List.of(
        Check.name("session-range", text + "x" + past, "used"),
        Check.name("session-range", text, "position"),
        Check.name("session-range", text, "high-minutes"),
        Check.name("session-range", text, "low-minutes"));
  }

  @Override
  public int warmup(int output) {
    return output == 0 ? past * sessions.perSession() : 0;
  }

  @Override
  public int settle(double eps) {
    return (past + 1) * sessions.perSession();
  }

  @Override
  public FeatureKernel start() {
    return new State(new SessionClock(sessions), new WindowMean(past));
  }

  private static final class State implements FeatureKernel {
    private static final double NANOS_PER_MINUTE = 60e9;

    private final SessionClock clock;
    private final WindowMean ranges;
    private final double[] out = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    private boolean whole;
    private double top;
    private double bottom;
    private double topMinutes;
    private double bottomMinutes;

    State(SessionClock clock, WindowMean ranges) {
      this.clock = clock;
      this.ranges = ranges;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      Arrays.fill(out, Double.NaN);
      if (!Double.isFinite(high) || !Double.isFinite(low) || !Double.isFinite(close)) {
        clock.clear();
        ranges.clear();
        whole = false;
        return;
      }
      if (!clock.enter(knownAt)) {
        return;
      }
      double minutes = clock.elapsed(knownAt) / NANOS_PER_MINUTE;
      if (clock.first()) {
        if (whole) {
          ranges.add(top - bottom);
        }
        whole = clock.whole();
        top = Double.NEGATIVE_INFINITY;
        bottom = Double.POSITIVE_INFINITY;
      }
      if (high > top) {
        top = high;
        topMinutes = minutes;
      }
      if (low < bottom) {
        bottom = low;
        bottomMinutes = minutes;
      }
      if (!whole) {
        return;
      }
      double range = top - bottom;
      double usual = ranges.mean();
      out[0] = usual > 0 ? range / usual : Double.NaN;
      out[1] = range > 0 ? (close - bottom) / range : Double.NaN;
      out[2] = topMinutes;
      out[3] = bottomMinutes;
    }

    @Override
    public double value(int output) {
      return out[output];
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(clock.copy(), ranges.copy());
      System.arraycopy(out, 0, copy.out, 0, out.length);
      copy.whole = whole;
      copy.top = top;
      copy.bottom = bottom;
      copy.topMinutes = topMinutes;
      copy.bottomMinutes = bottomMinutes;
      return copy;
    }
  }
}
