package io.quantkit.features.microstructure;

import io.quantkit.core.market.Aggressor;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.SlidingOrder;
import io.quantkit.features.kernel.SlidingPowers;
import java.util.List;

/**
 * The distribution of the sizes of the last trades.
 *
 * <p>Outputs, in order: mean and standard deviation with {@code ddof = 1}, in units; skewness
 * {@code m3 / m2^1.5} of population moments, {@code NaN} if all are equal; median and 90 %
 * quantile; the rank of the last trade among them, within (0, 1], 1 for the largest. {@code NaN}
 * before {@code trades} trades. A step takes a bisection and moves part of a sorted window.
 *
 * @param trades the window, at least 2
 */
public record TradeSizes(int trades) implements OrderFlowFeature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if trades is below 2
   */
  public TradeSizes {
    Check.atLeast("trades", trades, 2);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = Integer.toString(trades);
    return List.of(
        Check.name("trade-size", text, "mean"),
        Check.name("trade-size", text, "deviation"),
        Check.name("trade-size", text, "skewness"),
        Check.name("trade-size", text, "median"),
        Check.name("trade-size", text, "q90"),
        Check.name("trade-size", text, "rank"));
  }

  @Override
  public String warmup() {
    return trades + " trades";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(trades, new SlidingPowers(trades), new SlidingOrder(trades));
  }

  private static final class State implements OrderFlowKernel {
    private final int trades;
    private final SlidingPowers moments;
    private final SlidingOrder order;
    private double last = Double.NaN;
    private boolean full;

    State(int trades, SlidingPowers moments, SlidingOrder order) {
      this.trades = trades;
      this.moments = moments;
      this.order = order;
    }

    @Override
    public void trade(
        long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
      last = size;
      full = order.add(size);
      moments.add(size);
    }

    @Override
    public void advance(long knownAt) {}

    @Override
    public double value(int output) {
      if (!full) {
        return Double.NaN;
      }
      return switch (output) {
        case 0 -> moments.mean();
        case 1 -> Math.sqrt(moments.second() / (trades - 1));
        case 2 -> {
          double variance = moments.second() / trades;
          yield variance > 0
              ? moments.third() / trades / (variance * Math.sqrt(variance))
              : Double.NaN;
        }
        case 3 -> order.quantile(0.5);
        case 4 -> order.quantile(0.9);
        default -> order.rank(last) / trades;
      };
    }

    @Override
    public OrderFlowKernel copy() {
      State copy = new State(trades, moments.copy(), order.copy());
      copy.last = last;
      copy.full = full;
      return copy;
    }
  }
}
