package io.quantkit.features.microstructure;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.SlidingMoments;
import java.util.List;

/**
 * The volume of a bar against the usual one at the same time of day.
 *
 * <p>Outputs, in order: volume by the mean of the last {@code past} bars that ended as long after
 * the open of their sessions, {@code NaN} if that is 0; {@code (volume - mean) / deviation} with
 * {@code ddof = 1}, {@code NaN} if they are all equal. The bar itself is not among them. A session
 * without a bar at that time counts for nothing. {@code NaN} outside sessions and until so many
 * bars have been seen.
 *
 * @param sessions the bars and their sessions
 * @param past how many sessions are looked back at, at least 2
 */
public record UnusualVolume(SessionBars sessions, int past) implements Feature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if past is below 2
   */
  public UnusualVolume {
    Check.atLeast("past", past, 2);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = sessions.label() + "x" + past;
    return List.of(
        Check.name("unusual-volume", text, "ratio"), Check.name("unusual-volume", text, "zscore"));
  }

  @Override
  public int warmup(int output) {
    return past * sessions.perSession();
  }

  @Override
  public int settle(double eps) {
    return past * sessions.perSession();
  }

  @Override
  public FeatureKernel start() {
    SlidingMoments[] slots = new SlidingMoments[2 * sessions.perSession() + 1];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = new SlidingMoments(past);
    }
    return new State(sessions, new SessionClock(sessions), slots);
  }

  private static final class State implements FeatureKernel {
    private final SessionBars bars;
    private final SessionClock clock;

    /** By time of day; longer sessions than twice the regular one share the last one. */
    private final SlidingMoments[] slots;

    private double ratio = Double.NaN;
    private double score = Double.NaN;

    State(SessionBars bars, SessionClock clock, SlidingMoments[] slots) {
      this.bars = bars;
      this.clock = clock;
      this.slots = slots;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      ratio = Double.NaN;
      score = Double.NaN;
      if (!Double.isFinite(volume)) {
        clock.clear();
        for (SlidingMoments slot : slots) {
          slot.clear();
        }
        return;
      }
      if (!clock.enter(knownAt)) {
        return;
      }
      long step = bars.timeframe().intraday() ? bars.timeframe().nanos() : Long.MAX_VALUE;
      SlidingMoments slot =
          slots[(int) Math.min(slots.length - 1, (clock.elapsed(knownAt) - 1) / step)];
      double mean = slot.mean();
      double deviation = slot.deviation(1);
      ratio = mean > 0 ? volume / mean : Double.NaN;
      score = deviation > 0 ? (volume - mean) / deviation : Double.NaN;
      slot.add(volume);
    }

    @Override
    public double value(int output) {
      return output == 0 ? ratio : score;
    }

    @Override
    public FeatureKernel copy() {
      SlidingMoments[] copies = new SlidingMoments[slots.length];
      for (int i = 0; i < copies.length; i++) {
        copies[i] = slots[i].copy();
      }
      State copy = new State(bars, clock.copy(), copies);
      copy.ratio = ratio;
      copy.score = score;
      return copy;
    }
  }
}
