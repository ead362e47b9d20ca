package io.quantkit.features.microstructure;

import io.quantkit.core.market.Aggressor;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * Which way the last price changes went, from trade to trade.
 *
 * <p>Outputs, in order: the share of up-ticks less that of down-ticks among the last {@code trades}
 * price changes, unchanged prices counting as neither, within [-1, 1]; how many changes in a row
 * went the same way, with their sign, unchanged prices left out. {@code NaN} before {@code trades +
 * 1} trades and before the second trade.
 *
 * @param trades the window, at least 1
 */
public record TickMomentum(int trades) implements OrderFlowFeature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if trades is below 1
   */
  public TickMomentum {
    Check.atLeast("trades", trades, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = Integer.toString(trades);
    return List.of(
        Check.name("tick-momentum", text, "raw"), Check.name("tick-momentum", text, "run"));
  }

  @Override
  public String warmup() {
    return (trades + 1) + " trades; two for the run";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(new WindowMean(trades));
  }

  private static final class State implements OrderFlowKernel {
    private final WindowMean ticks;
    private double last = Double.NaN;
    private double run = Double.NaN;

    State(WindowMean ticks) {
      this.ticks = ticks;
    }

    @Override
    public void trade(
        long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
      if (!Double.isNaN(last)) {
        double tick = price > last ? 1 : price < last ? -1 : 0;
        ticks.add(tick);
        double before = Double.isNaN(run) ? 0 : run;
        run = tick == 0 ? before : before * tick > 0 ? before + tick : tick;
      }
      last = price;
    }

    @Override
    public void advance(long knownAt) {}

    @Override
    public double value(int output) {
      return output == 0 ? ticks.mean() : run;
    }

    @Override
    public OrderFlowKernel copy() {
      State copy = new State(ticks.copy());
      copy.last = last;
      copy.run = run;
      return copy;
    }
  }
}
