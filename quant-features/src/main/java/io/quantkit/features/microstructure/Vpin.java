package io.quantkit.features.microstructure;

import io.quantkit.core.market.Aggressor;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * VPIN, the volume-synchronised probability of informed trading: how one-sided the last buckets of
 * equal volume were, and how unusual that is.
 *
 * <p>A bucket is a number of units traded; a trade that is larger than what is left of a bucket
 * goes on in the next ones. Volume that is neither bought nor sold fills buckets but counts for no
 * side.
 *
 * <p>Outputs, in order: VPIN, the mean of {@code |bought - sold| / bucketVolume} over the last
 * {@code window} full buckets, within [0, 1]; its distribution function, the rank of it among the
 * last {@code history} values by their number, equal values sharing the mean of their ranks, within
 * (0, 1]; whether order flow is toxic, 1 if that is at least {@code toxicity}, else 0; {@code
 * |bought - sold|} of the last full bucket. {@code NaN} until as many buckets are full. For bulk
 * classification over bars see {@link BulkVpin}.
 *
 * <p>D. Easley, M. López de Prado and M. O'Hara, "Flow toxicity and liquidity in a high-frequency
 * world", Review of Financial Studies 25, 2012; 50 buckets of a fiftieth of the daily volume and a
 * toxicity of 0.9 are theirs.
 *
 * @param bucketVolume the units in a bucket, positive
 * @param window how many buckets VPIN is the mean of, at least 1
 * @param history how many values of VPIN the distribution is of, at least 1
 * @param toxicity the rank from which on flow counts as toxic, within (0, 1]
 * @param signs how trades are signed
 */
public record Vpin(
    double bucketVolume, int window, int history, double toxicity, TradeClassification signs)
    implements OrderFlowFeature {

  /** The position of VPIN among the outputs: 0. */
  public static final int VPIN = 0;

  /** The position of its distribution function among the outputs: 1. */
  public static final int CDF = 1;

  /** The position of the toxicity flag among the outputs: 2. */
  public static final int TOXIC = 2;

  /** The position of the imbalance of the last bucket among the outputs: 3. */
  public static final int IMBALANCE = 3;

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public Vpin {
    Check.positive("bucketVolume", bucketVolume);
    Check.atLeast("window", window, 1);
    Check.atLeast("history", history, 1);
    Check.positive("toxicity", toxicity);
    Check.within("toxicity", toxicity, 0, 1);
  }

  /**
   * Creates a recipe of 50 buckets, a history of 1000, a toxicity of 0.9 and the told aggressor.
   */
  public Vpin(double bucketVolume) {
    this(bucketVolume, 50, 1000, 0.9, TradeClassification.TOLD);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = FeatureName.text(bucketVolume) + "x" + window;
    String ranked = text + "x" + history;
    String rule = Check.text(signs);
    return List.of(
        Check.name("vpin", text, rule),
        Check.name("vpin", ranked, rule + "-cdf"),
        Check.name("vpin", ranked + "x" + FeatureName.text(toxicity), rule + "-toxic"),
        Check.name("vpin", text, rule + "-imbalance"));
  }

  @Override
  public String warmup() {
    return window + " full buckets; for the rank " + (window + history - 1L);
  }

  @Override
  public OrderFlowKernel start() {
    return new State(
        toxicity, new TradeSigner(signs), new VpinBuckets(bucketVolume, window, history));
  }

  private static final class State implements OrderFlowKernel {
    private final double toxicity;
    private final TradeSigner signer;
    private final VpinBuckets buckets;

    State(double toxicity, TradeSigner signer, VpinBuckets buckets) {
      this.toxicity = toxicity;
      this.signer = signer;
      this.buckets = buckets;
    }

    @Override
    public void trade(
        long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
      int sign = signer.sign(price, aggressor);
      buckets.add(size, sign > 0 ? 1 : 0, sign < 0 ? 1 : 0);
    }

    @Override
    public void quote(
        long eventTime, long knownAt, double bid, double bidSize, double ask, double askSize) {
      signer.quote(bid, ask);
    }

    @Override
    public void advance(long knownAt) {}

    @Override
    public double value(int output) {
      double cdf = buckets.cdf();
      return switch (output) {
        case VPIN -> buckets.vpin();
        case CDF -> cdf;
        case TOXIC -> Double.isNaN(cdf) ? Double.NaN : cdf >= toxicity ? 1 : 0;
        default -> buckets.lastImbalance();
      };
    }

    @Override
    public OrderFlowKernel copy() {
      return new State(toxicity, signer.copy(), buckets.copy());
    }
  }
}
