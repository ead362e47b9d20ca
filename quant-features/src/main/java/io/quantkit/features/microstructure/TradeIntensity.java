package io.quantkit.features.microstructure;

import io.quantkit.core.market.Aggressor;
import io.quantkit.features.FeatureName;
import java.time.Duration;
import java.util.List;

/**
 * How busy the market is: trades and units traded per second over a window of time.
 *
 * <p>Outputs, in order: trades per second and units per second in {@code (now - window, now]}.
 * {@code NaN} until one window has passed since the first trade, since before that the window has
 * only partly been observed.
 *
 * @param window the length of the window, positive
 */
public record TradeIntensity(Duration window) implements OrderFlowFeature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the window is not positive
   */
  public TradeIntensity {
    Check.positive("window", window);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = Check.text(window);
    return List.of(
        Check.name("trade-intensity", text, "count"),
        Check.name("trade-intensity", text, "volume"));
  }

  @Override
  public String warmup() {
    return "one window after the first trade";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(window.toNanos(), new TimedSums(window.toNanos(), 1));
  }

  private static final class State implements OrderFlowKernel {
    private final long window;
    private final TimedSums sums;
    private long first = Long.MAX_VALUE;
    private long now = Long.MIN_VALUE;

    State(long window, TimedSums sums) {
      this.window = window;
      this.sums = sums;
    }

    @Override
    public void trade(
        long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
      advance(knownAt);
      first = Math.min(first, knownAt);
      sums.add(knownAt);
      sums.put(0, size);
    }

    @Override
    public void advance(long knownAt) {
      now = knownAt;
      sums.expire(knownAt);
    }

    @Override
    public double value(int output) {
      if (first == Long.MAX_VALUE || now - first < window) {
        return Double.NaN;
      }
      return (output == 0 ? sums.size() : sums.sum(0)) / (window / 1e9);
    }

    @Override
    public OrderFlowKernel copy() {
      State copy = new State(window, sums.copy());
      copy.first = first;
      copy.now = now;
      return copy;
    }
  }
}
