package io.quantkit.core.aggregate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The threshold of the bar in the making, fixed when the bar begins: {@code E[T]} times what the
 * rule expects a trade to contribute.
 */
final class Expectation {
  private final Threshold threshold;
  private final WeightedMean ticksPerBar;
  private final long minTicks;
  private final long maxTicks;
  private long seen;
  private long bars;
  private long ticks;
  private double amount = Double.NaN;

  Expectation(Threshold threshold) {
    this.threshold = threshold;
    if (threshold instanceof Threshold.Expected expected) {
      ticksPerBar = new WeightedMean(expected.barSpan());
      minTicks = expected.minTicks();
      maxTicks = expected.maxTicks();
    } else {
      ticksPerBar = new WeightedMean(1);
      minTicks = 1;
      maxTicks = Long.MAX_VALUE;
      amount = ((Threshold.Fixed) threshold).amount();
    }
  }

  /** Counts a trade; returns whether a contribution must be expected now for {@link #expect}. */
  boolean tick() {
    ticks++;
    return threshold instanceof Threshold.Expected expected
        && bars == 0
        && ++seen == expected.initialTicks();
  }

  long ticks() {
    return ticks;
  }

  /** Fixes the threshold of the bar that begins now. */
  void expect(double contribution) {
    if (threshold instanceof Threshold.Expected expected) {
      double length = bars == 0 ? expected.initialTicks() : expected.clamp(ticksPerBar.value());
      amount = length * contribution;
    }
  }

  /** Returns whether the bar is complete; never before the first contribution was expected. */
  boolean reached(double theta) {
    return !Double.isNaN(amount) && ((ticks >= minTicks && theta >= amount) || ticks >= maxTicks);
  }

  /** Ends the bar; the caller expects the contribution to the next one. */
  void complete() {
    ticksPerBar.add((double) ticks);
    bars++;
    ticks = 0;
  }

  /** Leaves the bar; its length says nothing about others. */
  void abandon() {
    ticks = 0;
  }

  void save(DataOutputStream out) throws IOException {
    ticksPerBar.save(out);
    out.writeLong(seen);
    out.writeLong(bars);
    out.writeLong(ticks);
    out.writeDouble(amount);
  }

  void load(DataInputStream in) throws IOException {
    ticksPerBar.load(in);
    seen = in.readLong();
    bars = in.readLong();
    ticks = in.readLong();
    amount = in.readDouble();
  }
}
