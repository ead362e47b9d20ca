package io.quantkit.features.microstructure;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * VPIN of bars: {@link Vpin} with volume classified in bulk, as its authors prefer, see {@link
 * BulkVolume}.
 *
 * <p>Outputs, in order: VPIN; its rank among the last {@code history} values; whether that is at
 * least {@code toxicity}, 1 or 0. A bar that is larger than what is left of a bucket goes on in the
 * next ones with the same share bought. How many bars fill a bucket depends on their volume, so the
 * outputs have no number before the buckets are full; {@link #warmup} tells the bars that it takes
 * at least.
 *
 * @param bucketVolume the units in a bucket, positive
 * @param window how many buckets VPIN is the mean of, at least 1
 * @param history how many values of VPIN the distribution is of, at least 1
 * @param toxicity the rank from which on flow counts as toxic, within (0, 1]
 * @param period of the deviation of price changes, in bars, at least 2
 * @param classification the distribution function
 */
public record BulkVpin(
    double bucketVolume,
    int window,
    int history,
    double toxicity,
    int period,
    BulkClassification classification)
    implements Feature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public BulkVpin {
    Check.positive("bucketVolume", bucketVolume);
    Check.atLeast("window", window, 1);
    Check.atLeast("history", history, 1);
    Check.positive("toxicity", toxicity);
    Check.within("toxicity", toxicity, 0, 1);
    Check.atLeast("period", period, 2);
  }

  /** Creates a recipe of 50 buckets, a history of 1000 and a toxicity of 0.9. */
  public BulkVpin(double bucketVolume, int period) {
    this(bucketVolume, 50, 1000, 0.9, period, BulkClassification.NORMAL);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = FeatureName.text(bucketVolume) + "x" + window;
    String label = classification.label() + "-" + period;
    return List.of(
        Check.name("bulk-vpin", text, label),
        Check.name("bulk-vpin", text + "x" + history, label + "-cdf"),
        Check.name(
            "bulk-vpin",
            text + "x" + history + "x" + FeatureName.text(toxicity),
            label + "-toxic"));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public FeatureKernel start() {
    return new State(
        toxicity,
        new BulkSplit(period, classification),
        new VpinBuckets(bucketVolume, window, history));
  }

  private static final class State implements FeatureKernel {
    private final double toxicity;
    private final BulkSplit split;
    private final VpinBuckets buckets;

    State(double toxicity, BulkSplit split, VpinBuckets buckets) {
      this.toxicity = toxicity;
      this.split = split;
      this.buckets = buckets;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      double share = split.add(close, volume);
      if (!split.alive()) {
        buckets.clear();
      } else if (!Double.isNaN(share)) {
        buckets.add(volume, share, 1 - share);
      }
    }

    @Override
    public double value(int output) {
      double cdf = buckets.cdf();
      return output == 0
          ? buckets.vpin()
          : output == 1 ? cdf : Double.isNaN(cdf) ? Double.NaN : cdf >= toxicity ? 1 : 0;
    }

    @Override
    public FeatureKernel copy() {
      return new State(toxicity, split.copy(), buckets.copy());
    }
  }
}
