package io.quantkit.features.microstructure;

import io.quantkit.core.market.Aggressor;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * Roll's spread of the last trades: {@code 2 sqrt(-cov(change, change before))} of their prices,
 * see {@link RollSpread}. In price; {@code NaN} before {@code pairs + 2} trades.
 *
 * @param pairs how many pairs of successive changes the covariance is of, at least 2
 * @param withoutBounce what the spread is if the covariance is positive
 */
public record TradeRollSpread(int pairs, WithoutBounce withoutBounce) implements OrderFlowFeature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if pairs is below 2
   */
  public TradeRollSpread {
    Check.atLeast("pairs", pairs, 2);
  }

  /** Creates a recipe without a number where prices do not bounce. */
  public TradeRollSpread(int pairs) {
    this(pairs, WithoutBounce.MISSING);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(Check.name("trade-roll", Integer.toString(pairs), Check.text(withoutBounce)));
  }

  @Override
  public String warmup() {
    return (pairs + 2) + " trades";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(withoutBounce, new RollCovariance(pairs));
  }

  private static final class State implements OrderFlowKernel {
    private final WithoutBounce withoutBounce;
    private final RollCovariance window;

    State(WithoutBounce withoutBounce, RollCovariance window) {
      this.withoutBounce = withoutBounce;
      this.window = window;
    }

    @Override
    public void trade(
        long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
      window.add(price);
    }

    @Override
    public void advance(long knownAt) {}

    @Override
    public double value(int output) {
      return withoutBounce.spread(window.covariance());
    }

    @Override
    public OrderFlowKernel copy() {
      return new State(withoutBounce, window.copy());
    }
  }
}
