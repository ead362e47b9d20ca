package io.quantkit.core.data;

import io.quantkit.core.error.DataConnectionException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How often and after which pauses a source that cannot be reached is asked again.
 *
 * <p>The pause before attempt {@code n + 1} is {@code min(longest, first * 2^(n-1))}: exponential
 * backoff. Only a {@link DataConnectionException} is worth another attempt; anything else is wrong
 * for good. Questions have no effect on the source, so asking twice is safe; orders are never
 * retried this way.
 *
 * @param attempts how often to ask at most, at least 1
 * @param first the pause after the first failure, at least 0
 * @param longest the longest pause, at least the first one
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {

  /** Asks once. */
  public static final RetryPolicy NEVER = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

  /** Asks up to five times, after half a second, one, two and four. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(5, Duration.ofMillis(500), Duration.ofSeconds(30));

  /**
   * Creates a policy.
   *
   * @throws IllegalArgumentException if there is no attempt or pauses are negative or not ordered
   */
  public RetryPolicy {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be at least 1, was " + attempts);
    }
    if (first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "pauses must be at least 0 and the longest at least the first, was %s and %s"
              .formatted(first, longest));
    }
  }

  /** Returns the pause after a number of failures, at least 1. */
  public Duration pauseAfter(int failures) {
    Duration pause = first;
    for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longest) < 0 ? pause : longest;
  }

  /**
   * Asks until there is an answer or there have been enough attempts.
   *
   * @throws DataConnectionException the last failure, with the ones before it suppressed
   */
  <T> T call(Supplier<T> question, Pause pause) {
    DataConnectionException last = null;
    for (int failures = 0; failures < attempts; failures++) {
      try {
        if (failures > 0) {
          pause.await(pauseAfter(failures));
        }
        return question.get();
      } catch (DataConnectionException e) {
        if (last != null) {
          e.addSuppressed(last);
        }
        last = e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw last == null
        ? new DataConnectionException("source", "waiting for the source was interrupted")
        : last;
  }
}
