package io.quantkit.features.microstructure;

import io.quantkit.core.market.Aggressor;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * Time told in volume: each bucket of a number of units is one tick of the clock.
 *
 * <p>Outputs, in order: how many buckets are full; how much of the next one is, within [0, 1); how
 * many seconds the last full one took; by how many seconds the one before it took longer, {@code
 * ln(before / last)}, positive when the clock runs faster. A trade that is larger than what is left
 * of a bucket goes on in the next ones. {@code NaN} before the first trade, for the third output
 * before the second bucket, whose start has been seen, is full, for the fourth one later. A bucket
 * that takes no time has no ratio. D. Easley, M. López de Prado and M. O'Hara, "The volume clock",
 * Journal of Portfolio Management 39, 2012.
 *
 * @param bucketVolume the units in a bucket, positive
 */
public record VolumeClock(double bucketVolume) implements OrderFlowFeature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the volume of a bucket is not positive and finite
   */
  public VolumeClock {
    Check.positive("bucketVolume", bucketVolume);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = FeatureName.text(bucketVolume);
    return List.of(
        Check.name("volume-clock", text, "buckets"),
        Check.name("volume-clock", text, "fill"),
        Check.name("volume-clock", text, "seconds"),
        Check.name("volume-clock", text, "acceleration"));
  }

  @Override
  public String warmup() {
    return "a trade; for the seconds two full buckets, for the acceleration three";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(bucketVolume);
  }

  private static final class State implements OrderFlowKernel {
    private final double bucketVolume;
    private boolean started;
    private double buckets;
    private double filled;
    private long fullAt = Long.MIN_VALUE;
    private double seconds = Double.NaN;
    private double before = Double.NaN;

    State(double bucketVolume) {
      this.bucketVolume = bucketVolume;
    }

    @Override
    public void trade(
        long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
      started = true;
      double all = filled + size;
      if (all < bucketVolume) {
        filled = all;
        return;
      }
      double full = Math.floor(all / bucketVolume);
      double left = Math.max(0, all - full * bucketVolume);
      filled = left < bucketVolume ? left : 0;
      buckets += full;
      for (int i = 0; i < Math.min(full, 3); i++) {
        before = seconds;
        seconds = fullAt == Long.MIN_VALUE ? Double.NaN : (knownAt - fullAt) / 1e9;
        fullAt = knownAt;
      }
    }

    @Override
    public void advance(long knownAt) {}

    @Override
    public double value(int output) {
      if (!started) {
        return Double.NaN;
      }
      return switch (output) {
        case 0 -> buckets;
        case 1 -> filled / bucketVolume;
        case 2 -> seconds;
        default -> seconds > 0 && before > 0 ? Check.logRatio(before, seconds) : Double.NaN;
      };
    }

    @Override
    public OrderFlowKernel copy() {
      State copy = new State(bucketVolume);
      copy.started = started;
      copy.buckets = buckets;
      copy.filled = filled;
      copy.fullAt = fullAt;
      copy.seconds = seconds;
      copy.before = before;
      return copy;
    }
  }
}
