package io.quantkit.features.microstructure;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How busy a part of the session is, such as the quiet around noon or the last hour.
 *
 * <p>A bar belongs to the part if it became known after its beginning and at or before its end,
 * both told from the open or the close of the session, so that early closes move the last hour.
 *
 * <p>Outputs, in order: whether the bar belongs to it, 1 or 0; the share of the session's volume so
 * far that it had, within [0, 1], {@code NaN} without volume; its pace, that share by the share of
 * the session's time so far that it had, 1 if it is as busy as the session, {@code NaN} before it;
 * the return of the price within it so far, from the close before it or, without one, the first
 * open, 0 before it begins. {@code NaN} outside sessions and in a session whose open was not seen.
 *
 * @param sessions the bars and their sessions
 * @param anchor what the two times are told from
 * @param from when the part begins, before the close negative
 * @param to when it ends, after {@code from}
 */
public record SessionWindow(SessionBars sessions, Anchor anchor, Duration from, Duration to)
    implements Feature {

  /** What times of a session are told from. */
  public enum Anchor {
    /** The first instant of trading. */
    OPEN,
    /** The first instant after trading. */
    CLOSE
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the part ends before it begins or lies on the wrong side of
   *     its anchor
   */
  public SessionWindow {
    if (to.compareTo(from) <= 0) {
      throw new IllegalArgumentException("to must be after from, was " + to + " after " + from);
    }
    if (anchor == Anchor.OPEN ? from.isNegative() : to.compareTo(Duration.ZERO) > 0) {
      throw new IllegalArgumentException(
          "the part must lie within the session, was "
              + from
              + " to "
              + to
              + " from the "
              + anchor);
    }
  }

  /** Returns the quiet around noon of New York's hours: 150 to 210 minutes after the open. */
  public static SessionWindow lunch(SessionBars sessions) {
    return new SessionWindow(
        sessions, Anchor.OPEN, Duration.ofMinutes(150), Duration.ofMinutes(210));
  }

  /** Returns the last hour. */
  public static SessionWindow powerHour(SessionBars sessions) {
    return new SessionWindow(sessions, Anchor.CLOSE, Duration.ofHours(-1), Duration.ZERO);
  }

  @Override
  public List<FeatureName> outputs() {
    String text =
        "%s-%s%dx%d"
            .formatted(
                sessions.label(),
                Check.text(anchor),
                Math.abs(from.toSeconds()),
                Math.abs(to.toSeconds()));
    return List.of(
        Check.name("session-window", text, "inside"),
        Check.name("session-window", text, "share"),
        Check.name("session-window", text, "pace"),
        Check.name("session-window", text, "return"));
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
    return new State(
        anchor == Anchor.OPEN, from.toNanos(), to.toNanos(), new SessionClock(sessions));
  }

  private static final class State implements FeatureKernel {
    private final boolean afterOpen;
    private final long from;
    private final long to;
    private final SessionClock clock;
    private final double[] out = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    private double all;
    private double within;
    private double reference = Double.NaN;
    private double change;

    State(boolean afterOpen, long from, long to, SessionClock clock) {
      this.afterOpen = afterOpen;
      this.from = from;
      this.to = to;
      this.clock = clock;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      Arrays.fill(out, Double.NaN);
      if (!Double.isFinite(open) || !Double.isFinite(close) || !Double.isFinite(volume)) {
        clock.clear();
        return;
      }
      if (!clock.enter(knownAt) || !clock.whole()) {
        return;
      }
      if (clock.first()) {
        all = 0;
        within = 0;
        reference = open;
        change = 0;
      }
      long begin = (afterOpen ? clock.open() : clock.close()) + from;
      long end = (afterOpen ? clock.open() : clock.close()) + to;
      boolean inside = knownAt > begin && knownAt <= end;
      all += volume;
      if (inside) {
        within += volume;
        change = close / reference - 1;
      } else if (knownAt <= begin) {
        reference = close;
      }
      double time =
          clock.elapsed(Math.min(knownAt, end)) - clock.elapsed(Math.max(begin, clock.open()));
      out[0] = inside ? 1 : 0;
      out[1] = all > 0 ? within / all : Double.NaN;
      out[2] = time > 0 ? out[1] / (time / clock.elapsed(knownAt)) : Double.NaN;
      out[3] = change;
    }

    @Override
    public double value(int output) {
      return out[output];
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(afterOpen, from, to, clock.copy());
      System.arraycopy(out, 0, copy.out, 0, out.length);
      copy.all = all;
      copy.within = within;
      copy.reference = reference;
      copy.change = change;
      return copy;
    }
  }
}
