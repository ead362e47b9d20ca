package io.quantkit.features.microstructure;

import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.Arrays;
import java.util.List;

/**
 * The time of the trading day at which a bar became known.
 *
 * <p>Outputs, in order: minutes of trading since the open, and until the close, a break left out;
 * sine and cosine of {@code 2 pi since / (since + until)}, which tell the time without a leap at
 * midday. {@code NaN} outside sessions and at a bar without a close. An early close counts as the
 * close from the open on, since it is decreed before.
 *
 * @param calendar tells the sessions
 */
public record SessionTime(TradingCalendar calendar) implements Feature {

  @Override
  public List<FeatureName> outputs() {
    String text = Check.text(calendar);
    return List.of(
        Check.name("session-time", text, "since-open"),
        Check.name("session-time", text, "until-close"),
        Check.name("session-time", text, "sine"),
        Check.name("session-time", text, "cosine"));
  }

  @Override
  public int warmup(int output) {
    return 0;
  }

  @Override
  public int settle(double eps) {
    return 0;
  }

  @Override
  public FeatureKernel start() {
    return new State(new SessionClock(new SessionBars(calendar, Timeframe.DAY_1)));
  }

  private static final class State implements FeatureKernel {
    private static final double NANOS_PER_MINUTE = 60e9;

    private final SessionClock clock;
    private final double[] out = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};

    State(SessionClock clock) {
      this.clock = clock;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      Arrays.fill(out, Double.NaN);
      if (!Double.isFinite(close) || !clock.enter(knownAt)) {
        return;
      }
      double since = clock.elapsed(knownAt);
      double length = clock.length();
      out[0] = since / NANOS_PER_MINUTE;
      out[1] = (length - since) / NANOS_PER_MINUTE;
      out[2] = StrictMath.sin(2 * Math.PI * (since / length));
      out[3] = StrictMath.cos(2 * Math.PI * (since / length));
    }

    @Override
    public double value(int output) {
      return out[output];
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(clock.copy());
      System.arraycopy(out, 0, copy.out, 0, out.length);
      return copy;
    }
  }
}
