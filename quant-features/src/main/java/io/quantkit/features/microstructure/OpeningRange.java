package io.quantkit.features.microstructure;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The range of prices in the first part of a session, and where the price stands to it.
 *
 * <p>The opening range is that of the bars known at or before {@code open + length}, and at least
 * of the first bar. While it forms, the outputs tell the range so far.
 *
 * <p>Outputs, in order: its high and its low; where the close stands in it, {@code (close - low) /
 * (high - low)}, 0 on the low and 1 on the high, {@code NaN} in a range of one price; breakout, 1
 * if the close of a later bar is above the high, -1 if below the low, else 0. {@code NaN} outside
 * sessions and in a session whose open was not seen.
 *
 * @param sessions the bars and their sessions
 * @param length of the opening, positive; 30 minutes are usual
 */
public record OpeningRange(SessionBars sessions, Duration length) implements Feature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the length is not positive
   */
  public OpeningRange {
    Check.positive("length", length);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = sessions.label() + "x" + Check.text(length);
    return List.of(
        Check.name("opening-range", text, "high"),
        Check.name("opening-range", text, "low"),
        Check.name("opening-range", text, "position"),
        Check.name("opening-range", text, "breakout"));
  }

  @Override
  public int warmup(int output) {
    return 0;
  }

  @Override
  public int settle(double eps) {
    return sessions.perSession();
  }

  @Override
  public FeatureKernel start() {
    return new State(length.toNanos(), new SessionClock(sessions));
  }

  private static final class State implements FeatureKernel {
    private final long length;
    private final SessionClock clock;
    private final double[] out = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    private double top = Double.NaN;
    private double bottom = Double.NaN;

    State(long length, SessionClock clock) {
      this.length = length;
      this.clock = clock;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      Arrays.fill(out, Double.NaN);
      if (!Double.isFinite(high) || !Double.isFinite(low) || !Double.isFinite(close)) {
        clock.clear();
        return;
      }
      if (!clock.enter(knownAt) || !clock.whole()) {
        return;
      }
      boolean forming = clock.first() || clock.elapsed(knownAt) <= length;
      if (forming) {
        top = clock.first() ? high : Math.max(top, high);
        bottom = clock.first() ? low : Math.min(bottom, low);
      }
      out[0] = top;
      out[1] = bottom;
      out[2] = top > bottom ? (close - bottom) / (top - bottom) : Double.NaN;
      out[3] = close > top ? 1 : close < bottom ? -1 : 0;
    }

    @Override
    public double value(int output) {
      return out[output];
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(length, clock.copy());
      System.arraycopy(out, 0, copy.out, 0, out.length);
      copy.top = top;
      copy.bottom = bottom;
      return copy;
    }
  }
}
