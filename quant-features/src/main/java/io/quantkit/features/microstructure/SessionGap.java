package io.quantkit.features.microstructure;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * The gap between sessions: the first open against the last close of the session before.
 *
 * <p>Outputs, in order: {@code open / last close - 1}, the same throughout the session; how much of
 * it has been filled so far, {@code (open - low) / (open - last close)} of a gap up with the lowest
 * low since the open and its mirror image of a gap down, cut to [0, 1], 1 without a gap. {@code
 * NaN} outside sessions and in the first session seen, where no session before it is known.
 *
 * @param sessions the bars and their sessions
 */
public record SessionGap(SessionBars sessions) implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        Check.name("session-gap", sessions.label(), "raw"),
        Check.name("session-gap", sessions.label(), "filled"));
  }

  @Override
  public int warmup(int output) {
    return sessions.perSession();
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
    private double lastClose = Double.NaN;
    private double from = Double.NaN;
    private double opened = Double.NaN;
    private double top;
    private double bottom;
    private double gap = Double.NaN;
    private double filled = Double.NaN;

    State(SessionClock clock) {
      this.clock = clock;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      gap = Double.NaN;
      filled = Double.NaN;
      if (!Double.isFinite(open + high + low + close)) {
        clock.clear();
        lastClose = Double.NaN;
        return;
      }
      if (!clock.enter(knownAt)) {
        return;
      }
      if (clock.first()) {
        from = lastClose;
        opened = open;
        top = high;
        bottom = low;
      }
      top = Math.max(top, high);
      bottom = Math.min(bottom, low);
      lastClose = close;
      if (clock.sessions() > 1) {
        gap = opened / from - 1;
        double distance = opened - from;
        double back = distance > 0 ? opened - bottom : opened - top;
        filled = distance == 0 ? 1 : Math.max(0, Math.min(1, back / distance));
      }
    }

    @Override
    public double value(int output) {
      return output == 0 ? gap : filled;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(clock.copy());
      copy.lastClose = lastClose;
      copy.from = from;
      copy.opened = opened;
      copy.top = top;
      copy.bottom = bottom;
      copy.gap = gap;
      copy.filled = filled;
      return copy;
    }
  }
}
