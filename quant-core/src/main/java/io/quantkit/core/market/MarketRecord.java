package io.quantkit.core.market;

/**
 * Something about a market that has two times: when it happened, and when one could know it.
 *
 * <p>Whoever asks "as of t" is answered with the records whose {@link #knownAt} is at most t. The
 * two times are apart wherever knowledge comes late (a bar is known when its period is over, a
 * statement is filed weeks after its quarter) or early (a split is announced before its day).
 */
public interface MarketRecord {
  /** Returns when it happened or will happen, in epoch nanoseconds UTC. */
  long eventTime();

  /** Returns from when on it is known, in epoch nanoseconds UTC. */
  long knownAt();
}
