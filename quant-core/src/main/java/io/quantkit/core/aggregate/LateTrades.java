package io.quantkit.core.aggregate;

/**
 * What becomes of a trade that arrives after its bar was completed.
 *
 * @param action what is done
 * @param periods for how many completed bars, counted back from the latest, a correction is
 *     possible; 0 unless bars are restated
 */
public record LateTrades(Action action, int periods) {

  /** What is done with a late trade. */
  public enum Action {
    /** It is counted, in no bar. */
    DROP,
    /** It is counted and reported as an error. */
    REJECT,
    /** Its bar is made again and emitted once more, known when the late trade is. */
    RESTATE
  }

  /** Late trades are counted, in no bar. */
  public static final LateTrades DROP = new LateTrades(Action.DROP, 0);

  /** A late trade is an error: a {@link io.quantkit.core.error.DataValidationException}. */
  public static final LateTrades REJECT = new LateTrades(Action.REJECT, 0);

  /**
   * Creates a policy.
   *
   * @throws IllegalArgumentException if bars are to be restated and {@code periods} is not within 1
   *     and 100,000, or they are not and it is not 0
   */
  public LateTrades {
    int most = action == Action.RESTATE ? 100_000 : 0;
    if (periods < Math.min(1, most) || periods > most) {
      throw new IllegalArgumentException(
          "periods must be within [%d, %d] to %s, was %d"
              .formatted(Math.min(1, most), most, action, periods));
    }
  }

  /**
   * Returns the policy that emits a corrected bar.
   *
   * <p>The corrected bar has the start of the one it replaces and is known later: when the late
   * trade is, not before the time the aggregator has reached, and at least 1 ns after the bar it
   * replaces. If its period had no trade, it is the first one. A trade that belongs before the
   * oldest bar held is counted and dropped.
   *
   * @param periods how many completed bars are held for it, 1 to 100,000
   */
  public static LateTrades restate(int periods) {
    return new LateTrades(Action.RESTATE, periods);
  }
}
