package io.quantkit.features.microstructure;

import io.quantkit.core.market.Aggressor;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * The rate at which trades are to be expected when each brings on others: {@code base + sum over
 * past trades at t of branching decay exp(-decay (now - t))}, per second.
 *
 * <p>Outputs, in order: the rate; the share of it that earlier trades provoke, within [0, 1).
 * Starts from the base rate, as if nothing had happened before. Parameters come from {@link
 * HawkesFit}. A. G. Hawkes, "Spectra of some self-exciting and mutually exciting point processes",
 * Biometrika 58, 1971.
 *
 * @param baseRate trades per second that nothing provokes, positive
 * @param branching how many trades one trade brings on directly, within [0, 1)
 * @param decay how fast excitement fades, per second, positive
 */
public record HawkesIntensity(double baseRate, double branching, double decay)
    implements OrderFlowFeature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public HawkesIntensity {
    Check.positive("baseRate", baseRate);
    if (!(branching >= 0 && branching < 1)) {
      throw new IllegalArgumentException("branching must be within [0, 1), was " + branching);
    }
    Check.positive("decay", decay);
  }

  @Override
  public List<FeatureName> outputs() {
    String text =
        FeatureName.text(baseRate)
            + "x"
            + FeatureName.text(branching)
            + "x"
            + FeatureName.text(decay);
    return List.of(Check.name("hawkes", text, "rate"), Check.name("hawkes", text, "provoked"));
  }

  @Override
  public String warmup() {
    return "nothing";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(baseRate, branching, decay);
  }

  private static final class State implements OrderFlowKernel {
    private final double baseRate;
    private final double branching;
    private final double decay;

    /** The excited part at the last trade. */
    private double excited;

    private long last;
    private long now;

    State(double baseRate, double branching, double decay) {
      this.baseRate = baseRate;
      this.branching = branching;
      this.decay = decay;
    }

    @Override
    public void trade(
        long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
      advance(knownAt);
      excited = faded() + branching * decay;
      last = knownAt;
    }

    @Override
    public void advance(long knownAt) {
      now = knownAt;
    }

    private double faded() {
      return excited == 0 ? 0 : excited * StrictMath.exp(-decay * ((now - last) / 1e9));
    }

    @Override
    public double value(int output) {
      double provoked = faded();
      double rate = baseRate + provoked;
      return output == 0 ? rate : provoked / rate;
    }

    @Override
    public OrderFlowKernel copy() {
      State copy = new State(baseRate, branching, decay);
      copy.excited = excited;
      copy.last = last;
      copy.now = now;
      return copy;
    }
  }
}
