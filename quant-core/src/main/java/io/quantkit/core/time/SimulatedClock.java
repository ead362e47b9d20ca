package io.quantkit.core.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until it is told to move, and never moves back.
 *
 * <p>It is the time of a world that is driven by data: a backtest advances it from event to event,
 * a test by hand. One thread moves it; any thread may read it.
 */
public final class SimulatedClock implements InstantSource {

  private volatile long now;

  private SimulatedClock(long epochNanos) {
    now = epochNanos;
  }

  /** Returns a clock that shows the given epoch nanoseconds UTC. */
  public static SimulatedClock startingAt(long epochNanos) {
    return new SimulatedClock(epochNanos);
  }

  /** Returns a clock that shows the given instant. */
  public static SimulatedClock startingAt(Instant instant) {
    return new SimulatedClock(EpochNanos.of(instant));
  }

  @Override
  public Instant instant() {
    return EpochNanos.toInstant(now);
  }

  /** Returns the time shown, in epoch nanoseconds UTC. */
  public long epochNanos() {
    return now;
  }

  /**
   * Moves the clock to the given epoch nanoseconds UTC; moving to the time shown does nothing.
   *
   * @throws IllegalArgumentException if that would move it back
   */
  public void advanceTo(long epochNanos) {
    if (epochNanos < now) {
      throw new IllegalArgumentException(
          "clock must not go back from "
              + EpochNanos.toInstant(now)
              + ", was moved to "
              + EpochNanos.toInstant(epochNanos));
    }
    now = epochNanos;
  }

  /**
   * Moves the clock to the given instant; moving to the time shown does nothing.
   *
   * @throws IllegalArgumentException if that would move it back
   */
  public void advanceTo(Instant instant) {
    advanceTo(EpochNanos.of(instant));
  }

  /**
   * Moves the clock forward by the given duration.
   *
   * @throws IllegalArgumentException if that would move it back, or beyond the year 2262
   */
  public void advanceBy(Duration duration) {
    advanceTo(EpochNanos.of(instant().plus(duration)));
  }

  @Override
  public String toString() {
    return "SimulatedClock at " + instant();
  }
}
