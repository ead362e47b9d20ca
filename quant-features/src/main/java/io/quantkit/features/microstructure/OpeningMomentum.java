package io.quantkit.features.microstructure;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.time.Duration;
import java.util.List;

/**
 * What the first part of a session brought: the return from the first open to the last close known
 * at or before {@code open + length}, at least to that of the first bar.
 *
 * <p>A pure number. Runs while the first part lasts, then stays until the next session. {@code NaN}
 * outside sessions and in a session whose open was not seen. First-hour momentum with a length of
 * 60 minutes; with 30 minutes L. Gao, Y. Han, S. Li and G. Zhou, "Market intraday momentum",
 * Journal of Financial Economics 129, 2018, who begin at the close before: add {@link SessionGap}.
 *
 * @param sessions the bars and their sessions
 * @param length of the first part, positive
 */
public record OpeningMomentum(SessionBars sessions, Duration length) implements Feature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the length is not positive
   */
  public OpeningMomentum {
    Check.positive("length", length);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        Check.name("opening-momentum", sessions.label() + "x" + Check.text(length), "raw"));
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
    return new State(length.toNanos(), new SessionClock(sessions));
  }

  private static final class State implements FeatureKernel {
    private final long length;
    private final SessionClock clock;
    private double from = Double.NaN;
    private double momentum = Double.NaN;
    private double value = Double.NaN;

    State(long length, SessionClock clock) {
      this.length = length;
      this.clock = clock;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      value = Double.NaN;
      if (!Double.isFinite(open) || !Double.isFinite(close)) {
        clock.clear();
        return;
      }
      if (!clock.enter(knownAt) || !clock.whole()) {
        return;
      }
      if (clock.first()) {
        from = open;
      }
      if (clock.first() || clock.elapsed(knownAt) <= length) {
        momentum = close / from - 1;
      }
      value = momentum;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(length, clock.copy());
      copy.from = from;
      copy.momentum = momentum;
      copy.value = value;
      return copy;
    }
  }
}
