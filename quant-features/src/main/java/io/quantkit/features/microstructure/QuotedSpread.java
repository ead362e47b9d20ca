package io.quantkit.features.microstructure;

import io.quantkit.features.FeatureName;
import java.time.Duration;
import java.util.List;

/**
 * The spread between bid and ask.
 *
 * <p>Outputs, in order: {@code ask - bid} as quoted now; that by the middle; the means of both over
 * {@code (now - window, now]}, each quote weighted by the time for which it stood, time without a
 * quote of both sides left out. The former two are {@code NaN} unless both sides are quoted, the
 * latter two while no time with such a quote lies within the window.
 *
 * @param window over which time-weighted means are taken, positive
 */
public record QuotedSpread(Duration window) implements OrderFlowFeature {

  /** The position of the spread as quoted among the outputs: 0. */
  public static final int QUOTED = 0;

  /** The position of the spread by the middle among the outputs: 1. */
  public static final int RELATIVE = 1;

  /** The position of the time-weighted spread among the outputs: 2. */
  public static final int MEAN = 2;

  /** The position of the time-weighted relative spread among the outputs: 3. */
  public static final int MEAN_RELATIVE = 3;

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the window is not positive
   */
  public QuotedSpread {
    Check.positive("window", window);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = Check.text(window);
    return List.of(
        Check.name("quoted-spread", text, "raw"),
        Check.name("quoted-spread", text, "relative"),
        Check.name("quoted-spread", text, "twa"),
        Check.name("quoted-spread", text, "twa-relative"));
  }

  @Override
  public String warmup() {
    return "a quote of both sides; for the means some time after it";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(window.toNanos(), new TimedSums(window.toNanos(), 3));
  }

  private static final class State implements OrderFlowKernel {
    private static final int LENGTH = 0;
    private static final int BY_TIME = 1;
    private static final int RELATIVE_BY_TIME = 2;

    private final long window;

    /** Quotes that no longer stand, at the time they ended. */
    private final TimedSums ended;

    private long now = Long.MIN_VALUE;
    private long since;
    private double spread = Double.NaN;
    private double relative = Double.NaN;

    State(long window, TimedSums ended) {
      this.window = window;
      this.ended = ended;
    }

    @Override
    public void quote(
        long eventTime, long knownAt, double bid, double bidSize, double ask, double askSize) {
      advance(knownAt);
      if (!Double.isNaN(spread) && knownAt > since) {
        double length = knownAt - since;
        ended.add(knownAt);
        ended.put(LENGTH, length);
        ended.put(BY_TIME, length * spread);
        ended.put(RELATIVE_BY_TIME, length * relative);
      }
      since = knownAt;
      spread = ask - bid;
      relative = spread / (bid + spread / 2);
    }

    @Override
    public void advance(long knownAt) {
      now = knownAt;
      ended.expire(knownAt);
    }

    @Override
    public double value(int output) {
      if (output == QUOTED) {
        return spread;
      }
      if (output == RELATIVE) {
        return relative;
      }
      int column = output == MEAN ? BY_TIME : RELATIVE_BY_TIME;
      double time = ended.sum(LENGTH);
      double sum = ended.sum(column);
      if (ended.size() > 0) {
        // The part of the oldest quote that lies before the window.
        double length = ended.oldest(LENGTH);
        double before = Math.max(0, length - (window - (now - ended.oldestTime())));
        time -= before;
        sum -= before * (ended.oldest(column) / length);
      }
      if (!Double.isNaN(spread)) {
        double standing = Math.min(window, now - since);
        time += standing;
        sum += standing * (output == MEAN ? spread : relative);
      }
      return time > 0 ? sum / time : Double.NaN;
    }

    @Override
    public OrderFlowKernel copy() {
      State copy = new State(window, ended.copy());
      copy.now = now;
      copy.since = since;
      copy.spread = spread;
      copy.relative = relative;
      return copy;
    }
  }
}
