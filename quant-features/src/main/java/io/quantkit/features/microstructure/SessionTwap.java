package io.quantkit.features.microstructure;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * The time-weighted average price of the session so far: the mean of {@code (open + high + low +
 * close) / 4} of its bars, each weighted by the trading time since the bar before, or the open.
 *
 * <p>Outputs, in order: the average, in price; how far the close is from it, {@code close / average
 * - 1}. {@code NaN} outside sessions and in a session whose open was not seen.
 *
 * @param sessions the bars and their sessions
 */
public record SessionTwap(SessionBars sessions) implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        Check.name("twap", sessions.label(), "raw"),
        Check.name("twap", sessions.label(), "distance"));
  }

  @Override
  public int warmup(int output) {
    return 0;
  }

  @Override
  public int settle(double eps) {
    return sessions.perSession();
  }

  @Override
  public FeatureKernel start() {
    return new State(new SessionClock(sessions));
  }

  private static final class State implements FeatureKernel {
    private final SessionClock clock;
    private double last;
    private double base;
    private double sum;
    private double twap = Double.NaN;
    private double distance = Double.NaN;

    State(SessionClock clock) {
      this.clock = clock;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      twap = Double.NaN;
      distance = Double.NaN;
      double price = (open + high + low + close) / 4;
      if (!Double.isFinite(price)) {
        clock.clear();
        return;
      }
      if (!clock.enter(knownAt) || !clock.whole()) {
        return;
      }
      if (clock.first()) {
        last = 0;
        base = price;
        sum = 0;
      }
      double elapsed = clock.elapsed(knownAt);
      // About the first price, whose level then costs no digits.
      sum += (price - base) * (elapsed - last);
      last = elapsed;
      twap = base + sum / elapsed;
      distance = close / twap - 1;
    }

    @Override
    public double value(int output) {
      return output == 0 ? twap : distance;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(clock.copy());
      copy.last = last;
      copy.base = base;
      copy.sum = sum;
      copy.twap = twap;
      copy.distance = distance;
      return copy;
    }
  }
}
