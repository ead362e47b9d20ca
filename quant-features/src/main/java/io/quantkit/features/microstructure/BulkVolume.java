package io.quantkit.features.microstructure;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * Bulk volume classification: the volume of a bar split into buying and selling by its change of
 * price, {@code bought = volume F((close - last close) / deviation)} with a distribution function
 * {@code F}.
 *
 * <p>Outputs, in order: units bought; units sold; {@code (bought - sold) / volume}, within [-1, 1],
 * {@code NaN} without volume. The deviation is that of the last {@code period} changes, with {@code
 * ddof = 1} and the bar's own among them; without deviation half is bought. Warm-up {@code period}.
 * D. Easley, M. López de Prado and M. O'Hara, "Flow toxicity and liquidity in a high-frequency
 * world", Review of Financial Studies 25, 2012, section 2; "Discerning information from trade
 * data", Journal of Financial Economics 120, 2016.
 *
 * @param period of the deviation, in changes, at least 2
 * @param classification the distribution function
 */
public record BulkVolume(int period, BulkClassification classification) implements Feature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public BulkVolume {
    Check.atLeast("period", period, 2);
  }

  /** Creates a recipe with the normal distribution. */
  public BulkVolume(int period) {
    this(period, BulkClassification.NORMAL);
  }

  @Override
  public List<FeatureName> outputs() {
    String label = classification.label();
    return List.of(
        FeatureName.of("micro", "bulk-volume", period, label + "-bought"),
        FeatureName.of("micro", "bulk-volume", period, label + "-sold"),
        FeatureName.of("micro", "bulk-volume", period, label + "-imbalance"));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new State(new BulkSplit(period, classification));
  }

  private static final class State implements FeatureKernel {
    private final BulkSplit split;
    private double bought = Double.NaN;
    private double sold = Double.NaN;
    private double imbalance = Double.NaN;

    State(BulkSplit split) {
      this.split = split;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      double share = split.add(close, volume);
      bought = volume * share;
      sold = volume * (1 - share);
      imbalance = volume > 0 ? 2 * share - 1 : Double.NaN;
    }

    @Override
    public double value(int output) {
      return output == 0 ? bought : output == 1 ? sold : imbalance;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(split.copy());
      copy.bought = bought;
      copy.sold = sold;
      copy.imbalance = imbalance;
      return copy;
    }
  }
}
