package io.quantkit.core.data;

import io.quantkit.core.error.DataConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Keeps questions within a source's allowance: no more than a number of them in any period of a
 * given length.
 *
 * <p>It remembers the time of the last so many questions; the next one waits until the oldest of
 * them is a period ago. May be used by several threads, which are then let through in no particular
 * order.
 */
public final class RateLimit {
  private final Duration period;
  private final Clock clock;
  private final Pause pause;

  /** The times of the last questions, a ring; {@link Instant#MIN} where there was none yet. */
  private final Instant[] times;

  private int next;

  /**
   * Creates a limit that nothing has used yet.
   *
   * @param questions how many, at least 1
   * @param period in any period of which length, positive
   * @param clock tells the time
   * @param pause waits
   */
  public RateLimit(int questions, Duration period, Clock clock, Pause pause) {
    if (questions < 1) {
      throw new IllegalArgumentException("questions must be at least 1, was " + questions);
    }
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("period must be positive, was " + period);
    }
    this.period = period;
    this.clock = clock;
    this.pause = pause;
    times = new Instant[questions];
    Arrays.fill(times, Instant.MIN);
  }

  /**
   * Waits until another question may be asked.
   *
   * @throws DataConnectionException if the thread is interrupted meanwhile; it stays interrupted
   */
  public void acquire() {
    Duration wait = reserve();
    if (wait.isZero()) {
      return;
    }
    try {
      pause.await(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataConnectionException("source", "waiting for the rate limit was interrupted", e);
    }
  }

  /** Takes the next place and returns how long it is until then. */
  private synchronized Duration reserve() {
    Instant now = clock.instant();
    Instant oldest = times[next];
    Instant free = oldest.equals(Instant.MIN) ? now : oldest.plus(period);
    Instant mine = free.isAfter(now) ? free : now;
    times[next] = mine;
    next = (next + 1) % times.length;
    return Duration.between(now, mine);
  }

  Pause pause() {
    return pause;
  }
}
